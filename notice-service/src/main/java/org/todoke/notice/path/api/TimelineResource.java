package org.todoke.notice.path.api;

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
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.path.ReadTimeline;
import org.todoke.notice.path.TimelineEntry;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What happened to a delivery. */
@Path("/v1/notices/{id}/deliveries/{organization}/timeline")
@Tag(name = "Path")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

  private final ReadTimeline reading;
  private final CurrentActor actor;

  TimelineResource(ReadTimeline reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The facts of a delivery in the order in which they were entered")
  @APIResponse(responseCode = "200", description = "Oldest first")
  public Page<TimelineEntry> timeline(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @BeanParam @Valid PageRequest page) {
    return reading.of(id, organization, actor.get().organization(), page);
  }
}
