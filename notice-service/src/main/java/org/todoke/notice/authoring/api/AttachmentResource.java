package org.todoke.notice.authoring.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.authoring.AttachmentView;
import org.todoke.notice.authoring.Attachments;
import org.todoke.notice.authoring.FileIntake;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;

/** Files of a notice: sent as they are, kept by their digest. */
@Path("/v1/notices/{id}/attachments")
@Tag(name = "Notices")
public class AttachmentResource {

  private final FileIntake intake;
  private final Attachments attachments;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  AttachmentResource(
      FileIntake intake, Attachments attachments, Idempotency idempotency, CurrentActor actor) {
    this.intake = intake;
    this.attachments = attachments;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  /** What makes two requests the same one: the digest stands for the content. */
  record AttachRequest(UUID noticeId, String name, @Nullable Integer sheets, String sha256) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ISSUER)
  @Operation(
      summary = "Attaches a file to a draft",
      description =
          "The body is the file itself, at most 20 MiB: PDF, PNG, JPEG, an Office document or plain"
              + " text, told by its content. Its SHA-256 must be the declared one.")
  @APIResponse(
      responseCode = "201",
      description = "The attachment",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response attach(
      @PathParam("id") UUID id,
      @QueryParam("name") @Nullable String name,
      @QueryParam("sheets") @Nullable Integer sheets,
      @QueryParam("sha256") @Nullable String sha256,
      InputStream content)
      throws IOException {
    SentFile sent = SentFile.judge(name, sheets, sha256);
    return intake.receive(
        content,
        sent.sha256(),
        file ->
            idempotency.once(
                new AttachRequest(id, sent.name(), sheets, sent.sha256()),
                () -> {
                  AttachmentView added =
                      attachments.add(id, actor.get().organization(), sent.name(), sheets, file);
                  return Response.created(
                          URI.create("/v1/notices/" + id + "/attachments/" + added.id()))
                      .entity(added)
                      .build();
                }));
  }

  @GET
  @Path("/{attachmentId}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The file, for whoever may see the notice")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response download(@PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
    AttachmentView file = attachments.find(id, attachmentId, actor.get().organization());
    return SentFile.answer(
        file.name(),
        file.mediaType(),
        file.size(),
        file.sha256(),
        out -> attachments.copy(file, out));
  }
}
