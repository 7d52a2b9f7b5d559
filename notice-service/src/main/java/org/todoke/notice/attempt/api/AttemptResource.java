package org.todoke.notice.attempt.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.attempt.AttemptForm;
import org.todoke.notice.attempt.RecordAttempt;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** What people did to reach those whom the suite cannot reach by itself. */
@Path("/v1/notices/{id}/deliveries/{organization}/attempts")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AttemptResource {

  private final RecordAttempt recording;
  private final CurrentActor actor;

  AttemptResource(RecordAttempt recording, CurrentActor actor) {
    this.recording = recording;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(
      summary = "Records how an attempt to reach somebody below went; repeating it changes nothing",
      description =
          "About the attempt over this channel that is under way, or about one of the caller's own"
              + " making. What was delivered is entered as an arrival too. After a permanent"
              + " failure the next channel of the directory waits; where none is left, the"
              + " addressee counts as unreachable.")
  public DeliveryView record(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      AttemptForm form) {
    return recording.record(id, organization, form, actor.get());
  }
}
