package org.todoke.notice.progress.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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
import org.todoke.notice.progress.ChildProgress;
import org.todoke.notice.progress.NodeProgress;
import org.todoke.notice.progress.ReadProgress;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** How far a notice has got. */
@Path("/v1/notices/{id}/progress")
@Tag(name = "Progress")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

  public static final String AS_OF =
      "A moment from the issue on, for what was known and said then; without it, now";

  private final ReadProgress reading;
  private final CurrentActor actor;

  ProgressResource(ReadProgress reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The figures below the caller; for an issuer, of the whole audience")
  @APIResponse(responseCode = "200", description = "Exact at the moment asOf")
  @APIResponse(
      responseCode = "400",
      description = "A moment that has not come, or before the issue")
  public NodeProgress own(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable Instant asOf) {
    return reading.own(id, actor.get().organization(), asOf);
  }

  @GET
  @Path("/{node}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "The figures below a node, for itself, those above it and the issuer")
  @APIResponse(responseCode = "200", description = "Exact at the moment asOf")
  public NodeProgress of(
      @PathParam("id") UUID id,
      @Parameter(description = "jp, or the code of a prefecture, municipality or corporation")
          @PathParam("node")
          String node,
      @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable Instant asOf) {
    return reading.of(id, node, actor.get().organization(), asOf);
  }

  @GET
  @Path("/{node}/children")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      summary =
          "The nodes of the next level: prefectures, municipalities, corporations, establishments")
  @APIResponse(responseCode = "200", description = "In the order of their codes")
  public Page<ChildProgress> children(
      @PathParam("id") UUID id,
      @PathParam("node") String node,
      @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable Instant asOf,
      @BeanParam @Valid PageRequest page) {
    return reading.childrenOf(id, node, actor.get().organization(), asOf, page);
  }
}
