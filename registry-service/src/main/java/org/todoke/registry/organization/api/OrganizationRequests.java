package org.todoke.registry.organization.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.organization.Attributes;

/** What callers send about organisations. */
final class OrganizationRequests {

  private static final int MAX_NAME = 200;
  private static final int MAX_KANA = 400;
  private static final int MAX_SERVICES = 40;

  private OrganizationRequests() {}

  /** An organisation to be entered. */
  @Schema(name = "OrganizationRegistration")
  record Registration(
      @NotNull OrganizationCode code,
      @NotNull OrganizationKind kind,
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Size(min = 1, max = MAX_KANA) String nameKana,
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      @Nullable @Size(max = MAX_SERVICES) List<@NotNull @Size(max = 2) String> serviceTypes,
      @Schema(description = "The first day on which it exists; today if left out")
          @Nullable LocalDate validFrom) {

    Attributes attributes() {
      return new Attributes(
          name, nameKana, parent, prefecture, municipality, corporation, orNone(serviceTypes));
    }
  }

  /** The whole of what may change; what is left out is taken away. */
  @Schema(name = "OrganizationChange")
  record Change(
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Size(min = 1, max = MAX_KANA) String nameKana,
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      @Nullable @Size(max = MAX_SERVICES) List<@NotNull @Size(max = 2) String> serviceTypes,
      @Schema(description = "The first day on which the change holds; today if left out")
          @Nullable LocalDate effectiveOn) {

    Attributes attributes() {
      return new Attributes(
          name, nameKana, parent, prefecture, municipality, corporation, orNone(serviceTypes));
    }
  }

  /** The end of an organisation. */
  @Schema(name = "OrganizationClosure")
  record Closure(
      @Schema(description = "The last day on which it exists; today if left out")
          @Nullable LocalDate lastDay) {}

  private static List<String> orNone(@Nullable List<String> services) {
    return services == null ? List.of() : services;
  }
}
