package org.todoke.notice.pace.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.pace.NodePace;
import org.todoke.notice.pace.ReadPace;
import org.todoke.notice.progress.api.ProgressResource;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;

/** How fast a notice goes through the tiers. */
@Path("/v1/notices/{id}/pace")
@Tag(name = "Progress")
@Produces(MediaType.APPLICATION_JSON)
public class PaceResource {

  private final ReadPace reading;
  private final CurrentActor actor;

  PaceResource(ReadPace reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "getOwnPace",
      summary = "Rate, turnaround, time spent and forecast of each tier below the caller")
  @APIResponse(responseCode = "200", description = "True for the moment asOf")
  @APIResponse(
      responseCode = "400",
      description = "A moment that has not come, or before the issue")
  public NodePace own(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = ProgressResource.AS_OF) @Nullable Instant asOf) {
    return reading.own(id, actor.get().organization(), asOf);
  }

  @GET
  @Path("/{node}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "getPace",
      summary = "The same below a node, for itself, those above it and the issuer")
  @APIResponse(responseCode = "200", description = "True for the moment asOf")
  @APIResponse(
      responseCode = "400",
      description = "A moment that has not come, or before the issue")
  public NodePace of(
      @PathParam("id") UUID id,
      @Parameter(description = "jp, or the code of a prefecture, municipality or corporation")
          @PathParam("node")
          String node,
      @QueryParam("asOf") @Parameter(description = ProgressResource.AS_OF) @Nullable Instant asOf) {
    return reading.of(id, node, actor.get().organization(), asOf);
  }
}
