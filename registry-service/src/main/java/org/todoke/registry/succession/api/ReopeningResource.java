package org.todoke.registry.succession.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.registry.succession.Reopenings;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.body.OptionalBody;

/** How a closed organisation is taken up again. */
@Path("/v1/organizations/{code}/reopening")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReopeningResource {

  private final Reopenings reopenings;

  ReopeningResource(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  @POST
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "reopenOrganization",
      summary =
          "Take up a closed organisation that turns out to live on; the gap stays in its history. Reopening an active one changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(responseCode = "403", description = "Outside the caller's jurisdiction")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to change")
  @APIResponse(
      responseCode = "422",
      description = "The input is wrong, or what it hung below has closed; every fault is named")
  public Response reopen(
      @PathParam("code") OrganizationCode code,
      @RequestBody(required = false) @OptionalBody @Valid
          SuccessionRequests.@Nullable Reopening body) {
    OrganizationView view =
        body == null
            ? reopenings.reopen(code, null, new Reopenings.Lines(null, null, null))
            : reopenings.reopen(code, body.from(), body.lines());
    return Response.ok(view).tag(Etags.of(view.version())).build();
  }
}
