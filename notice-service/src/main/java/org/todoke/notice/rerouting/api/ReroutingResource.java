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
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.rerouting.DecideRejection;
import org.todoke.notice.rerouting.DecisionForm;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** What a sender does about a notice that came back. */
@Path("/v1/notices/{id}/deliveries/{organization}/rerouting")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReroutingResource {

  private final DecideRejection deciding;
  private final CurrentActor actor;

  ReroutingResource(DecideRejection deciding, CurrentActor actor) {
    this.deciding = deciding;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(
      summary = "Says whether it came to the wrong addressee; repeating it changes nothing",
      description =
          "For those who sent it, and for the issuers. Approved, the right organisation gets it and"
              + " comes into the audience if it was not in it; declined, it is the addressee's"
              + " again.")
  public DeliveryView decide(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      DecisionForm form) {
    return deciding.decide(id, organization, form, actor.get());
  }
}
