package org.todoke.notice.attempt.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.notice.attempt.ReadWaitingAttempts;
import org.todoke.notice.attempt.WaitingAttempt;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Whom people have to reach because the suite cannot. */
@Path("/v1/deliveries/attempts")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class WaitingAttemptResource {

  private final ReadWaitingAttempts waiting;
  private final CurrentActor actor;

  WaitingAttemptResource(ReadWaitingAttempts waiting, CurrentActor actor) {
    this.waiting = waiting;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(
      summary = "Whom the caller has to reach by FAX, telephone or post, by notice",
      description =
          "Those to whom it sent a notice that is in force, who could not be reached by e-mail and"
              + " have neither acknowledged it nor been excused.")
  public Page<WaitingAttempt> waiting(@BeanParam @Valid PageRequest page) {
    return waiting.of(actor.get().organization(), page);
  }
}
