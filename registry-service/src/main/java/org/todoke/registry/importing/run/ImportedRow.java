package org.todoke.registry.importing.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file and what was found in it.
 *
 * @param line where it begins in the file, from 1
 */
@Schema(
    name = "ImportedRow",
    requiredProperties = {"line", "outcome", "findings", "cells"})
public record ImportedRow(int line, RowOutcome outcome, List<Found> findings, List<String> cells) {

  /**
   * One finding.
   *
   * @param column the header as the file has it; empty for the row as a whole
   * @param value what stands in the file
   * @param repaired what was taken instead
   * @param message the code in the language of the reader
   */
  @Schema(
      name = "ImportFinding",
      requiredProperties = {"column", "code", "value", "outcome", "message"})
  public record Found(
      String column,
      String code,
      String value,
      @Nullable String repaired,
      RowOutcome outcome,
      String message) {}
}
