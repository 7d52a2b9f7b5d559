package org.todoke.messaging.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.todoke.messaging.ParkedEvents;
import org.todoke.messaging.ServiceName;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Parked keys of this service: seen, replayed, discarded by an administrator. */
@Path("/v1/operations/{service}/parked")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ParkedEventsResource {

  private final ParkedEvents parked;
  private final ServiceName serviceName;
  private final CurrentActor actor;

  ParkedEventsResource(ParkedEvents parked, ServiceName serviceName, CurrentActor actor) {
    this.parked = parked;
    this.serviceName = serviceName;
    this.actor = actor;
  }

  @GET
  @RolesAllowed(Role.ADMIN)
  public Page<ParkedKeyView> list(
      @PathParam("service") String service, @BeanParam @Valid PageRequest page) {
    requireThisService(service);
    Long after = page.after(Long::valueOf);
    List<ParkedKeyView> rows =
        parked.list(after == null ? 0 : after, page.rowsToRead()).stream()
            .map(ParkedKeyView::of)
            .toList();
    return Page.of(rows, page.limit(), row -> String.valueOf(row.head()));
  }

  @POST
  @Path("/replay")
  @RolesAllowed(Role.ADMIN)
  public ReplayView replay(
      @PathParam("service") String service, @NotNull @Valid ReplayRequest request) {
    requireThisService(service);
    return ReplayView.of(parked.replay(request.consumer(), request.key()));
  }

  @POST
  @Path("/discard")
  @RolesAllowed(Role.ADMIN)
  public DiscardView discard(
      @PathParam("service") String service, @NotNull @Valid DiscardRequest request) {
    requireThisService(service);
    return DiscardView.of(
        parked.discard(
            request.consumer(),
            request.key(),
            request.head(),
            request.reason(),
            actor.get().organization().toString()));
  }

  private void requireThisService(String service) {
    if (!service.equals(serviceName.shortName())) {
      throw Refusal.notFound("operations.service-unknown", service);
    }
  }
}
