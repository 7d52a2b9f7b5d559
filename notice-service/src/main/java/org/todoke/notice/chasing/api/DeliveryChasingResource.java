package org.todoke.notice.chasing.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.chasing.DeliveryChasing;
import org.todoke.notice.chasing.ReadChasing;
import org.todoke.notice.chasing.SnoozeDelivery;
import org.todoke.notice.chasing.SnoozeForm;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** How a delivery is chased. */
@Path("/v1/notices/{id}/deliveries/{organization}")
@Tag(name = "Deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveryChasingResource {

  private final ReadChasing reading;
  private final SnoozeDelivery snoozing;
  private final CurrentActor actor;

  DeliveryChasingResource(ReadChasing reading, SnoozeDelivery snoozing, CurrentActor actor) {
    this.reading = reading;
    this.snoozing = snoozing;
    this.actor = actor;
  }

  @GET
  @Path("/chasing")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "How it was chased, and whether it is let be for a while")
  public DeliveryChasing read(
      @PathParam("id") UUID id, @PathParam("organization") OrganizationCode organization) {
    return reading.of(id, organization, actor.get());
  }

  @POST
  @Path("/snooze")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(
      summary = "Lets somebody below be until a day, with a reason; repeating it changes nothing",
      description = "It is not chased up to that day, and is late all the same.")
  public DeliveryChasing snooze(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      SnoozeForm form) {
    return snoozing.snooze(id, organization, form, actor.get());
  }
}
