package org.todoke.notice.authoring.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.todoke.notice.input.Checks;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;

/** Files of a notice: sent as they are, kept by their digest. */
@Path("/v1/notices/{id}/attachments")
@Tag(name = "Notices")
public class AttachmentResource {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PATH_OR_LINE = Pattern.compile("[/\\\\\\n\\t]");
  private static final int MAX_NAME = 200;
  private static final int MAX_SHEETS = 9_999;

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
    Checks checks = new Checks();
    String called = checks.required("query:name", name, MAX_NAME);
    if (PATH_OR_LINE.matcher(called).find()) {
      checks.add("query:name", "attachment.name-malformed");
    }
    checks.within("query:sheets", sheets, 0, MAX_SHEETS);
    String declared = checks.required("query:sha256", sha256, 64);
    if (!declared.isEmpty() && !SHA256.matcher(declared).matches()) {
      checks.add("query:sha256", "attachment.digest-malformed");
    }
    checks.refuseIfAny();
    return intake.receive(
        content,
        declared,
        file ->
            idempotency.once(
                new AttachRequest(id, called, sheets, declared),
                () -> {
                  AttachmentView added =
                      attachments.add(id, actor.get().organization(), called, sheets, file);
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
    StreamingOutput content = out -> attachments.copy(file, out);
    return Response.ok(content, file.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .header(HttpHeaders.ETAG, '"' + file.sha256() + '"')
        // A browser must neither guess another type nor run what somebody attached.
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"))
        .build();
  }
}
