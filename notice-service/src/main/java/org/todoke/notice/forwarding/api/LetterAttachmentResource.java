package org.todoke.notice.forwarding.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.FileIntake;
import org.todoke.notice.authoring.api.SentFile;
import org.todoke.notice.delivery.LetterAttachmentView;
import org.todoke.notice.forwarding.LetterAttachments;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;

/** Files of a cover letter: prepared beforehand, sent with the forwarding. */
@Path("/v1/notices/{id}")
@Tag(name = "Forwardings")
public class LetterAttachmentResource {

  private final FileIntake intake;
  private final LetterAttachments attachments;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  LetterAttachmentResource(
      FileIntake intake,
      LetterAttachments attachments,
      Idempotency idempotency,
      CurrentActor actor) {
    this.intake = intake;
    this.attachments = attachments;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  /** What makes two requests the same one: the digest stands for the content. */
  record AttachRequest(UUID noticeId, String organization, SentFile file) {}

  @POST
  @Path("/deliveries/{organization}/forwarding/attachments")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.FORWARDER)
  @Operation(
      summary = "Prepares a file for the cover letter, before the notice is passed on",
      description =
          "The body is the file itself, at most 20 MiB: PDF, PNG, JPEG, an Office document or plain"
              + " text, told by its content. Its SHA-256 must be the declared one. At most 20; with"
              + " the forwarding they become a part of the letter and cannot be changed any more.")
  @APIResponse(
      responseCode = "201",
      description = "The attachment",
      content = @Content(schema = @Schema(implementation = LetterAttachmentView.class)))
  public Response prepare(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
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
                new AttachRequest(id, organization.value(), sent),
                () ->
                    Response.created(
                            URI.create(
                                "/v1/notices/"
                                    + id
                                    + "/deliveries/"
                                    + organization
                                    + "/forwarding/attachments"))
                        .entity(
                            attachments.prepare(
                                id, organization, sent.name(), sheets, file, actor.get()))
                        .build()));
  }

  @GET
  @Path("/deliveries/{organization}/forwarding/attachments")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.FORWARDER)
  @Operation(summary = "What is prepared for the letter; those of a sent one stand in it")
  public Page<LetterAttachmentView> prepared(
      @PathParam("id") UUID id, @PathParam("organization") OrganizationCode organization) {
    return new Page<>(attachments.prepared(id, organization, actor.get()), null);
  }

  @DELETE
  @Path("/deliveries/{organization}/forwarding/attachments/{attachmentId}")
  @RolesAllowed(Role.FORWARDER)
  @Operation(summary = "Takes a prepared file back; repeating it changes nothing")
  @APIResponse(responseCode = "204", description = "It is not prepared any more")
  public Response takeBack(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @PathParam("attachmentId") UUID attachmentId) {
    attachments.takeBack(id, organization, attachmentId, actor.get());
    return Response.noContent().build();
  }

  @GET
  @Path("/cover-letters/{letterId}/attachments/{attachmentId}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The file, for the author of the letter and those to whom it came")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response download(
      @PathParam("id") UUID id,
      @PathParam("letterId") UUID letterId,
      @PathParam("attachmentId") UUID attachmentId) {
    LetterAttachmentView file =
        attachments.find(id, letterId, attachmentId, actor.get().organization());
    return SentFile.answer(
        file.name(),
        file.mediaType(),
        file.size(),
        file.sha256(),
        out -> attachments.copy(file, out));
  }
}
