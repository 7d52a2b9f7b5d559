package org.todoke.registry.erasure.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.erasure.ErasureView;
import org.todoke.registry.erasure.Erasures;
import org.todoke.security.Role;

/** Erasing what is held of an organisation. */
@Path("/v1/organizations/{code}/erasure")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ErasureResource {

  private final Erasures erasures;

  ErasureResource(Erasures erasures) {
    this.erasures = erasures;
  }

  @POST
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "eraseOrganization",
      summary =
          "Erase what is held of a closed association, corporation or establishment, where the law demands it; by the ministry, for good; doing it again changes nothing")
  @APIResponse(responseCode = "200", description = "What stays: that it was erased, and why")
  @APIResponse(
      responseCode = "404",
      description = "There is none with this code, or the caller is not the ministry")
  @APIResponse(
      responseCode = "409",
      description = "It is active, or active establishments hang below it")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public ErasureView erase(
      @PathParam("code") OrganizationCode code,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid ErasureRequest body) {
    return erasures.erase(code, body.reason(), body.legalBasis(), ifMatch);
  }

  @GET
  @RolesAllowed({Role.REGISTRAR, Role.AUDITOR})
  @Operation(
      operationId = "getErasure",
      summary = "When, by whom and on which basis an organisation was erased; for the ministry")
  @APIResponse(responseCode = "200", description = "The last one")
  @APIResponse(
      responseCode = "404",
      description = "It was not erased, or the caller is not the ministry")
  public ErasureView get(@PathParam("code") OrganizationCode code) {
    return erasures.get(code);
  }
}
