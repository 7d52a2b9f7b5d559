package org.todoke.notice.chasing.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.notice.chasing.DigestView;
import org.todoke.notice.chasing.ReadDigests;
import org.todoke.notice.chasing.ReadDigests.Kind;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What the caller itself was reminded of, for all notices together. */
@Path("/v1/reminders")
@Tag(name = "Deadlines")
@Produces(MediaType.APPLICATION_JSON)
public class ReminderResource {

  private final ReadDigests reading;
  private final CurrentActor actor;

  ReminderResource(ReadDigests reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "What the caller was reminded of: one a day, the latest first")
  public Page<DigestView> list(@BeanParam @Valid PageRequest page) {
    return reading.of(Kind.REMINDER, actor.get().organization(), page);
  }

  @GET
  @Path("/{reminderId}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "One of them with all its items, page by page")
  public DigestView read(@PathParam("reminderId") UUID id, @BeanParam @Valid PageRequest page) {
    return reading.one(Kind.REMINDER, id, actor.get().organization(), page);
  }
}
