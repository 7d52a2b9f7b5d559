package org.todoke.registry.batch.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.organization.api.OrganizationRequests;

/** Edits of organisations, to be made in this order and each for itself. */
@Schema(name = "OrganizationBatch")
record BatchRequest(@NotNull @Size(min = 1, max = MAX_ITEMS) List<@NotNull Item> items) {

  static final int MAX_ITEMS = 500;

  /** What is to be done. */
  enum Step {
    @JsonProperty("register")
    REGISTER,
    @JsonProperty("change")
    CHANGE,
    @JsonProperty("close")
    CLOSE
  }

  /**
   * One edit. What it says is judged when its turn comes, as the route for a single edit would, so
   * that one wrong item is the fault of that item.
   */
  @Schema(
      name = "OrganizationBatchItem",
      description =
          "register takes the members of OrganizationRegistration, change those of OrganizationChange and ifMatch, close takes lastDay",
      requiredProperties = {"operation", "code"})
  record Item(
      @Nullable Step operation,
      @Nullable OrganizationCode code,
      @Schema(description = "The version that was read, in quotes; for change")
          @Nullable String ifMatch,
      @Nullable OrganizationKind kind,
      @Nullable String name,
      @Nullable String nameKana,
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      @Nullable List<@NotNull String> serviceTypes,
      @Nullable String address,
      @Nullable String building,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      @Nullable String ward,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate effectiveOn,
      @Nullable LocalDate lastDay) {

    /** To be validated before it is used: what is required may be missing. */
    OrganizationRequests.Registration registration() {
      return new OrganizationRequests.Registration(
          code,
          kind,
          name,
          nameKana,
          parent,
          prefecture,
          municipality,
          corporation,
          serviceTypes,
          address,
          building,
          latitude,
          longitude,
          ward,
          validFrom);
    }

    /** To be validated before it is used: what is required may be missing. */
    OrganizationRequests.Change change() {
      return new OrganizationRequests.Change(
          name,
          nameKana,
          parent,
          prefecture,
          municipality,
          corporation,
          serviceTypes,
          address,
          building,
          latitude,
          longitude,
          ward,
          effectiveOn);
    }
  }
}
