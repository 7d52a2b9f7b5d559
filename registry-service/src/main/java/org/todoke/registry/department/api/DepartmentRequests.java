package org.todoke.registry.department.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.registry.department.DepartmentPeriod;
import org.todoke.registry.department.Duty;

/** What callers send and get about departments, where it is no view of its own. */
final class DepartmentRequests {

  private DepartmentRequests() {}

  /** The whole of what may change. */
  @Schema(name = "DepartmentRequest")
  record Content(
      @Schema(description = "As papers name it") @NotBlank @Size(max = 100) String name,
      @Schema(description = "What it is in charge of; see the list of duties") @NotNull
          Duty duty) {}

  /** What a department was, the newest first. */
  @Schema(name = "DepartmentHistory", requiredProperties = "items")
  record History(List<DepartmentPeriod> items) {}

  /** A duty with its names. */
  @Schema(
      name = "DepartmentDuty",
      requiredProperties = {"code", "japanese", "english"})
  record DutyView(Duty code, String japanese, String english) {}

  /** All duties. */
  @Schema(name = "DepartmentDuties", requiredProperties = "items")
  record Duties(List<DutyView> items) {

    static Duties all() {
      return new Duties(
          Arrays.stream(Duty.values())
              .map(duty -> new DutyView(duty, duty.japanese(), duty.english()))
              .toList());
    }
  }
}
