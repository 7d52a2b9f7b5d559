package org.todoke.registry.proposal.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.proposal.ProposeChange;
import org.todoke.registry.proposal.ProposedChange;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;

/** Where a corporation or an establishment proposes changes of itself. */
@Path("/v1/organizations/{code}/proposals")
@Tag(name = "Proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OwnProposalResource {

  private final ProposeChange proposeChange;
  private final Idempotency idempotency;

  OwnProposalResource(ProposeChange proposeChange, Idempotency idempotency) {
    this.proposeChange = proposeChange;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Operation(
      operationId = "propose",
      summary =
          "Propose a change of the own contacts, name or address; at once or after approval, by rule")
  @Parameter(
      name = Idempotency.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      schema = @Schema(implementation = String.class, maxLength = 128))
  @APIResponse(
      responseCode = "201",
      description =
          "Taken; without a body, so that no contact is kept with the idempotency key. The proposal says whether it is in effect",
      headers =
          @Header(name = HttpHeaders.LOCATION, schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", description = "It is not the caller's own organisation")
  @APIResponse(
      responseCode = "409",
      description =
          "It changes nothing, one for the same thing is open, there are too many, or the organisation or the contact is closed")
  @APIResponse(responseCode = "412", description = "Changed since the caller read it")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  @APIResponse(
      responseCode = "428",
      description = "If-Match is missing, and it is not a contact to be added")
  public Response propose(
      @PathParam("code") OrganizationCode code,
      @HeaderParam(HttpHeaders.IF_MATCH)
          @Parameter(
              description =
                  "The version of the contact that is changed or closed, else of the organisation")
          @Nullable String ifMatch,
      @Valid ProposalRequests.Content body) {
    ProposedChange change = body.change();
    return idempotency.once(
        body,
        () ->
            Response.created(
                    URI.create("/v1/proposals/" + proposeChange.propose(code, change, ifMatch)))
                .build());
  }
}
