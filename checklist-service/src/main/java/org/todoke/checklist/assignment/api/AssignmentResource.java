package org.todoke.checklist.assignment.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.assignment.AssignmentView;
import org.todoke.checklist.assignment.ClosureReason;
import org.todoke.checklist.assignment.EndCollection;
import org.todoke.checklist.assignment.ReadAssignments;
import org.todoke.checklist.assignment.ReadHistory;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/**
 * Assignments: created by what arrives, never over the API. Issuers are let through to the query
 * and find nothing there: what is not theirs does not exist for them.
 */
@Path("/v1/assignments")
@Tag(name = "Assignments")
public class AssignmentResource {

  private final ReadAssignments read;
  private final ReadHistory history;
  private final EndCollection endCollection;
  private final CurrentActor currentActor;

  AssignmentResource(
      ReadAssignments read,
      ReadHistory history,
      EndCollection endCollection,
      CurrentActor currentActor) {
    this.read = read;
    this.history = history;
    this.endCollection = endCollection;
    this.currentActor = currentActor;
  }

  /** Why no further answer is taken. */
  @Schema(name = "AssignmentClosureRequest")
  public record ClosureRequest(
      @NotNull @Schema(enumeration = {"collection-ended", "not-concerned", "establishment-closed"})
          @Nullable ClosureReason reason) {}

  @GET
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "The assignments in the caller's line")
  public Page<AssignmentView> list(
      @BeanParam AssignmentQuery query, @BeanParam @Valid PageRequest page) {
    return read.list(query.filter(), currentActor.get(), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "One assignment")
  public AssignmentView one(@PathParam("id") UUID id) {
    return read.one(id, currentActor.get());
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "What happened to an assignment, as it was recorded")
  public Page<ReadHistory.Fact> history(
      @PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
    return history.of(id, currentActor.get(), page);
  }

  @POST
  @Path("/{id}/closure")
  @RolesAllowed(Role.FORWARDER)
  @Operation(
      summary = "The municipality takes no further answer; repeating it changes nothing",
      description =
          "Takes nobody out of a denominator. To do that, excuse the delivery of the notice: the"
              + " assignment is then closed as well.")
  public AssignmentView close(@PathParam("id") UUID id, @NotNull @Valid ClosureRequest request) {
    endCollection.close(id, request.reason(), currentActor.get());
    return read.one(id, currentActor.get());
  }
}
