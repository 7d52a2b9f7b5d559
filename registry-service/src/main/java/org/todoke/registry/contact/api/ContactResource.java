package org.todoke.registry.contact.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.contact.ContactState;
import org.todoke.registry.contact.ContactView;
import org.todoke.registry.contact.Contacts;
import org.todoke.registry.contact.Reachability;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Idempotency;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** How an organisation is reached: for itself and for those above it. */
@Path("/v1/organizations/{code}/contacts")
@Tag(
    name = "Contacts",
    description =
        "How an organisation is reached. Seen by itself and by those above it in either line; to everybody else there is nothing here")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ContactResource {

  private final Contacts contacts;
  private final Idempotency idempotency;

  ContactResource(Contacts contacts, Idempotency idempotency) {
    this.contacts = contacts;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.REGISTRAR})
  @Operation(operationId = "listContacts", summary = "The contacts of an organisation")
  @APIResponse(responseCode = "200", description = "In no order that means anything")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or they are not the caller's to see")
  public Page<ContactView> list(
      @PathParam("code") OrganizationCode code,
      @QueryParam("state") @Nullable ContactState state,
      @BeanParam @Valid PageRequest page) {
    return contacts.list(code, state, page);
  }

  @POST
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Operation(operationId = "addContact", summary = "Add a contact")
  @Parameter(
      name = Idempotency.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      schema = @Schema(implementation = String.class, maxLength = 128))
  @APIResponse(
      responseCode = "201",
      description = "Added; without a body, so that no contact is kept with the idempotency key",
      headers =
          @Header(name = HttpHeaders.LOCATION, schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such organisation, or its contacts are not the caller's to keep")
  @APIResponse(
      responseCode = "409",
      description =
          "The same contact is there already, there are too many, or the organisation is closed")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  public Response add(@PathParam("code") OrganizationCode code, @Valid ContactRequest body) {
    return idempotency.once(
        body,
        () ->
            Response.created(
                    URI.create(
                        "/v1/organizations/"
                            + code
                            + "/contacts/"
                            + contacts.add(code, body.details())))
                .build());
  }

  @GET
  @Path("/{contactId}")
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.REGISTRAR})
  @Operation(operationId = "getContact", summary = "One contact")
  @APIResponse(
      responseCode = "200",
      description = "The contact",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to see")
  public Response get(
      @PathParam("code") OrganizationCode code, @PathParam("contactId") UUID contactId) {
    return withTag(contacts.get(code, contactId));
  }

  @PUT
  @Path("/{contactId}")
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Operation(operationId = "changeContact", summary = "Replace a contact")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to keep")
  @APIResponse(responseCode = "409", description = "It is closed, or another one says the same")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response change(
      @PathParam("code") OrganizationCode code,
      @PathParam("contactId") UUID contactId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true) @Nullable String ifMatch,
      @Valid ContactRequest body) {
    return withTag(contacts.change(code, contactId, body.details(), ifMatch));
  }

  @POST
  @Path("/{contactId}/closure")
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "closeContact",
      summary = "Close a contact that is no longer good; closing it again changes nothing")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to keep")
  public Response close(
      @PathParam("code") OrganizationCode code, @PathParam("contactId") UUID contactId) {
    return withTag(contacts.close(code, contactId));
  }

  @POST
  @Path("/{contactId}/reachability")
  @RolesAllowed({Role.REGISTRAR, Role.INTEGRATOR})
  @Operation(
      operationId = "reportReachability",
      summary =
          "Report whether a contact reaches somebody; what is known already changes nothing. By registrars of those above the organisation, and by the machines that send for them or for itself")
  @APIResponse(
      responseCode = "200",
      description = "What is known now; without the contact, which a machine may not see")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to report on")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  public Reachability report(
      @PathParam("code") OrganizationCode code,
      @PathParam("contactId") UUID contactId,
      @Valid ReachabilityRequest body) {
    return contacts.report(code, contactId, body.report());
  }

  private static Response withTag(ContactView view) {
    return Response.ok(view).tag(Etags.of(view.version())).build();
  }
}
