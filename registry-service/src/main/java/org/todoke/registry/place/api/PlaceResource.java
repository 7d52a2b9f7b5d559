package org.todoke.registry.place.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.registry.place.PlaceView;
import org.todoke.registry.place.Places;
import org.todoke.security.Role;

/** What a code stands for, also where it is no organisation. */
@Path("/v1/places")
@Tag(
    name = "Places",
    description =
        "Every six-digit local government code: prefectures, municipalities and unions, the wards of designated cities, codes that have ended, and the villages of the Northern Territories, which are never counted")
@Produces(MediaType.APPLICATION_JSON)
class PlaceResource {

  private final Places places;

  PlaceResource(Places places) {
    this.places = places;
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(operationId = "getPlace", summary = "What a six-digit code is today")
  @APIResponse(responseCode = "200", description = "What it stands for, and who governs there")
  @APIResponse(responseCode = "404", description = "No place has this code")
  @APIResponse(responseCode = "422", description = "No place can have it: the check digit")
  public PlaceView get(
      @PathParam("code") @Parameter(description = "Six digits", example = "384411") String code) {
    return places.resolve(code);
  }
}
