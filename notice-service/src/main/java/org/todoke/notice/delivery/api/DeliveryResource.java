package org.todoke.notice.delivery.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.delivery.AcknowledgementForm;
import org.todoke.notice.delivery.AnswerForOneself;
import org.todoke.notice.delivery.ArrivalForm;
import org.todoke.notice.delivery.DelegateDelivery;
import org.todoke.notice.delivery.DelegationForm;
import org.todoke.notice.delivery.DeliveryFilter;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.delivery.ExcuseDelivery;
import org.todoke.notice.delivery.ExcuseForm;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.RecordArrival;
import org.todoke.notice.delivery.RejectionForm;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** The deliveries of a notice: one's own, and those below. */
@Path("/v1/notices/{id}/deliveries")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveryResource {

  /** The states by the names that they have in JSON. */
  public enum StateName {
    @JsonProperty("requested")
    REQUESTED("requested"),
    @JsonProperty("received")
    RECEIVED("received"),
    @JsonProperty("accepted")
    ACCEPTED("accepted"),
    @JsonProperty("forwarded")
    FORWARDED("forwarded"),
    @JsonProperty("finalized")
    FINALIZED("finalized"),
    @JsonProperty("rejected")
    REJECTED("rejected");

    private final String wireName;

    StateName(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  private final ReadDeliveries reading;
  private final AnswerForOneself answering;
  private final DelegateDelivery delegating;
  private final ExcuseDelivery excusing;
  private final RecordArrival recording;
  private final CurrentActor actor;

  DeliveryResource(
      ReadDeliveries reading,
      AnswerForOneself answering,
      DelegateDelivery delegating,
      ExcuseDelivery excusing,
      RecordArrival recording,
      CurrentActor actor) {
    this.reading = reading;
    this.answering = answering;
    this.delegating = delegating;
    this.excusing = excusing;
    this.recording = recording;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The deliveries that the caller may see, by code")
  public Page<DeliveryView> list(
      @PathParam("id") UUID id,
      @QueryParam("tier") @Nullable OrganizationKind tier,
      @QueryParam("state") @Nullable StateName state,
      @BeanParam @Valid PageRequest page) {
    String wanted = state == null ? null : state.wireName();
    return reading.of(
        id, new DeliveryFilter(tier, wanted, page.after(), page.limit()), actor.get());
  }

  @GET
  @Path("/{organization}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "One delivery with the ways in which it was reached")
  public DeliveryView read(
      @PathParam("id") UUID id, @PathParam("organization") OrganizationCode organization) {
    return reading.one(id, organization, actor.get());
  }

  @POST
  @Path("/{organization}/acknowledgement")
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER})
  @Operation(summary = "Says who deals with it; repeating it changes nothing")
  public DeliveryView acknowledge(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      AcknowledgementForm form) {
    return answering.acknowledge(id, organization, form, actor.get());
  }

  @POST
  @Path("/{organization}/rejection")
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER})
  @Operation(summary = "Says that it came to the wrong addressee; repeating it changes nothing")
  public DeliveryView reject(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      RejectionForm form) {
    return answering.reject(id, organization, form, actor.get());
  }

  @POST
  @Path("/{organization}/delegation")
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER})
  @Operation(
      summary = "Says which department deals with it; may be changed, repeating it changes nothing")
  public DeliveryView delegate(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      DelegationForm form) {
    return delegating.delegate(id, organization, form, actor.get());
  }

  @POST
  @Path("/{organization}/excuse")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(summary = "Leaves somebody below out of the count, with a reason")
  public DeliveryView excuse(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      ExcuseForm form) {
    return excusing.excuse(id, organization, form, actor.get());
  }

  @POST
  @Path("/{organization}/arrivals")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(summary = "Enters that it arrived at somebody below outside the system")
  public DeliveryView record(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      ArrivalForm form) {
    return recording.record(id, organization, form, actor.get());
  }
}
