package org.todoke.registry.department.api;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.department.DepartmentState;
import org.todoke.registry.department.DepartmentView;
import org.todoke.registry.department.Departments;
import org.todoke.registry.department.Duty;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** The departments of a local government. */
@Path("/v1/organizations/{code}/departments")
@Tag(
    name = "Departments",
    description =
        "Departments of local governments, to which papers are addressed; public, kept by the government's own registrar and those above it")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DepartmentResource {

  private final Departments departments;
  private final Idempotency idempotency;

  DepartmentResource(Departments departments, Idempotency idempotency) {
    this.departments = departments;
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
  @Operation(operationId = "listDepartments", summary = "The departments of a local government")
  @APIResponse(responseCode = "200", description = "In no order that means anything")
  @APIResponse(responseCode = "404", description = "There is no organisation with this code")
  public Page<DepartmentView> list(
      @PathParam("code") OrganizationCode code,
      @QueryParam("duty") @Nullable Duty duty,
      @QueryParam("state") @Nullable DepartmentState state,
      @BeanParam @Valid PageRequest page) {
    return departments.list(code, duty, state, page);
  }

  @POST
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "addDepartment", summary = "Enter a department")
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
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such organisation, or its departments are not the caller's")
  @APIResponse(
      responseCode = "409",
      description =
          "It is no local government, it is closed, it has the same department already, or too many")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  public Response add(
      @PathParam("code") OrganizationCode code, @Valid DepartmentRequests.Content body) {
    return idempotency.once(
        body,
        () -> {
          DepartmentView view = departments.add(code, body.name(), body.duty());
          return Response.created(
                  URI.create("/v1/organizations/" + code + "/departments/" + view.id()))
              .tag(Etags.of(view.version()))
              .entity(view)
              .build();
        });
  }

  @GET
  @Path("/{departmentId}")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(operationId = "getDepartment", summary = "One department")
  @APIResponse(
      responseCode = "200",
      description = "The department",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  @APIResponse(
      responseCode = "304",
      description =
          "The caller has it as it is now: the version in If-None-Match is the present one")
  @APIResponse(responseCode = "404", description = "The organisation has no such department")
  public Response get(
      @PathParam("code") OrganizationCode code,
      @PathParam("departmentId") UUID departmentId,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    DepartmentView view = departments.get(code, departmentId);
    return Etags.names(ifNoneMatch, view.version())
        ? Response.notModified(Etags.of(view.version())).build()
        : withTag(view);
  }

  @GET
  @Path("/{departmentId}/history")
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
      operationId = "listDepartmentHistory",
      summary = "What a department was called and in charge of")
  @APIResponse(responseCode = "200", description = "The newest first; at most 200")
  @APIResponse(responseCode = "404", description = "The organisation has no such department")
  public DepartmentRequests.History history(
      @PathParam("code") OrganizationCode code, @PathParam("departmentId") UUID departmentId) {
    return new DepartmentRequests.History(departments.history(code, departmentId));
  }

  @PUT
  @Path("/{departmentId}")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "changeDepartment",
      summary = "Rename a department or give it another duty, from today")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such department, or it is not the caller's to keep")
  @APIResponse(responseCode = "409", description = "It is closed, or another one is like that")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response change(
      @PathParam("code") OrganizationCode code,
      @PathParam("departmentId") UUID departmentId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid DepartmentRequests.Content body) {
    return withTag(departments.change(code, departmentId, body.name(), body.duty(), ifMatch));
  }

  @POST
  @Path("/{departmentId}/closure")
  @RolesAllowed(Role.REGISTRAR)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "closeDepartment",
      summary = "Close a department, today as its last day; closing it again changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such department, or it is not the caller's to keep")
  @APIResponse(responseCode = "409", description = "Active contacts name it; they come first")
  public Response close(
      @PathParam("code") OrganizationCode code, @PathParam("departmentId") UUID departmentId) {
    return withTag(departments.close(code, departmentId));
  }

  private static Response withTag(DepartmentView view) {
    return Response.ok(view).tag(Etags.of(view.version())).build();
  }
}
