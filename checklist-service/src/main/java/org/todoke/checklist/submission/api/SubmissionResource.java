package org.todoke.checklist.submission.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.submission.CompleteSubmission;
import org.todoke.checklist.submission.ReadSubmission;
import org.todoke.checklist.submission.SaveDraft;
import org.todoke.checklist.submission.SubmissionView;
import org.todoke.contracts.Channel;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.body.OptionalBody;

/** Answers of one assignment: drafts, completion, amendments, and what was answered before. */
@Path("/v1/assignments/{id}/submission")
@Tag(name = "Submissions")
public class SubmissionResource {

  private final ReadSubmission read;
  private final SaveDraft saveDraft;
  private final CompleteSubmission complete;
  private final CurrentActor currentActor;

  SubmissionResource(
      ReadSubmission read,
      SaveDraft saveDraft,
      CompleteSubmission complete,
      CurrentActor currentActor) {
    this.read = read;
    this.saveDraft = saveDraft;
    this.complete = complete;
    this.currentActor = currentActor;
  }

  /** What the operator has so far. */
  @Schema(name = "SubmissionDraftRequest", requiredProperties = "answers")
  public record DraftRequest(
      @Schema(description = "By item: a code, a text, a date or a number.")
          @Nullable Map<String, JsonNode> answers) {}

  /** The answers are complete. */
  @Schema(name = "SubmissionCompletionRequest")
  public record CompletionRequest(
      @Schema(
              description =
                  "By item: a code, a text, a date or a number. Without it the operator's draft is"
                      + " completed as it is.")
          @Nullable Map<String, JsonNode> answers,
      @Schema(description = "By proxy only: when it was answered by FAX, telephone or post.")
          @Nullable Instant answeredAt,
      @Schema(description = "By proxy only: how the answer came.") @Nullable Channel channel) {}

  @GET
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(
      summary = "Where the answers stand, and as much of them as the caller may see",
      description =
          "The operator and the municipality read all completed answers; drafts are the operator's"
              + " alone. A prefecture reads codes and figures, and people's own words and data only"
              + " where it has a duty to act: it entered the answer itself, or the answer does not"
              + " comply. What is kept back is named. Ministries and issuers read no single answer.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  public Response one(@PathParam("id") UUID id) {
    return represent(id);
  }

  @PUT
  @RolesAllowed(Role.RESPONDER)
  @Operation(summary = "Keeps a draft: answers may be missing, none may be wrong")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  public Response save(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull DraftRequest request) {
    saveDraft.save(id, request.answers(), ifMatch, currentActor.get());
    return represent(id);
  }

  @POST
  @Path("/completion")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER})
  @Operation(
      summary = "Completes or amends the answers, for oneself or by proxy",
      description =
          "The same answers again change nothing; other answers amend the completed ones.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  public Response complete(
      @PathParam("id") UUID id, @OptionalBody @Nullable CompletionRequest request) {
    complete.complete(
        id,
        request == null
            ? new CompleteSubmission.Completion(null, null, null)
            : new CompleteSubmission.Completion(
                request.answers(), request.answeredAt(), request.channel()),
        currentActor.get());
    return represent(id);
  }

  @GET
  @Path("/revisions")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "All completed answers, the first one first")
  public Page<SubmissionView.Revision> revisions(
      @PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
    return read.revisions(id, currentActor.get(), page);
  }

  @GET
  @Path("/revisions/{revision}")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "Completed answers as they were before an amendment")
  public SubmissionView.Revision revision(
      @PathParam("id") UUID id, @PathParam("revision") int revision) {
    return read.revision(id, revision, currentActor.get());
  }

  private Response represent(UUID id) {
    SubmissionView view = read.of(id, currentActor.get());
    return Response.ok(view).tag(Etags.of(view.edition())).build();
  }
}
