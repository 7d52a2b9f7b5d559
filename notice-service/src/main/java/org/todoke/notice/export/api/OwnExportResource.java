package org.todoke.notice.export.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.authoring.NoticeFilter;
import org.todoke.notice.authoring.NoticeStatus;
import org.todoke.notice.authoring.ReadNotices;
import org.todoke.notice.chasing.ReadDigests;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.ReadDeliveries.InboxPosition;
import org.todoke.notice.export.DeliveryColumns;
import org.todoke.notice.export.FactColumns;
import org.todoke.notice.instruction.KeepInstructions;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.file.CsvAnswers;
import org.todoke.web.file.CsvRequest;

/** The caller's own lists, whole and as files. */
@Path("/v1/notices/export")
@Tag(name = "Export")
@Produces("text/csv")
@APIResponse(
    responseCode = "200",
    description = "The rows of the list, in its order; a cell is never a formula",
    content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
@APIResponse(
    responseCode = "503",
    description = "As many as may run at once are running; Retry-After says when to come back")
public class OwnExportResource {

  private final CsvAnswers answers;
  private final ReadNotices notices;
  private final ReadDeliveries deliveries;
  private final ReadDigests digests;
  private final KeepInstructions instructions;
  private final CurrentActor actor;

  OwnExportResource(
      CsvAnswers answers,
      ReadNotices notices,
      ReadDeliveries deliveries,
      ReadDigests digests,
      KeepInstructions instructions,
      CurrentActor actor) {
    this.answers = answers;
    this.notices = notices;
    this.deliveries = deliveries;
    this.digests = digests;
    this.instructions = instructions;
    this.actor = actor;
  }

  @GET
  @Path("/issued")
  @RolesAllowed({Role.ISSUER, Role.AUDITOR})
  @Operation(operationId = "exportNotices", summary = "What the caller's organisation signed")
  public Response issued(
      @QueryParam("status") @Nullable NoticeStatus status, @BeanParam CsvRequest file) {
    return answers.of(
        "notices",
        file,
        DeliveryColumns.ISSUED,
        page ->
            notices.signedBy(
                actor.get(),
                new NoticeFilter(status, null, page.after(UUID::fromString)),
                page.limit()));
  }

  @GET
  @Path("/inbox")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportInbox", summary = "The notices that have reached the caller")
  public Response inbox(@BeanParam CsvRequest file) {
    return answers.of(
        "inbox",
        file,
        DeliveryColumns.INBOX,
        page ->
            deliveries.inbox(null, page.after(InboxPosition::parse), page.limit(), actor.get()));
  }

  @GET
  @Path("/reminders")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportReminders", summary = "The reminders of the caller, day by day")
  public Response reminders(@BeanParam CsvRequest file) {
    return digests("reminders", ReadDigests.Kind.REMINDER, file);
  }

  @GET
  @Path("/reminders/{reminderId}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportReminder", summary = "Everything in one reminder")
  public Response reminder(@PathParam("reminderId") UUID id, @BeanParam CsvRequest file) {
    return items("reminder", ReadDigests.Kind.REMINDER, id, file);
  }

  @GET
  @Path("/escalations")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportEscalations", summary = "What the caller was told of others")
  public Response escalations(@BeanParam CsvRequest file) {
    return digests("escalations", ReadDigests.Kind.ESCALATION, file);
  }

  @GET
  @Path("/escalations/{escalationId}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportEscalation", summary = "Everybody in one escalation")
  public Response escalation(@PathParam("escalationId") UUID id, @BeanParam CsvRequest file) {
    return items("escalation", ReadDigests.Kind.ESCALATION, id, file);
  }

  @GET
  @Path("/standing-instructions")
  @RolesAllowed({Role.FORWARDER, Role.AUDITOR})
  @Operation(
      operationId = "exportStandingInstructions",
      summary = "What the caller's organisation has laid down")
  public Response instructions(@BeanParam CsvRequest file) {
    return answers.of(
        "standing-instructions",
        file,
        FactColumns.INSTRUCTIONS,
        page -> new Page<>(instructions.all(actor.get()), null));
  }

  private Response digests(String name, ReadDigests.Kind kind, CsvRequest file) {
    return answers.of(
        name,
        file,
        FactColumns.DIGESTS,
        page -> digests.of(kind, actor.get().organization(), page));
  }

  private Response items(String name, ReadDigests.Kind kind, UUID id, CsvRequest file) {
    return answers.of(
        name,
        file,
        FactColumns.DIGEST_ITEMS,
        page -> digests.one(kind, id, actor.get().organization(), page).items());
  }
}
