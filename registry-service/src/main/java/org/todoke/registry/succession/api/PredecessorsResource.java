package org.todoke.registry.succession.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.succession.SuccessionView;
import org.todoke.registry.succession.Successions;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Those that an organisation came after. */
@Path("/v1/organizations/{code}/predecessors")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
class PredecessorsResource {

  private final Successions successions;

  PredecessorsResource(Successions successions) {
    this.successions = successions;
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
  @Operation(operationId = "listPredecessors", summary = "Those that an organisation came after")
  @APIResponse(responseCode = "200", description = "In the order of their codes")
  @APIResponse(responseCode = "404", description = "There is none with this code")
  public Page<SuccessionView> predecessors(
      @PathParam("code") OrganizationCode code, @BeanParam @Valid PageRequest page) {
    return successions.predecessors(code, page);
  }
}
