package org.todoke.web.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.todoke.security.Role;

/** Shows on whose behalf the database believes to be asked. */
@Path("/v1/rows")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.REGISTRAR)
public class RowsResource {

  private final Rows rows;

  RowsResource(Rows rows) {
    this.rows = rows;
  }

  @GET
  @Path("settings")
  public List<String> settings() {
    return rows.settings();
  }

  @GET
  @Path("settings/in-transaction")
  public List<String> settingsInTransaction() {
    return rows.settingsInTransaction();
  }

  @GET
  @Path("settings/of-the-system")
  public List<String> settingsOfTheSystem() throws Exception {
    return rows.settingsOfTheSystem();
  }

  @POST
  public long add(@QueryParam("name") String name) {
    return rows.add(name);
  }

  @GET
  public List<String> names() {
    return rows.names();
  }

  @POST
  @Path("disconnect")
  public void disconnect() {
    rows.disconnect();
  }
}
