package org.todoke.registry.department.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.security.Role;

/** What departments can be in charge of. */
@Path("/v1/department-duties")
@Tag(name = "Departments")
@Produces(MediaType.APPLICATION_JSON)
class DutyResource {

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
      operationId = "listDepartmentDuties",
      summary = "What a department can be in charge of, in Japanese and English")
  @APIResponse(responseCode = "200", description = "All of them")
  public DepartmentRequests.Duties list() {
    return DepartmentRequests.Duties.all();
  }
}
