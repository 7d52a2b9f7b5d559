package org.todoke.registry.union.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.union.Insurer;
import org.todoke.registry.union.UnionMembers;
import org.todoke.registry.union.Unions;
import org.todoke.security.Role;
import org.todoke.web.Etags;

/** Wide-area unions and the municipalities that they insure for. */
@Path("/v1/organizations/{code}")
@Tag(
    name = "Unions",
    description =
        "Wide-area unions that insure in the stead of their members: nodes beside the tree, not tiers of it")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class UnionResource {

  private final Unions unions;

  UnionResource(Unions unions) {
    this.unions = unions;
  }

  @GET
  @Path("/members")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(operationId = "listUnionMembers", summary = "For whom a union insures")
  @APIResponse(
      responseCode = "200",
      description = "In the order of their codes; the ETag is that of the union",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = UnionMembers.class)))
  @APIResponse(responseCode = "404", description = "There is no union with this code")
  public Response members(
      @PathParam("code") OrganizationCode code,
      @QueryParam("asOf") @Parameter(description = "The day for which to answer; today if left out")
          @Nullable LocalDate asOf) {
    return withTag(unions.members(code, asOf));
  }

  @PUT
  @Path("/members")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "setUnionMembers",
      summary = "Replace the members of a union; the same ones again change nothing")
  @APIResponse(
      responseCode = "200",
      description = "As they are now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = UnionMembers.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such union, or it is not the caller's to change")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response setMembers(
      @PathParam("code") OrganizationCode code,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid UnionMembersRequest body) {
    return withTag(unions.setMembers(code, body.members(), body.effectiveOn(), ifMatch));
  }

  @GET
  @Path("/insurer")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getInsurer",
      summary = "Who insures in a municipality: itself, or the union of which it is a member")
  @APIResponse(responseCode = "200", description = "The insurer")
  @APIResponse(responseCode = "404", description = "There is no municipality with this code")
  public Insurer insurer(@PathParam("code") OrganizationCode code) {
    return unions.insurerOf(code);
  }

  private static Response withTag(UnionMembers members) {
    return Response.ok(members).tag(Etags.of(members.version())).build();
  }
}
