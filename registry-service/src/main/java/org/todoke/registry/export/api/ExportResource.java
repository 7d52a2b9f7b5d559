package org.todoke.registry.export.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.export.OrganizationExport;
import org.todoke.registry.export.OrganizationExport.Order;
import org.todoke.registry.organization.api.OrganizationListParameters;
import org.todoke.security.Role;
import org.todoke.web.file.CsvAnswers;
import org.todoke.web.file.CsvRequest;
import org.todoke.web.file.FileEncoding;
import org.todoke.web.problem.Languages;

/** The list of organisations as a file, with the same conditions. */
@Path("/v1/organizations/export")
@Tag(name = "Organizations")
@Produces("text/csv")
class ExportResource {

  private static final String AS_OF = "As of a day; see the list";

  private final OrganizationExport export;
  private final CsvAnswers answers;

  ExportResource(OrganizationExport export, CsvAnswers answers) {
    this.export = export;
    this.answers = answers;
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
      @BeanParam CsvRequest file) {
    Order order = new Order(parameters.filter(), asOf, file.language());
    export.check(order);
    return answers.of(
        "organizations", file.encoding(), out -> export.write(order, file.encoding(), out));
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
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    Order order = new Order(parameters.filter(), asOf, Languages.of(language));
    export.check(order);
    return answers.of(
        "organizations-unwritable", FileEncoding.UTF_8, out -> export.writeUnwritable(order, out));
  }
}
