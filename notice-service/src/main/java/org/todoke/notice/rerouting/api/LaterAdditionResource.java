package org.todoke.notice.rerouting.api;

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
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.rerouting.AddLater;
import org.todoke.notice.rerouting.AdditionForm;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** Who comes into the audience of a notice that is out. */
@Path("/v1/notices/{id}/audience/additions")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LaterAdditionResource {

  private final AddLater adding;
  private final CurrentActor actor;

  LaterAdditionResource(AddLater adding, CurrentActor actor) {
    this.adding = adding;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Role.ISSUER)
  @Operation(
      summary =
          "Takes somebody into the audience of an issued notice; repeating it changes nothing",
      description =
          "For the one who leads it. The denominator grows by one, by the fact delivery.added, and"
              + " the issuer sends the notice to the newcomer itself.")
  public DeliveryView add(@PathParam("id") UUID id, AdditionForm form) {
    return adding.add(id, form, actor.get());
  }
}
