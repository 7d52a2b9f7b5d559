package org.todoke.notice.path.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.path.PathView;
import org.todoke.notice.path.ReadPath;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** How a notice came to one organisation, or who holds it up. */
@Path("/v1/notices/{id}/deliveries/{organization}/path")
@Tag(name = "Path")
@Produces(MediaType.APPLICATION_JSON)
public class PathResource {

  private final ReadPath reading;
  private final CurrentActor actor;

  PathResource(ReadPath reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The hops to an organisation, line by line, and who holds the notice up")
  @APIResponse(responseCode = "200", description = "As of the moment asOf")
  public PathView path(
      @PathParam("id") UUID id, @PathParam("organization") OrganizationCode organization) {
    return reading.of(id, organization, actor.get().organization());
  }
}
