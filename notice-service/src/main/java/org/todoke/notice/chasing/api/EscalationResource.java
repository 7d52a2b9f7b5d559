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

/** Those below the caller of whom it was told that they are late. */
@Path("/v1/escalations")
@Tag(name = "Deadlines")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {

  private final ReadDigests reading;
  private final CurrentActor actor;

  EscalationResource(ReadDigests reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.AUDITOR})
  @Operation(summary = "Who below the caller is late: one list a day, the latest first")
  public Page<DigestView> list(@BeanParam @Valid PageRequest page) {
    return reading.of(Kind.ESCALATION, actor.get().organization(), page);
  }

  @GET
  @Path("/{escalationId}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.AUDITOR})
  @Operation(summary = "One of them with all its items, page by page")
  public DigestView read(@PathParam("escalationId") UUID id, @BeanParam @Valid PageRequest page) {
    return reading.one(Kind.ESCALATION, id, actor.get().organization(), page);
  }
}
