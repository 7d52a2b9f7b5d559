package org.todoke.registry.erasure;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.contracts.OrganizationCode;

/** That something was erased, when, by whom and on which basis; never what. */
@Schema(
    name = "Erasure",
    requiredProperties = {"organization", "reason", "legalBasis", "erasedAt", "erasedBy"})
public record ErasureView(
    OrganizationCode organization,
    ErasureReason reason,
    @Schema(description = "The provision or order; nothing about the organisation or a person")
        String legalBasis,
    Instant erasedAt,
    @Schema(description = "The registrar's organisation") OrganizationCode erasedBy) {}
