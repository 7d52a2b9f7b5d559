package org.todoke.registry.erasure.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.registry.erasure.ErasureReason;

/** Why something has to be erased. */
@Schema(name = "OrganizationErasure")
record ErasureRequest(
    @NotNull ErasureReason reason,
    @Schema(
            description =
                "The provision or order with its date and number; nothing about the organisation or a person, because it stays")
        @NotBlank
        @Size(max = 400)
        String legalBasis) {

  /** Without the text: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "ErasureRequest[reason=" + reason + "]";
  }
}
