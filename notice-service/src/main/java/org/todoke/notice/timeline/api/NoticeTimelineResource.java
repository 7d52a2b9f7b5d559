package org.todoke.notice.timeline.api;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.notice.timeline.DayOfTier;
import org.todoke.notice.timeline.NoticeEntry;
import org.todoke.notice.timeline.ReadNoticeTimeline;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What happened to a notice. */
@Path("/v1/notices/{id}/timeline")
@Tag(name = "Progress")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeTimelineResource {

  private final ReadNoticeTimeline reading;
  private final CurrentActor actor;

  NoticeTimelineResource(ReadNoticeTimeline reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "getNoticeTimeline",
      summary = "The facts of the notice, and who at or below the caller passed it on and when")
  @APIResponse(responseCode = "200", description = "In the order in which they were entered")
  public Page<NoticeEntry> timeline(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
    return reading.of(id, actor.get().organization(), page);
  }

  @GET
  @Path("/days")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "getDaysOfNotice",
      summary = "How many of each tier it reached, and how many acted, on each day")
  @APIResponse(responseCode = "200", description = "By day and tier; days in Japan")
  public Page<DayOfTier> days(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
    return reading.days(id, actor.get().organization(), page);
  }
}
