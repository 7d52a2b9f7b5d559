package org.todoke.checklist.remediation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.remediation.ReadRemediations;
import org.todoke.checklist.remediation.RemediationView;
import org.todoke.checklist.remediation.WorkOnRemediation;
import org.todoke.contracts.Channel;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** What is done about answers that did not comply; opened by the answers, never over the API. */
@Path("/v1/remediations")
@Tag(name = "Remediations")
public class RemediationResource {

  private final ReadRemediations read;
  private final WorkOnRemediation work;
  private final CurrentActor currentActor;

  RemediationResource(ReadRemediations read, WorkOnRemediation work, CurrentActor currentActor) {
    this.read = read;
    this.work = work;
    this.currentActor = currentActor;
  }

  /** What was done about the finding. */
  @Schema(
      name = "RemediationCompletionRequest",
      requiredProperties = {"measures", "completedOn"})
  public record CompletionRequest(
      @Schema(maxLength = 4000, description = "What was done.") @Nullable String measures,
      @Schema(description = "The day on which it was done, as 2013-07-19 or 平成25年7月19日.")
          @Nullable LocalDate completedOn,
      @Schema(description = "By proxy only: how the news came.") @Nullable Channel channel) {}

  @GET
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "The remediations in the caller's line")
  public Page<RemediationView> list(
      @BeanParam RemediationQuery query, @BeanParam @Valid PageRequest page) {
    return read.list(query.filter(), currentActor.get(), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER, Role.ISSUER, Role.AUDITOR})
  @Operation(summary = "One remediation")
  public RemediationView one(@PathParam("id") UUID id) {
    return read.one(id, currentActor.get());
  }

  @POST
  @Path("/{id}/start")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER})
  @Operation(summary = "Somebody has begun; repeating it changes nothing")
  public RemediationView start(@PathParam("id") UUID id) {
    work.start(id, currentActor.get());
    return read.one(id, currentActor.get());
  }

  @POST
  @Path("/{id}/completion")
  @RolesAllowed({Role.RESPONDER, Role.FORWARDER})
  @Operation(summary = "It is done; repeating it with the same content changes nothing")
  public RemediationView complete(@PathParam("id") UUID id, @NotNull CompletionRequest request) {
    work.complete(
        id,
        new WorkOnRemediation.Completion(
            request.measures(), request.completedOn(), request.channel()),
        currentActor.get());
    return read.one(id, currentActor.get());
  }
}
