package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/**
 * Whom a notice is for, counted.
 *
 * @param frozen whether it can still change with the directory
 * @param hash over the codes; there once it is frozen
 */
@Schema(name = "AudienceCount")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudienceView(
    boolean frozen,
    Audience audience,
    Map<OrganizationKind, Integer> addressed,
    @Nullable String hash) {}
