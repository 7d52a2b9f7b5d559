package org.todoke.registry.succession.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.registry.succession.Successions;
import org.todoke.security.Role;
import org.todoke.web.Etags;

/** How an organisation goes up in another one. */
@Path("/v1/organizations/{code}/merger")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MergerResource {

  private final Successions successions;

  MergerResource(Successions successions) {
    this.successions = successions;
  }

  @POST
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "mergeOrganization",
      summary =
          "Merge an organisation into another one of its kind: what hangs below it moves, and it is closed; doing it again changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(
      responseCode = "403",
      description = "A successor lies outside the caller's jurisdiction")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to change")
  @APIResponse(
      responseCode = "409",
      description = "It is closed, or nobody takes over what hangs below it")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response merge(
      @PathParam("code") OrganizationCode code,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid SuccessionRequests.Merger body) {
    OrganizationView view =
        successions.end(code, body.kind(), body.parts(), body.effectiveOn(), ifMatch);
    return Response.ok(view).tag(Etags.of(view.version())).build();
  }
}
