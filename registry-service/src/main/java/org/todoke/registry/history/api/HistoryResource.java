package org.todoke.registry.history.api;

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
import org.todoke.registry.history.OrganizationHistory;
import org.todoke.registry.history.Period;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What was true of an organisation when. */
@Path("/v1/organizations/{code}/history")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
class HistoryResource {

  private final OrganizationHistory history;

  HistoryResource(OrganizationHistory history) {
    this.history = history;
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
      operationId = "getHistory",
      summary = "Every period of an organisation, with who recorded it and what changed")
  @APIResponse(responseCode = "200", description = "The newest first")
  @APIResponse(responseCode = "404", description = "There is no organisation with this code")
  public Page<Period> periods(
      @PathParam("code") OrganizationCode code, @BeanParam @Valid PageRequest page) {
    return history.periods(code, page);
  }
}
