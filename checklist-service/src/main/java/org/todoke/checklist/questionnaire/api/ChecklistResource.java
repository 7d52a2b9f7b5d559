package org.todoke.checklist.questionnaire.api;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.questionnaire.Checklist;
import org.todoke.checklist.questionnaire.DefinitionDraft;
import org.todoke.checklist.questionnaire.ReadChecklists;
import org.todoke.checklist.questionnaire.WriteChecklist;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/**
 * Checklists: written and published by issuers, read by whoever has to answer or to look after it.
 */
@Path("/v1/checklists")
@Tag(name = "Checklists")
public class ChecklistResource {

  private final ReadChecklists read;
  private final WriteChecklist write;
  private final Idempotency idempotency;
  private final CurrentActor currentActor;

  ChecklistResource(
      ReadChecklists read,
      WriteChecklist write,
      Idempotency idempotency,
      CurrentActor currentActor) {
    this.read = read;
    this.write = write;
    this.idempotency = idempotency;
    this.currentActor = currentActor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The caller's own checklists, and those of assignments in its line")
  public Page<ReadChecklists.Summary> list(@BeanParam @Valid PageRequest page) {
    return read.list(currentActor.get(), page);
  }

  @POST
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Writes the draft of a new checklist")
  @APIResponse(
      responseCode = "201",
      description = "The draft; its owner is the caller's organisation",
      content = @Content(schema = @Schema(implementation = ChecklistRepresentation.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull DefinitionDraft draft) {
    return idempotency.once(
        draft,
        () -> {
          Checklist created = write.create(draft, currentActor.get());
          return Response.created(URI.create("/v1/checklists/" + created.key().id()))
              .tag(Etags.of(created.edition()))
              .entity(ChecklistRepresentation.of(created, currentActor.get()))
              .build();
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "One version of a checklist; without a number the last one for this caller")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChecklistRepresentation.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("version") @Nullable Integer version) {
    return represent(read.one(id, version, currentActor.get()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Rewrites the draft, or opens the version after the published one")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChecklistRepresentation.class)))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull DefinitionDraft draft) {
    return represent(write.edit(id, draft, ifMatch, currentActor.get()));
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Freezes the draft so that it can be asked; repeating it changes nothing")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChecklistRepresentation.class)))
  public Response publish(@PathParam("id") UUID id) {
    return represent(write.publish(id, currentActor.get()));
  }

  private Response represent(Checklist checklist) {
    return Response.ok(ChecklistRepresentation.of(checklist, currentActor.get()))
        .tag(Etags.of(checklist.edition()))
        .build();
  }
}
