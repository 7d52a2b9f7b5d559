package org.todoke.registry.department;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a department is in charge of, in the words with which the ministry addresses it. */
@Schema(name = "DepartmentDutyCode")
public enum Duty {
  @JsonProperty("care-insurance")
  CARE_INSURANCE("care-insurance", "介護保険", "Care insurance"),
  @JsonProperty("elderly-welfare")
  ELDERLY_WELFARE("elderly-welfare", "高齢者福祉", "Welfare of the elderly"),
  @JsonProperty("health")
  HEALTH("health", "保健・医療", "Health and medical care"),
  @JsonProperty("pharmacy")
  PHARMACY("pharmacy", "薬務", "Pharmaceutical affairs"),
  @JsonProperty("welfare")
  WELFARE("welfare", "社会福祉", "Social welfare"),
  @JsonProperty("child-welfare")
  CHILD_WELFARE("child-welfare", "児童福祉", "Child welfare"),
  @JsonProperty("disability")
  DISABILITY("disability", "障害福祉", "Welfare of persons with disabilities"),
  @JsonProperty("privacy")
  PRIVACY("privacy", "個人情報保護", "Protection of personal information"),
  @JsonProperty("general-affairs")
  GENERAL_AFFAIRS("general-affairs", "総務", "General affairs");

  private final String code;
  private final String japanese;
  private final String english;

  Duty(String code, String japanese, String english) {
    this.code = code;
    this.japanese = japanese;
    this.english = english;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String code() {
    return code;
  }

  public String japanese() {
    return japanese;
  }

  public String english() {
    return english;
  }

  static Duty of(String code) {
    return Arrays.stream(values())
        .filter(duty -> duty.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such duty: " + code));
  }

  /** Duties stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<Duty, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Duty duty) {
      return duty == null ? null : duty.code;
    }

    @Override
    public @Nullable Duty convertToEntityAttribute(@Nullable String code) {
      return code == null ? null : of(code);
    }
  }
}
