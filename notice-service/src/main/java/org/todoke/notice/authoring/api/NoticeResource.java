package org.todoke.notice.authoring.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.authoring.AudienceView;
import org.todoke.notice.authoring.DraftNotices;
import org.todoke.notice.authoring.IssueNotice;
import org.todoke.notice.authoring.NoticeFilter;
import org.todoke.notice.authoring.NoticeForm;
import org.todoke.notice.authoring.NoticeStatus;
import org.todoke.notice.authoring.NoticeSummary;
import org.todoke.notice.authoring.NoticeView;
import org.todoke.notice.authoring.ReadNotices;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Notices: written, read, issued. */
@Path("/v1/notices")
@Tag(name = "Notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoticeResource {

  private static final int MAX_NUMBER = 64;

  private final DraftNotices drafts;
  private final ReadNotices reading;
  private final IssueNotice issuing;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  NoticeResource(
      DraftNotices drafts,
      ReadNotices reading,
      IssueNotice issuing,
      Idempotency idempotency,
      CurrentActor actor) {
    this.drafts = drafts;
    this.reading = reading;
    this.issuing = issuing;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "What the caller's organisation signed, drafts that it leads included")
  public Page<NoticeSummary> list(
      @QueryParam("status") @Nullable NoticeStatus status,
      @QueryParam("documentNumber") @Size(max = MAX_NUMBER) @Nullable String documentNumber,
      @BeanParam @Valid PageRequest page) {
    return reading.signedBy(
        actor.get(),
        new NoticeFilter(status, documentNumber, page.after(UUID::fromString)),
        page.limit());
  }

  @GET
  @Path("/published")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "What its issuers made public, whether it was sent to the caller or not")
  public Page<NoticeSummary> published(
      @QueryParam("status") @Nullable NoticeStatus status,
      @QueryParam("documentNumber") @Size(max = MAX_NUMBER) @Nullable String documentNumber,
      @BeanParam @Valid PageRequest page) {
    return reading.published(
        new NoticeFilter(status, documentNumber, page.after(UUID::fromString)), page.limit());
  }

  @POST
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Begins a draft")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  public Response create(NoticeForm form) {
    return idempotency.once(
        form,
        () -> {
          NoticeView notice = drafts.create(form, actor.get());
          return Response.created(URI.create("/v1/notices/" + notice.id()))
              .tag(Etags.of(notice.version()))
              .entity(notice)
              .build();
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "A notice that the caller issued or received")
  @APIResponse(
      responseCode = "200",
      description = "The notice",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  public Response read(@PathParam("id") UUID id) {
    return answer(reading.one(id, actor.get()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Replaces the content of a draft")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      NoticeForm form) {
    return answer(drafts.edit(id, form, ifMatch, actor.get()));
  }

  @GET
  @Path("/{id}/audience")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "How many organisations per tier; of a draft, as if it were issued now")
  public AudienceView audience(@PathParam("id") UUID id) {
    return reading.audience(id, actor.get());
  }

  @POST
  @Path("/{id}/issue")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Puts a draft out and freezes its audience; repeating it changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "The issued notice, with the number of organisations addressed per tier",
      content = @Content(schema = @Schema(implementation = NoticeView.class)))
  public Response issue(@PathParam("id") UUID id) {
    return answer(issuing.issue(id, actor.get()));
  }

  private static Response answer(NoticeView notice) {
    return Response.ok(notice).tag(Etags.of(notice.version())).build();
  }
}
