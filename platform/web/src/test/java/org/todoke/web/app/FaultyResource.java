package org.todoke.web.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.todoke.security.Role;
import org.todoke.web.Refusal;

/** Fails in every way that a service can fail. */
@Path("/v1/faults")
@Produces(MediaType.APPLICATION_JSON)
public class FaultyResource {

  static final String SECRET = "select secret from patients where name = 'Yamada'";

  @GET
  @Path("{kind}")
  @RolesAllowed(Role.REGISTRAR)
  public String fail(@PathParam("kind") String kind) throws SQLException {
    switch (kind) {
      case "bug" -> throw new IllegalStateException(SECRET, new SQLException(SECRET, "42601"));
      case "stack-overflow" -> throw new StackOverflowError(SECRET);
      case "web" -> throw new WebApplicationException(SECRET, 502);
      case "stale" -> throw new IllegalStateException(new OptimisticLockException(SECRET));
      case "away" -> throw new IllegalStateException(SECRET, new SQLException(SECRET, "08006"));
      case "contended" -> throw new SQLException(SECRET, "40P01");
      case "twice" -> throw new SQLException(SECRET, "23505");
      case "wrapped" -> throw new IllegalStateException(Refusal.conflict("request.conflict"));
      case "without-text" -> throw Refusal.conflict("thing.nobody-wrote-a-text");
      default -> throw Refusal.notFound("thing.unknown", kind);
    }
  }

  /** What we ourselves return wrongly is no fault of the caller. */
  @GET
  @Path("return-value")
  @RolesAllowed(Role.REGISTRAR)
  public @NotNull String returnsNothing() {
    return null;
  }

  /** Fails when the answer is written. */
  @GET
  @Path("unwritable")
  @RolesAllowed(Role.REGISTRAR)
  public Unwritable unwritable() {
    return new Unwritable();
  }

  /** A bean of which JSON cannot be made. */
  public static class Unwritable {
    public String getName() {
      throw new IllegalStateException(SECRET);
    }
  }

  /** Nobody said who may call it. */
  @GET
  @Path("unannotated")
  public String unannotated() {
    return "open";
  }
}
