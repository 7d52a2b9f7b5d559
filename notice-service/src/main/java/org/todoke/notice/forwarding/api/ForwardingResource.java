package org.todoke.notice.forwarding.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.forwarding.ForwardNotice;
import org.todoke.notice.forwarding.ForwardingForm;
import org.todoke.notice.forwarding.ForwardingView;
import org.todoke.notice.forwarding.ReadForwarding;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;
import org.todoke.web.PageRequest;

/** What an addressee does with a notice for those below it. */
@Path("/v1/notices/{id}/deliveries/{organization}/forwarding")
@Tag(name = "Forwardings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ForwardingResource {

  private static final int FIRST_CHILDREN = 50;

  private final ForwardNotice forwarding;
  private final ReadForwarding reading;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  ForwardingResource(
      ForwardNotice forwarding,
      ReadForwarding reading,
      Idempotency idempotency,
      CurrentActor actor) {
    this.forwarding = forwarding;
    this.reading = reading;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Role.FORWARDER)
  @Operation(
      summary = "Passes the notice on, once",
      description =
          "Everybody next below who is in the audience has to be addressed, or omitted with a"
              + " reason. Whoever is addressed by another channel than the inbox has it when the"
              + " arrival is entered.")
  @APIResponse(
      responseCode = "201",
      description = "The forwarding",
      content = @Content(schema = @Schema(implementation = ForwardingView.class)))
  public Response forward(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      ForwardingForm form) {
    return idempotency.once(
        form,
        () -> {
          forwarding.forward(id, organization, form, actor.get());
          return Response.created(
                  URI.create("/v1/notices/" + id + "/deliveries/" + organization + "/forwarding"))
              .entity(reading.one(id, organization, null, FIRST_CHILDREN, actor.get()))
              .build();
        });
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "What was done with each child")
  public ForwardingView read(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @BeanParam @Valid PageRequest page) {
    return reading.one(id, organization, page.after(), page.limit(), actor.get());
  }
}
