package org.todoke.notice.authoring.api;

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
import org.todoke.notice.authoring.CancellationForm;
import org.todoke.notice.authoring.EndNotice;
import org.todoke.notice.authoring.NoticeView;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** How a notice ends. That a later version takes its place is done by issuing that one. */
@Path("/v1/notices/{id}")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoticeEndResource {

  private final EndNotice ending;
  private final CurrentActor actor;

  NoticeEndResource(EndNotice ending, CurrentActor actor) {
    this.ending = ending;
    this.actor = actor;
  }

  @POST
  @Path("/closure")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.ISSUER)
  @Operation(
      summary = "Closes an issued notice: nothing more is collected; repeating it changes nothing")
  public NoticeView close(@PathParam("id") UUID id) {
    return ending.close(id, actor.get());
  }

  @POST
  @Path("/cancellation")
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Takes an issued notice back, with a reason; repeating it changes nothing")
  public NoticeView cancel(@PathParam("id") UUID id, CancellationForm form) {
    return ending.cancel(id, form, actor.get());
  }
}
