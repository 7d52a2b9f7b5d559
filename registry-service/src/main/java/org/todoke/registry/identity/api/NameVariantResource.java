package org.todoke.registry.identity.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.identity.NameVariants;
import org.todoke.security.Role;

/** The spellings of an organisation's name. */
@Path("/v1/organizations/{code}/name-variants")
@Tag(
    name = "Names",
    description =
        "How a number's name was spelled in lists; a number is the identity, of its spellings one is preferred")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NameVariantResource {

  private final NameVariants variants;

  NameVariantResource(NameVariants variants) {
    this.variants = variants;
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
  @Operation(operationId = "listNameVariants", summary = "How its name was spelled in lists")
  @APIResponse(
      responseCode = "200",
      description = "The preferred one first, then the newest and most frequent ones; at most 200")
  @APIResponse(responseCode = "404", description = "There is no organisation with this code")
  public IdentityRequests.NameVariantList list(@PathParam("code") OrganizationCode code) {
    return new IdentityRequests.NameVariantList(variants.of(code));
  }

  @POST
  @Path("/preferred")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "preferNameVariant",
      summary = "Make one spelling the name of the organisation; choosing it again changes nothing")
  @APIResponse(responseCode = "200", description = "The variants as they are now")
  @APIResponse(
      responseCode = "404",
      description = "There is no such organisation, or it is not the caller's to change")
  @APIResponse(responseCode = "409", description = "It is closed")
  @APIResponse(responseCode = "422", description = "No list spelled it so")
  public IdentityRequests.NameVariantList prefer(
      @PathParam("code") OrganizationCode code, @Valid IdentityRequests.PreferredName body) {
    return new IdentityRequests.NameVariantList(variants.prefer(code, body.name()));
  }
}
