package org.todoke.notice.note.api;

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
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.note.NoteForm;
import org.todoke.notice.note.NoteView;
import org.todoke.notice.note.ReadNotes;
import org.todoke.notice.note.WriteNote;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What an addressee writes about its copy. */
@Path("/v1/notices/{id}/deliveries/{organization}/notes")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoteResource {

  private final WriteNote writing;
  private final ReadNotes reading;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  NoteResource(WriteNote writing, ReadNotes reading, Idempotency idempotency, CurrentActor actor) {
    this.writing = writing;
    this.reading = reading;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({Role.FORWARDER, Role.RESPONDER})
  @Operation(
      summary = "Adds a note, which is never changed",
      description =
          "up: for who sent it, those above on the way and the issuers; down: for those to whom the"
              + " addressee passed it on; inside: for nobody else. At most 100 for one delivery.")
  @APIResponse(
      responseCode = "201",
      description = "The note",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response write(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      NoteForm form) {
    return idempotency.once(
        form,
        () ->
            Response.created(
                    URI.create("/v1/notices/" + id + "/deliveries/" + organization + "/notes"))
                .entity(writing.write(id, organization, form, actor.get()))
                .build());
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The notes that are for the caller, the oldest first")
  public Page<NoteView> read(
      @PathParam("id") UUID id,
      @PathParam("organization") OrganizationCode organization,
      @BeanParam @Valid PageRequest page) {
    return reading.of(id, organization, actor.get().organization(), page);
  }
}
