package org.todoke.registry.department;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DepartmentDuty;

/** What a department is in charge of: the published duties. */
@Schema(name = "DepartmentDutyCode")
public enum Duty {
  @JsonProperty("care-insurance")
  CARE_INSURANCE(DepartmentDuty.CARE_INSURANCE),
  @JsonProperty("elderly-welfare")
  ELDERLY_WELFARE(DepartmentDuty.ELDERLY_WELFARE),
  @JsonProperty("health")
  HEALTH(DepartmentDuty.HEALTH),
  @JsonProperty("pharmacy")
  PHARMACY(DepartmentDuty.PHARMACY),
  @JsonProperty("welfare")
  WELFARE(DepartmentDuty.WELFARE),
  @JsonProperty("child-welfare")
  CHILD_WELFARE(DepartmentDuty.CHILD_WELFARE),
  @JsonProperty("disability")
  DISABILITY(DepartmentDuty.DISABILITY),
  @JsonProperty("privacy")
  PRIVACY(DepartmentDuty.PRIVACY),
  @JsonProperty("general-affairs")
  GENERAL_AFFAIRS(DepartmentDuty.GENERAL_AFFAIRS);

  private final DepartmentDuty published;

  Duty(DepartmentDuty published) {
    this.published = published;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String code() {
    return published.wireName();
  }

  public String japanese() {
    return published.japanese();
  }

  public String english() {
    return published.english();
  }

  static Duty of(String code) {
    return Arrays.stream(values())
        .filter(duty -> duty.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such duty: " + code));
  }

  /** Duties stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<Duty, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Duty duty) {
      return duty == null ? null : duty.code();
    }

    @Override
    public @Nullable Duty convertToEntityAttribute(@Nullable String code) {
      return code == null ? null : of(code);
    }
  }
}
