package org.todoke.notice.export.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.export.FactColumns;
import org.todoke.notice.note.ReadNotes;
import org.todoke.notice.path.ReadTimeline;
import org.todoke.notice.question.Ask;
import org.todoke.notice.question.PublishAnswer;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.file.CsvAnswers;
import org.todoke.web.file.CsvRequest;

/** What was said about a notice or one of its deliveries: the lists, whole and as files. */
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
public class SaidExportResource {

  private final CsvAnswers answers;
  private final Ask questions;
  private final PublishAnswer published;
  private final ReadNotes notes;
  private final ReadTimeline timeline;
  private final CurrentActor actor;

  SaidExportResource(
      CsvAnswers answers,
      Ask questions,
      PublishAnswer published,
      ReadNotes notes,
      ReadTimeline timeline,
      CurrentActor actor) {
    this.answers = answers;
    this.questions = questions;
    this.published = published;
    this.notes = notes;
    this.timeline = timeline;
    this.actor = actor;
  }

  @GET
  @Path("/questions")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportQuestions", summary = "The questions by and to the caller")
  public Response questions(@PathParam("id") UUID id, @BeanParam CsvRequest file) {
    return answers.of(
        "questions", file, FactColumns.QUESTIONS, page -> questions.of(id, actor.get(), page));
  }

  @GET
  @Path("/answers")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportAnswers", summary = "The published answers for the caller")
  public Response answers(@PathParam("id") UUID id, @BeanParam CsvRequest file) {
    return answers.of(
        "answers", file, FactColumns.ANSWERS, page -> published.of(id, actor.get(), page));
  }

  @GET
  @Path("/notes/{organization}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportNotes", summary = "The notes of an organisation")
  public Response notes(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @BeanParam CsvRequest file) {
    return answers.of(
        "notes",
        file,
        FactColumns.NOTES,
        page -> notes.of(id, organization, actor.get().organization(), page));
  }

  @GET
  @Path("/timeline/{organization}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(operationId = "exportTimeline", summary = "The timeline of one delivery")
  public Response timeline(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @BeanParam CsvRequest file) {
    return answers.of(
        "delivery",
        file,
        FactColumns.DELIVERY_TIMELINE,
        page -> timeline.of(id, organization, actor.get().organization(), page));
  }
}
