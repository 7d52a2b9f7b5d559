package org.todoke.notice.late.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.late.LateReason;
import org.todoke.notice.late.LateView;
import org.todoke.notice.late.ReadLate;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Who is late with a notice. */
@Path("/v1/notices/{id}/late")
@Tag(name = "Progress")
@Produces(MediaType.APPLICATION_JSON)
public class LateResource {

  private final ReadLate reading;
  private final CurrentActor actor;

  LateResource(ReadLate reading, CurrentActor actor) {
    this.reading = reading;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(
      operationId = "listLate",
      summary = "The late among those that the caller may see, and what is missing of each")
  @APIResponse(responseCode = "200", description = "In the order of their codes")
  public Page<LateView> late(
      @PathParam("id") UUID id,
      @QueryParam("tier") @Nullable OrganizationKind tier,
      @QueryParam("reason") @Nullable LateReason reason,
      @BeanParam @Valid PageRequest page) {
    return reading.of(id, new ReadLate.Filter(tier, reason), actor.get().organization(), page);
  }
}
