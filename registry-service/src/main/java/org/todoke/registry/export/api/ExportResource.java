package org.todoke.registry.export.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.export.ExportSlots;
import org.todoke.registry.export.FileEncoding;
import org.todoke.registry.export.OrganizationExport;
import org.todoke.registry.export.OrganizationExport.Order;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.api.OrganizationListParameters;
import org.todoke.security.Role;
import org.todoke.web.problem.Languages;

/** The list of organisations as a file, with the same conditions. */
@Path("/v1/organizations/export")
@Tag(name = "Organizations")
@Produces("text/csv")
class ExportResource {

  private static final String AS_OF = "As of a day; see the list";

  private final OrganizationExport export;
  private final ExportSlots slots;
  private final JapaneseToday today;

  ExportResource(OrganizationExport export, ExportSlots slots, JapaneseToday today) {
    this.export = export;
    this.slots = slots;
    this.today = today;
  }

  @GET
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "exportOrganizations",
      summary =
          "The list as CSV, in the order of the codes, with headings in the caller's language")
  @APIResponse(
      responseCode = "200",
      description = "A cell that would begin a formula begins with an apostrophe",
      headers =
          @Header(
              name = HttpHeaders.CONTENT_DISPOSITION,
              schema = @Schema(implementation = String.class)),
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "422", description = "A condition is wrong")
  @APIResponse(
      responseCode = "503",
      description = "As many as may run at once are running; Retry-After says when to come back")
  public Response export(
      @BeanParam @Valid OrganizationListParameters parameters,
      @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable LocalDate asOf,
      @QueryParam("encoding")
          @DefaultValue("utf-8")
          @Parameter(
              description =
                  "utf-8 with a byte order mark, or cp932, in which 〓 stands for what it cannot hold")
          FileEncoding encoding,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language,
      @Context RoutingContext exchange) {
    Order order = new Order(parameters.filter(), asOf, Languages.of(language));
    export.check(order);
    takeSlot(exchange);
    return file("organizations", encoding, out -> export.write(order, encoding, out));
  }

  @GET
  @Path("/unwritable")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listUnwritableCells",
      summary = "The cells of the list that CP932 cannot hold, as CSV in UTF-8")
  @APIResponse(
      responseCode = "200",
      description = "Code, column, value and the characters that the file in CP932 has 〓 for",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "422", description = "A condition is wrong")
  @APIResponse(
      responseCode = "503",
      description = "As many as may run at once are running; Retry-After says when to come back")
  public Response unwritable(
      @BeanParam @Valid OrganizationListParameters parameters,
      @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable LocalDate asOf,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language,
      @Context RoutingContext exchange) {
    Order order = new Order(parameters.filter(), asOf, Languages.of(language));
    export.check(order);
    takeSlot(exchange);
    return file(
        "organizations-unwritable", FileEncoding.UTF_8, out -> export.writeUnwritable(order, out));
  }

  /**
   * Until the exchange ends, however it does: the body of a HEAD is never written, and that of one
   * who hangs up not to its end.
   */
  private void takeSlot(RoutingContext exchange) {
    Runnable giveBack = slots.take();
    exchange.addEndHandler(ended -> giveBack.run());
  }

  private Response file(String name, FileEncoding encoding, StreamingOutput body) {
    return Response.ok(body)
        .type(new MediaType("text", "csv", encoding.charset().name()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.csv\"".formatted(name, today.date()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
