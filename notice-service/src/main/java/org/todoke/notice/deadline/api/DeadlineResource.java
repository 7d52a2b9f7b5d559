package org.todoke.notice.deadline.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.deadline.DeadlineView;
import org.todoke.notice.deadline.ReadDeadline;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** By when a delivery has to be dealt with. */
@Path("/v1/notices/{id}/deliveries/{organization}/deadline")
@Tag(name = "Deadlines")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {

  private final ReadDeadline reading;
  private final CurrentActor actor;

  DeadlineResource(ReadDeadline reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      summary = "By when it has to be done and how late it is, by both clocks",
      description =
          "Against the absolute date, and against the own receipt and the office days given from"
              + " then on, so that nobody is blamed for delay above. Worked out from the facts when"
              + " asked.")
  public DeadlineView read(
      @PathParam("id") UUID id, @PathParam("organization") OrganizationCode organization) {
    return reading.of(id, organization, actor.get());
  }
}
