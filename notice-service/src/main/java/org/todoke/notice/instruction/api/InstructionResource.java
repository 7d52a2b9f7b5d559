package org.todoke.notice.instruction.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.todoke.notice.instruction.InstructionForm;
import org.todoke.notice.instruction.InstructionView;
import org.todoke.notice.instruction.KeepInstructions;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;

/** What the caller's organisation has laid down about passing notices on by themselves. */
@Path("/v1/standing-instructions")
@Tag(name = "Standing instructions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InstructionResource {

  private final KeepInstructions instructions;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  InstructionResource(KeepInstructions instructions, Idempotency idempotency, CurrentActor actor) {
    this.instructions = instructions;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.FORWARDER, Role.AUDITOR})
  @Operation(summary = "All of the caller's organisation that were not removed, the oldest first")
  public Page<InstructionView> list() {
    return new Page<>(instructions.all(actor.get()), null);
  }

  @POST
  @RolesAllowed(Role.FORWARDER)
  @Operation(
      summary = "Lays down that notices of these kinds are passed on to all children",
      description =
          "At most 20. Holds for what arrives from now on. Where several take a notice, the one"
              + " that names the most lists does it, and of those the oldest. What was passed on by"
              + " hand, sent back or excused is left as it is.")
  @APIResponse(
      responseCode = "201",
      description = "The standing instruction",
      content = @Content(schema = @Schema(implementation = InstructionView.class)))
  public Response layDown(InstructionForm form) {
    return idempotency.once(
        form,
        () -> {
          InstructionView made = instructions.layDown(form, actor.get());
          return Response.created(URI.create("/v1/standing-instructions/" + made.id()))
              .tag(Etags.of(made.version()))
              .entity(made)
              .build();
        });
  }

  @GET
  @Path("/{instructionId}")
  @RolesAllowed({Role.FORWARDER, Role.AUDITOR})
  @Operation(summary = "One of them, also a removed one")
  @APIResponse(
      responseCode = "200",
      description = "The standing instruction",
      content = @Content(schema = @Schema(implementation = InstructionView.class)))
  public Response read(@PathParam("instructionId") UUID id) {
    return answer(instructions.one(id, actor.get()));
  }

  @PUT
  @Path("/{instructionId}")
  @RolesAllowed(Role.FORWARDER)
  @Operation(summary = "Replaces it, for what arrives from now on")
  @APIResponse(
      responseCode = "200",
      description = "The standing instruction",
      content = @Content(schema = @Schema(implementation = InstructionView.class)))
  public Response edit(
      @PathParam("instructionId") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InstructionForm form) {
    return answer(instructions.edit(id, form, ifMatch, actor.get()));
  }

  @POST
  @Path("/{instructionId}/suspension")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.FORWARDER)
  @Operation(summary = "Stops it for the time being; repeating it changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "The standing instruction",
      content = @Content(schema = @Schema(implementation = InstructionView.class)))
  public Response suspend(@PathParam("instructionId") UUID id) {
    return answer(instructions.suspend(id, actor.get()));
  }

  @POST
  @Path("/{instructionId}/resumption")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.FORWARDER)
  @Operation(summary = "Lets it go on, for what arrives from now on; repeating it changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "The standing instruction",
      content = @Content(schema = @Schema(implementation = InstructionView.class)))
  public Response resume(@PathParam("instructionId") UUID id) {
    return answer(instructions.resume(id, actor.get()));
  }

  @DELETE
  @Path("/{instructionId}")
  @RolesAllowed(Role.FORWARDER)
  @Operation(summary = "Takes it back; repeating it changes nothing")
  @APIResponse(responseCode = "204", description = "It is removed")
  public Response remove(
      @PathParam("instructionId") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    instructions.remove(id, ifMatch, actor.get());
    return Response.noContent().build();
  }

  private static Response answer(InstructionView instruction) {
    return Response.ok(instruction).tag(Etags.of(instruction.version())).build();
  }
}
