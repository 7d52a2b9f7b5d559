package org.todoke.registry.organization.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationState;
import org.todoke.registry.organization.OrganizationDirectory;
import org.todoke.registry.organization.OrganizationDirectory.Ancestors;
import org.todoke.registry.organization.OrganizationDirectory.Line;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.body.OptionalBody;

/** Organisations and the two lines in which they stand. */
@Path("/v1/organizations")
@Tag(
    name = "Organizations",
    description =
        "The registry: ministry, divisions, prefectures, municipalities, associations, corporations and establishments, in the line of jurisdiction and in the line of operators")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OrganizationResource {

  private final OrganizationDirectory directory;
  private final OrganizationRegister register;
  private final Idempotency idempotency;

  OrganizationResource(
      OrganizationDirectory directory, OrganizationRegister register, Idempotency idempotency) {
    this.directory = directory;
    this.register = register;
    this.idempotency = idempotency;
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
      operationId = "listOrganizations",
      summary = "Search organisations, in the order of their codes")
  public Page<OrganizationView> list(
      @BeanParam @Valid OrganizationListParameters parameters,
      @QueryParam("asOf")
          @Parameter(
              description =
                  "As of a day: needs prefecture, municipality, corporation or the kind of an authority, and goes with kind, state, service and listing, not with q or operatesIn")
          @Nullable LocalDate asOf,
      @BeanParam @Valid PageRequest page) {
    return asOf == null
        ? directory.list(parameters.filter(), page)
        : directory.list(parameters.filter(), asOf, page);
  }

  @POST
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "registerOrganization",
      summary = "Enter an organisation that lies within the caller's jurisdiction")
  @Parameter(
      name = Idempotency.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      schema = @Schema(implementation = String.class, maxLength = 128))
  @APIResponse(
      responseCode = "201",
      description = "Entered",
      headers =
          @Header(name = HttpHeaders.LOCATION, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(responseCode = "403", description = "Outside the caller's jurisdiction")
  @APIResponse(responseCode = "409", description = "The code is in the registry already")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  public Response register(@Valid OrganizationRequests.Registration body) {
    return idempotency.once(
        body,
        () -> {
          OrganizationView view =
              register.register(body.code(), body.kind(), body.attributes(), body.validFrom());
          return Response.created(URI.create("/v1/organizations/" + view.code()))
              .tag(Etags.of(view.version()))
              .entity(view)
              .build();
        });
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(operationId = "getOrganization", summary = "One organisation")
  @APIResponse(
      responseCode = "200",
      description = "The organisation",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(
      responseCode = "304",
      description =
          "The caller has it as it is now: the version in If-None-Match is the present one")
  @APIResponse(
      responseCode = "404",
      description = "There is none with this code, or it did not exist on that day")
  public Response get(
      @PathParam("code") OrganizationCode code,
      @QueryParam("asOf") @Parameter(description = "As of a day; such an answer has no ETag")
          @Nullable LocalDate asOf,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    if (asOf != null) {
      return Response.ok(directory.get(code, asOf)).build();
    }
    OrganizationView view = directory.get(code);
    return Etags.names(ifNoneMatch, view.version())
        ? Response.notModified(Etags.of(view.version())).build()
        : withTag(view);
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "changeOrganization",
      summary =
          "Replace what may change about an organisation; what is the same already changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to change")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response change(
      @PathParam("code") OrganizationCode code,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid OrganizationRequests.Change body) {
    return withTag(register.change(code, body.attributes(), body.effectiveOn(), ifMatch));
  }

  @POST
  @Path("/{code}/closure")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "closeOrganization",
      summary = "Close an organisation; closing it again changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = OrganizationView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to close")
  @APIResponse(
      responseCode = "409",
      description = "Active organisations hang below it; they come first")
  public Response close(
      @PathParam("code") OrganizationCode code,
      @RequestBody(required = false) @OptionalBody @Valid
          OrganizationRequests.@Nullable Closure body) {
    return withTag(register.close(code, body == null ? null : body.lastDay()));
  }

  @GET
  @Path("/{code}/children")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(operationId = "listChildren", summary = "Those directly below it in one line")
  @APIResponse(responseCode = "200", description = "In the order of their codes")
  @APIResponse(responseCode = "404", description = "There is none with this code")
  public Page<OrganizationView> children(
      @PathParam("code") OrganizationCode code,
      @QueryParam("line") @DefaultValue("jurisdiction") Line line,
      @QueryParam("state") @Nullable OrganizationState state,
      @BeanParam @Valid PageRequest page) {
    return directory.children(code, line, state, page);
  }

  @GET
  @Path("/{code}/ancestors")
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
      operationId = "getAncestors",
      summary = "Everybody above it, a chain per line, the nearest first")
  @APIResponse(responseCode = "200", description = "Both chains")
  @APIResponse(responseCode = "404", description = "There is none with this code")
  public Ancestors ancestors(@PathParam("code") OrganizationCode code) {
    return directory.ancestors(code);
  }

  private static Response withTag(OrganizationView view) {
    return Response.ok(view).tag(Etags.of(view.version())).build();
  }
}
