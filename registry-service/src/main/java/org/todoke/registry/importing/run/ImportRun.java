package org.todoke.registry.importing.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A run as its registrar sees it. */
@Schema(
    name = "ImportRun",
    description = "One file on its way into the registry",
    requiredProperties = {
      "id",
      "organization",
      "fileName",
      "state",
      "asOf",
      "bytes",
      "rows",
      "progress",
      "effects",
      "remarks",
      "services",
      "permittedActions",
      "createdAt"
    })
public record ImportRun(
    UUID id,
    OrganizationCode organization,
    String fileName,
    ImportState state,
    @Nullable String format,
    @Nullable String encoding,
    @Schema(description = "The day for which the list holds") LocalDate asOf,
    @Nullable String sha256,
    long bytes,
    Rows rows,
    Progress progress,
    @Schema(description = "What was done so far: by kind of thing, by action")
        Map<String, Map<String, Long>> effects,
    @Schema(description = "About the file as a whole") List<Remark> remarks,
    @Schema(description = "Codes of the services that it lists") List<String> services,
    @Nullable Failure failure,
    @Schema(description = "What the caller may do next: upload, apply, cancel")
        List<String> permittedActions,
    Instant createdAt,
    @Nullable Instant readAt,
    @Nullable Instant endedAt) {

  /** Every row is one of the four. */
  @Schema(
      name = "ImportRows",
      requiredProperties = {"read", "accepted", "repaired", "warned", "rejected"})
  public record Rows(int read, int accepted, int repaired, int warned, int rejected) {}

  /**
   * Of the application.
   *
   * @param step the step at hand; null before and after
   */
  @Schema(
      name = "ImportProgress",
      requiredProperties = {"done", "total"})
  public record Progress(int done, int total, @Nullable String step) {}

  /** Something about the file as a whole. */
  @Schema(
      name = "ImportRemark",
      requiredProperties = {"code", "line", "text", "message"})
  public record Remark(String code, int line, String text, String message) {}

  /** Why it failed. */
  @Schema(
      name = "ImportFailure",
      requiredProperties = {"code", "detail"})
  public record Failure(String code, String detail) {}
}
