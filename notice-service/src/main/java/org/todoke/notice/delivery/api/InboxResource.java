package org.todoke.notice.delivery.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.delivery.AcknowledgeMany;
import org.todoke.notice.delivery.AcknowledgementResult;
import org.todoke.notice.delivery.InboxItem;
import org.todoke.notice.delivery.ManyAcknowledgementsForm;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.ReadDeliveries.InboxPosition;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What has reached the caller. */
@Path("/v1/deliveries")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {

  private final ReadDeliveries reading;
  private final AcknowledgeMany acknowledging;
  private final CurrentActor actor;

  InboxResource(ReadDeliveries reading, AcknowledgeMany acknowledging, CurrentActor actor) {
    this.reading = reading;
    this.acknowledging = acknowledging;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The notices that have reached the caller, the latest first")
  public Page<InboxItem> inbox(
      @QueryParam("documentNumber") @Size(max = 64) @Nullable String documentNumber,
      @BeanParam @Valid PageRequest page) {
    return reading.inbox(
        documentNumber, page.after(InboxPosition::parse), page.limit(), actor.get());
  }

  @POST
  @Path("/acknowledgements")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER})
  @Operation(
      summary = "Says of up to 100 of the caller's own deliveries who deals with them",
      description =
          "Each by itself, with a result for each in the order given; repeating it changes nothing.")
  public AcknowledgementResult.Results acknowledge(ManyAcknowledgementsForm form) {
    return acknowledging.acknowledge(form, actor.get());
  }
}
