package org.todoke.registry.organization.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.offering.OfferingPeriod;
import org.todoke.registry.organization.OfferingRegister;
import org.todoke.registry.organization.OrganizationDirectory;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.body.OptionalBody;

/** The services of an establishment, each with what is known of it. */
@Path("/v1/organizations/{code}/services")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OfferingResource {

  private final OrganizationDirectory directory;
  private final OfferingRegister register;

  OfferingResource(OrganizationDirectory directory, OfferingRegister register) {
    this.directory = directory;
    this.register = register;
  }

  @GET
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
      operationId = "listServicePeriods",
      summary = "Every period of every service, ended ones too")
  @APIResponse(responseCode = "200", description = "By service, the newest period first")
  @APIResponse(responseCode = "404", description = "There is no organisation with this code")
  public Page<OfferingPeriod> periods(
      @PathParam("code") OrganizationCode code, @BeanParam @Valid PageRequest page) {
    return directory.servicePeriods(code, page);
  }

  @PUT
  @Path("/{service}")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "setService",
      summary =
          "Say what is true of a service, which begins if it was not offered; what is the same already changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "The establishment as it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such establishment, or it is not the caller's to change")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response set(
      @PathParam("code") OrganizationCode code,
      @PathParam("service") String service,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid OfferingRequests.Change body) {
    return withTag(register.set(code, service, body.details(), body.effectiveOn(), ifMatch));
  }

  @POST
  @Path("/{service}/end")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "endService",
      summary = "End a service; what is not offered is left as it is")
  @APIResponse(
      responseCode = "200",
      description = "The establishment as it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such establishment, or it is not the caller's to change")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response end(
      @PathParam("code") OrganizationCode code,
      @PathParam("service") String service,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @RequestBody(required = false) @OptionalBody @Valid OfferingRequests.@Nullable End body) {
    return withTag(register.end(code, service, body == null ? null : body.lastDay(), ifMatch));
  }

  private static Response withTag(OrganizationView view) {
    return Response.ok(view).tag(Etags.of(view.version())).build();
  }
}
