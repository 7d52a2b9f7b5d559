package org.todoke.notice.authoring.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.AudiencePreview;
import org.todoke.notice.authoring.AudienceReason;
import org.todoke.notice.authoring.ExplainAudience;
import org.todoke.notice.authoring.PreviewAudience;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.problem.Languages;

/** Whom a notice is for, and why. For the one who leads it. */
@Path("/v1/notices/{id}/audience")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
public class AudienceResource {

  private final PreviewAudience previews;
  private final ExplainAudience reasons;
  private final CurrentActor actor;

  AudienceResource(PreviewAudience previews, ExplainAudience reasons, CurrentActor actor) {
    this.previews = previews;
    this.reasons = reasons;
    this.actor = actor;
  }

  @GET
  @Path("/preview")
  @RolesAllowed(Role.ISSUER)
  @Operation(
      summary =
          "Per tier how many and a few of them, departments found and missing, what they hold"
              + " already; of an issued notice, as frozen")
  public AudiencePreview preview(
      @PathParam("id") UUID id,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
          @Nullable String language) {
    return previews.of(id, actor.get(), Languages.of(language));
  }

  @GET
  @Path("/organizations/{organization}")
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Why an organisation is in the audience, or why it is not")
  public AudienceReason reason(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
          @Nullable String language) {
    return reasons.of(id, organization, actor.get(), Languages.of(language));
  }
}
