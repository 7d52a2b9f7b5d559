package org.todoke.registry.organization.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.organization.Attributes;
import org.todoke.registry.organization.Site;

/** What callers send about organisations. */
public final class OrganizationRequests {

  private static final int MAX_NAME = 200;
  private static final int MAX_KANA = 400;
  private static final int MAX_SERVICES = 40;
  private static final int MAX_ADDRESS = 300;
  private static final int MAX_BUILDING = 200;

  /** At least one character that is seen. */
  private static final String SOMETHING = "(?s).*\\S.*";

  private OrganizationRequests() {}

  /** An organisation to be entered. */
  @Schema(name = "OrganizationRegistration")
  public record Registration(
      @NotNull OrganizationCode code,
      @NotNull OrganizationKind kind,
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Size(min = 1, max = MAX_KANA) String nameKana,
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      @Nullable @Size(max = MAX_SERVICES) List<@NotNull @Size(max = 2) String> serviceTypes,
      @Schema(description = "Without the building")
          @Nullable
          @Size(max = MAX_ADDRESS)
          @Pattern(regexp = SOMETHING)
          String address,
      @Schema(description = "With floor and room")
          @Nullable
          @Size(max = MAX_BUILDING)
          @Pattern(regexp = SOMETHING)
          String building,
      @Schema(description = "Degrees north (WGS 84); six decimals are kept")
          @Nullable
          @DecimalMin("20")
          @DecimalMax("46")
          BigDecimal latitude,
      @Schema(description = "Degrees east (WGS 84); six decimals are kept")
          @Nullable
          @DecimalMin("122")
          @DecimalMax("154")
          BigDecimal longitude,
      @Schema(
              description =
                  "The ward of a designated city, six digits; establishments and corporations only")
          @Nullable
          @Pattern(regexp = "[0-9]{6}")
          String ward,
      @Schema(description = "The first day on which it exists; today if left out")
          @Nullable LocalDate validFrom) {

    public Attributes attributes() {
      return new Attributes(
          name,
          nameKana,
          parent,
          prefecture,
          municipality,
          corporation,
          orNone(serviceTypes),
          new Site(address, building, latitude, longitude, ward));
    }
  }

  /** The whole of what may change; what is left out is taken away. */
  @Schema(name = "OrganizationChange")
  public record Change(
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Size(min = 1, max = MAX_KANA) String nameKana,
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      @Nullable @Size(max = MAX_SERVICES) List<@NotNull @Size(max = 2) String> serviceTypes,
      @Schema(description = "Without the building")
          @Nullable
          @Size(max = MAX_ADDRESS)
          @Pattern(regexp = SOMETHING)
          String address,
      @Schema(description = "With floor and room")
          @Nullable
          @Size(max = MAX_BUILDING)
          @Pattern(regexp = SOMETHING)
          String building,
      @Schema(description = "Degrees north (WGS 84); six decimals are kept")
          @Nullable
          @DecimalMin("20")
          @DecimalMax("46")
          BigDecimal latitude,
      @Schema(description = "Degrees east (WGS 84); six decimals are kept")
          @Nullable
          @DecimalMin("122")
          @DecimalMax("154")
          BigDecimal longitude,
      @Schema(
              description =
                  "The ward of a designated city, six digits; establishments and corporations only")
          @Nullable
          @Pattern(regexp = "[0-9]{6}")
          String ward,
      @Schema(description = "The first day on which the change holds; today if left out")
          @Nullable LocalDate effectiveOn) {

    public Attributes attributes() {
      return new Attributes(
          name,
          nameKana,
          parent,
          prefecture,
          municipality,
          corporation,
          orNone(serviceTypes),
          new Site(address, building, latitude, longitude, ward));
    }
  }

  /** The end of an organisation. */
  @Schema(name = "OrganizationClosure")
  public record Closure(
      @Schema(description = "The last day on which it exists; today if left out")
          @Nullable LocalDate lastDay) {}

  private static List<String> orNone(@Nullable List<String> services) {
    return services == null ? List.of() : services;
  }
}
