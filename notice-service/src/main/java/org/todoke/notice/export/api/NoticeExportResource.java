package org.todoke.notice.export.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.delivery.DeliveryFilter;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.api.DeliveryResource.StateName;
import org.todoke.notice.export.DeliveryColumns;
import org.todoke.notice.export.FactColumns;
import org.todoke.notice.export.ProgressColumns;
import org.todoke.notice.forwarding.ReadForwarding;
import org.todoke.notice.late.LateReason;
import org.todoke.notice.late.ReadLate;
import org.todoke.notice.progress.ReadProgress;
import org.todoke.notice.progress.api.ProgressResource;
import org.todoke.notice.timeline.ReadNoticeTimeline;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.file.CsvAnswers;
import org.todoke.web.file.CsvRequest;

/** How far a notice is: the lists, whole and as files. */
@Path("/v1/notices/{id}/export")
@Tag(name = "Export")
@Produces("text/csv")
@APIResponse(
    responseCode = "200",
    description = "The rows of the list, in its order; a cell is never a formula",
    content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
@APIResponse(
    responseCode = "503",
    description = "As many as may run at once are running; Retry-After says when to come back")
public class NoticeExportResource {

  private final CsvAnswers answers;
  private final ReadDeliveries deliveries;
  private final ReadForwarding forwardings;
  private final ReadProgress progress;
  private final ReadLate late;
  private final ReadNoticeTimeline timeline;
  private final CurrentActor actor;

  NoticeExportResource(
      CsvAnswers answers,
      ReadDeliveries deliveries,
      ReadForwarding forwardings,
      ReadProgress progress,
      ReadLate late,
      ReadNoticeTimeline timeline,
      CurrentActor actor) {
    this.answers = answers;
    this.deliveries = deliveries;
    this.forwardings = forwardings;
    this.progress = progress;
    this.late = late;
    this.timeline = timeline;
    this.actor = actor;
  }

  @GET
  @Path("/deliveries")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportDeliveries", summary = "The deliveries that the caller may see")
  public Response deliveries(
      @PathParam("id") UUID id,
      @QueryParam("tier") @Nullable OrganizationKind tier,
      @QueryParam("state") @Nullable StateName state,
      @BeanParam CsvRequest file) {
    String wanted = state == null ? null : state.wireName();
    return answers.of(
        "deliveries",
        file,
        DeliveryColumns.DELIVERIES,
        page ->
            deliveries.of(
                id, new DeliveryFilter(tier, wanted, page.after(), page.limit()), actor.get()));
  }

  @GET
  @Path("/children/{node}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "exportChildren",
      summary = "The nodes of the next level with their figures, a row for each tier below them")
  public Response children(
      @PathParam("id") UUID id,
      @PathParam("node") String node,
      @QueryParam("asOf") @Parameter(description = ProgressResource.AS_OF) @Nullable Instant asOf,
      @BeanParam CsvRequest file) {
    return answers.of(
        "progress",
        file,
        ProgressColumns.CHILDREN,
        page ->
            ProgressColumns.rows(
                progress.childrenOf(id, node, actor.get().organization(), asOf, page)));
  }

  @GET
  @Path("/late")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportLate", summary = "The late, and what is missing of each")
  public Response late(
      @PathParam("id") UUID id,
      @QueryParam("tier") @Nullable OrganizationKind tier,
      @QueryParam("reason") @Nullable LateReason reason,
      @BeanParam CsvRequest file) {
    return answers.of(
        "late",
        file,
        ProgressColumns.LATE,
        page -> late.of(id, new ReadLate.Filter(tier, reason), actor.get().organization(), page));
  }

  @GET
  @Path("/timeline")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportNoticeTimeline", summary = "The timeline of the notice")
  public Response timeline(@PathParam("id") UUID id, @BeanParam CsvRequest file) {
    return answers.of(
        "timeline",
        file,
        FactColumns.TIMELINE,
        page -> timeline.of(id, actor.get().organization(), page));
  }

  @GET
  @Path("/days")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportDays", summary = "What happened on each day, by tier")
  public Response days(@PathParam("id") UUID id, @BeanParam CsvRequest file) {
    return answers.of(
        "days",
        file,
        FactColumns.DAYS,
        page -> timeline.days(id, actor.get().organization(), page));
  }

  @GET
  @Path("/forwarding/{organization}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "exportForwarding",
      summary = "What a forwarding did with each child, omissions included")
  public Response forwarding(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @BeanParam CsvRequest file) {
    return answers.of(
        "forwarding",
        file,
        DeliveryColumns.CHILDREN,
        page ->
            forwardings.one(id, organization, page.after(), page.limit(), actor.get()).children());
  }
}
