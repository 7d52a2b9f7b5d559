package org.todoke.registry.counts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A number of active establishments. */
@Schema(
    name = "EstablishmentCount",
    requiredProperties = {"establishments"})
public record CountView(
    @Schema(description = "Where they lie; absent unless asked for by prefecture or municipality")
        @Nullable OrganizationCode prefecture,
    @Schema(description = "Where they lie; absent unless asked for by municipality")
        @Nullable OrganizationCode municipality,
    @Schema(
            description =
                "Code of the service type that they offer; absent unless asked for by service. One that offers several counts in each")
        @Nullable String service,
    long establishments) {}
