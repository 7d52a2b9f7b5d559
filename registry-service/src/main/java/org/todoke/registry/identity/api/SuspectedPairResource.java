package org.todoke.registry.identity.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.identity.PairReason;
import org.todoke.registry.identity.PairState;
import org.todoke.registry.identity.SuspectedPairView;
import org.todoke.registry.identity.SuspectedPairs;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Corporations that may be one and the same. */
@Path("/v1/suspected-pairs")
@Tag(
    name = "Suspected pairs",
    description =
        "Corporations that may be one and the same; proposed to the registrars of the places in which both are at work, and never merged by themselves")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SuspectedPairResource {

  private final SuspectedPairs pairs;

  SuspectedPairResource(SuspectedPairs pairs) {
    this.pairs = pairs;
  }

  @GET
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "listSuspectedPairs", summary = "The pairs of the caller's place")
  @APIResponse(responseCode = "200", description = "In the order in which they were found")
  public Page<SuspectedPairView> list(
      @QueryParam("state") @Nullable PairState state,
      @QueryParam("reason") @Nullable PairReason reason,
      @BeanParam @Valid PageRequest page) {
    return pairs.list(state, reason, page);
  }

  @POST
  @Path("/search")
  @RolesAllowed(Role.REGISTRAR)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "searchSuspectedPairs",
      summary = "Look for pairs in the caller's place; what was found or decided before stays")
  @APIResponse(responseCode = "200", description = "How many are new")
  public IdentityRequests.SearchResult search() {
    return new IdentityRequests.SearchResult(pairs.searchForCaller());
  }

  @GET
  @Path("/{pairId}")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(operationId = "getSuspectedPair", summary = "One pair")
  @APIResponse(responseCode = "200", description = "The pair")
  @APIResponse(responseCode = "404", description = "There is none in the caller's place")
  public SuspectedPairView get(@PathParam("pairId") UUID pairId) {
    return pairs.get(pairId);
  }

  @POST
  @Path("/{pairId}/decision")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "decideSuspectedPair",
      summary =
          "Say whether they are one and the same; changes neither of them. The same decision again changes nothing")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "404", description = "There is none in the caller's place")
  @APIResponse(responseCode = "409", description = "It was decided otherwise")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  public SuspectedPairView decide(
      @PathParam("pairId") UUID pairId, @Valid IdentityRequests.Decision body) {
    return pairs.decide(pairId, body.decision());
  }
}
