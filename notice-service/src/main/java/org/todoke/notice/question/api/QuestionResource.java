package org.todoke.notice.question.api;

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
import org.todoke.notice.question.AnswerForm;
import org.todoke.notice.question.AnswerView;
import org.todoke.notice.question.Ask;
import org.todoke.notice.question.PublishAnswer;
import org.todoke.notice.question.QuestionForm;
import org.todoke.notice.question.QuestionView;
import org.todoke.notice.question.ReplyForm;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Questions about a paper, and answers for all who need them. */
@Path("/v1/notices/{id}")
@Tag(name = "Questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuestionResource {

  private final Ask asking;
  private final PublishAnswer publishing;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  QuestionResource(
      Ask asking, PublishAnswer publishing, Idempotency idempotency, CurrentActor actor) {
    this.asking = asking;
    this.publishing = publishing;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @POST
  @Path("/questions")
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER})
  @Operation(
      summary = "Asks the first issuer of the notice, or the author of a letter",
      description =
          "For those whom the notice has reached; at most 20. The two sides see it alone.")
  @APIResponse(
      responseCode = "201",
      description = "The question",
      content = @Content(schema = @Schema(implementation = QuestionView.class)))
  public Response ask(@PathParam("id") UUID id, QuestionForm form) {
    return idempotency.once(
        form,
        () -> {
          QuestionView asked = asking.ask(id, form, actor.get());
          return Response.created(URI.create("/v1/notices/" + id + "/questions/" + asked.id()))
              .entity(asked)
              .build();
        });
  }

  @GET
  @Path("/questions")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "What the caller asked and was asked about the notice, the oldest first")
  public Page<QuestionView> questions(
      @PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
    return asking.of(id, actor.get(), page);
  }

  @GET
  @Path("/questions/{questionId}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "A question with what was said to it, for the two sides")
  public QuestionView question(@PathParam("id") UUID id, @PathParam("questionId") UUID questionId) {
    return asking.one(id, questionId, actor.get());
  }

  @POST
  @Path("/questions/{questionId}/replies")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER})
  @Operation(summary = "Adds to a question, from either side")
  @APIResponse(
      responseCode = "201",
      description = "The question with the reply",
      content = @Content(schema = @Schema(implementation = QuestionView.class)))
  public Response reply(
      @PathParam("id") UUID id, @PathParam("questionId") UUID questionId, ReplyForm form) {
    return idempotency.once(
        form,
        () ->
            Response.created(URI.create("/v1/notices/" + id + "/questions/" + questionId))
                .entity(asking.reply(id, questionId, form, actor.get()))
                .build());
  }

  @POST
  @Path("/answers")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER})
  @Operation(
      summary = "Publishes an answer to all who need it",
      description =
          "Of an issuer for everybody who has the notice; of the author of a letter for those who"
              + " hold it; or for a node with those below it. Who had asked is not said.")
  @APIResponse(
      responseCode = "201",
      description = "The answer",
      content = @Content(schema = @Schema(implementation = AnswerView.class)))
  public Response publish(@PathParam("id") UUID id, AnswerForm form) {
    return idempotency.once(
        form,
        () ->
            Response.created(URI.create("/v1/notices/" + id + "/answers"))
                .entity(publishing.publish(id, form, actor.get()))
                .build());
  }

  @GET
  @Path("/answers")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The published questions and answers that are for the caller")
  public Page<AnswerView> answers(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
    return publishing.of(id, actor.get(), page);
  }
}
