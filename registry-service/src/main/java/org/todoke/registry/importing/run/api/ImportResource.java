package org.todoke.registry.importing.run.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.run.ImportRun;
import org.todoke.registry.importing.run.ImportedRow;
import org.todoke.registry.importing.run.ImportedRows;
import org.todoke.registry.importing.run.Imports;
import org.todoke.registry.importing.run.RowOutcome;
import org.todoke.registry.importing.run.RowReport;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.problem.Languages;

/** Files that governments publish, on their way into the registry. */
@Path("/v1/imports")
@Tag(
    name = "Imports",
    description =
        "Official lists of establishments and corporations: uploaded, judged row by row, looked at, applied")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ImportResource {

  private final Imports imports;
  private final ImportedRows rows;
  private final Idempotency idempotency;

  ImportResource(Imports imports, ImportedRows rows, Idempotency idempotency) {
    this.imports = imports;
    this.rows = rows;
    this.idempotency = idempotency;
  }

  /** A run to be. */
  @Schema(name = "ImportRequest")
  record Request(
      @NotBlank @Size(max = 255) String fileName,
      @Schema(description = "The day for which the list holds; today if left out")
          @Nullable LocalDate asOf,
      @Schema(description = "UTF-8, windows-31j or UTF-16; found out if left out")
          @Nullable
          @Size(max = 20)
          String encoding) {}

  @POST
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "createImport", summary = "Begin a run; its file comes next")
  @Parameter(
      name = Idempotency.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      schema = @Schema(implementation = String.class, maxLength = 128))
  @APIResponse(
      responseCode = "201",
      description = "Waits for its file",
      content = @Content(schema = @Schema(implementation = ImportRun.class)))
  public Response create(
      @Valid Request body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    return idempotency.once(
        body,
        () -> {
          ImportRun run =
              imports.create(body.fileName(), body.asOf(), body.encoding(), Languages.of(language));
          return Response.created(URI.create("/v1/imports/" + run.id())).entity(run).build();
        });
  }

  @GET
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "listImports", summary = "The caller's runs, the newest first")
  public Page<ImportRun> list(
      @BeanParam @Valid PageRequest page,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    return imports.list(page, Languages.of(language));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "getImport", summary = "How far a run has got")
  public ImportRun get(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    return imports.get(id, Languages.of(language));
  }

  @PUT
  @Path("/{id}/file")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "uploadImport",
      summary = "The file, as it is: CSV in UTF-8, CP932 or UTF-16, or XLSX; at most 256 MiB")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "Every row is judged",
      content = @Content(schema = @Schema(implementation = ImportRun.class)))
  @APIResponse(responseCode = "409", description = "The run is past that")
  @APIResponse(responseCode = "413", description = "Too large, or too many rows")
  @APIResponse(
      responseCode = "422",
      description = "Not a file that is understood; the run has failed")
  public ImportRun upload(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language,
      InputStream content) {
    return imports.receive(id, content, Languages.of(language));
  }

  @GET
  @Path("/{id}/preview")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "previewImport",
      summary = "What applying would do to the registry as it is now: by kind of thing, by action")
  public Map<String, Map<String, Long>> preview(@PathParam("id") UUID id) {
    return imports.preview(id);
  }

  @POST
  @Path("/{id}/application")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "applyImport", summary = "Have it applied; asking again changes nothing")
  @RequestBody(required = false)
  @APIResponse(
      responseCode = "202",
      description = "Under way, or done",
      content = @Content(schema = @Schema(implementation = ImportRun.class)))
  @APIResponse(
      responseCode = "409",
      description = "Not read yet, or older than a list that was applied")
  public Response apply(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    return Response.accepted(imports.apply(id, Languages.of(language))).build();
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "cancelImport",
      summary = "Stop it behind the stretch at hand; what is done stays done")
  @APIResponse(
      responseCode = "200",
      description = "Cancelled",
      content = @Content(schema = @Schema(implementation = ImportRun.class)))
  public ImportRun cancel(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    return imports.cancel(id, Languages.of(language));
  }

  @GET
  @Path("/{id}/rows")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "listImportedRows", summary = "The rows, in the order of the file")
  public Page<ImportedRow> rows(
      @PathParam("id") UUID id,
      @QueryParam("outcome") @Nullable RowOutcome outcome,
      @BeanParam @Valid PageRequest page,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    return rows.list(id, outcome, page, Languages.of(language));
  }

  @GET
  @Path("/{id}/report.csv")
  @Produces("text/csv")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "getImportReport",
      summary = "Everything that was found, a line for each finding; UTF-8 with a mark")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response report(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    imports.get(id, Languages.of(language));
    StreamingOutput csv = out -> new RowReport(rows).write(id, Languages.of(language), out);
    return Response.ok(csv)
        .type("text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + ".csv\"")
        .build();
  }
}
