package org.todoke.web.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;

/** Creates rows, once per key. */
@Path("/v1/shelves/{shelf}/rows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.REGISTRAR)
public class StoreResource {

  private final Idempotency idempotency;
  private final Rows rows;

  StoreResource(Idempotency idempotency, Rows rows) {
    this.idempotency = idempotency;
    this.rows = rows;
  }

  @POST
  public Response create(@PathParam("shelf") String shelf, @Valid @NotNull Thing thing) {
    return idempotency.once(thing, () -> answer(shelf, thing));
  }

  /** As somebody may write it who thinks of the transaction first. */
  @POST
  @Path("transactional")
  @Transactional
  public Response createInTransaction(
      @PathParam("shelf") String shelf, @Valid @NotNull Thing thing) {
    return create(shelf, thing);
  }

  @POST
  @Path("nothing")
  public Response createNothing(@Valid @NotNull Thing thing) {
    return idempotency.once(thing, () -> Response.noContent().build());
  }

  @GET
  public List<String> names() {
    return rows.names();
  }

  private Response answer(String shelf, Thing thing) {
    long id = rows.add(thing.name());
    return switch (thing.name()) {
      case "answer 409" -> Response.status(409).entity(Map.of("code", "own")).build();
      default ->
          Response.created(URI.create("/v1/shelves/" + shelf + "/rows/" + id))
              .entity(Map.of("id", id, "name", thing.name()))
              .build();
    };
  }
}
