package org.todoke.registry.proposal.api;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.proposal.DecideProposal;
import org.todoke.registry.proposal.ProposalStatus;
import org.todoke.registry.proposal.ProposalView;
import org.todoke.registry.proposal.ReadProposals;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.body.OptionalBody;

/** Proposals, for those who made them and those who decide them. */
@Path("/v1/proposals")
@Tag(name = "Proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ProposalResource {

  private final ReadProposals readProposals;
  private final DecideProposal decideProposal;

  ProposalResource(ReadProposals readProposals, DecideProposal decideProposal) {
    this.readProposals = readProposals;
    this.decideProposal = decideProposal;
  }

  @GET
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Operation(
      operationId = "listProposals",
      summary = "The caller's own proposals, and those of the organisations below it")
  @APIResponse(responseCode = "200", description = "The oldest first")
  public Page<ProposalView> list(
      @QueryParam("organization") @Nullable OrganizationCode organization,
      @QueryParam("kind") @Nullable ChangeKind kind,
      @QueryParam("state") @Nullable ProposalStatus state,
      @BeanParam @Valid PageRequest page) {
    return readProposals.list(organization, kind, state, page);
  }

  @GET
  @Path("/{proposalId}")
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Operation(operationId = "getProposal", summary = "One proposal")
  @APIResponse(responseCode = "200", description = "The proposal")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to see")
  public ProposalView get(@PathParam("proposalId") UUID proposalId) {
    return readProposals.get(proposalId);
  }

  @POST
  @Path("/{proposalId}/approval")
  @RolesAllowed(Role.REGISTRAR)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "approveProposal",
      summary = "Bring it into effect, from today; approving it again changes nothing")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "403", description = "The caller sees it and may not decide it")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to see")
  @APIResponse(
      responseCode = "409",
      description = "It was decided otherwise, or what it changes was changed since")
  public ProposalView approve(@PathParam("proposalId") UUID proposalId) {
    return decideProposal.approve(proposalId);
  }

  @POST
  @Path("/{proposalId}/refusal")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "refuseProposal",
      summary = "Refuse it; refusing it again changes nothing")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "403", description = "The caller sees it and may not decide it")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to see")
  @APIResponse(responseCode = "409", description = "It was decided otherwise")
  public ProposalView refuse(
      @PathParam("proposalId") UUID proposalId,
      @RequestBody(required = false) @OptionalBody @Valid
          ProposalRequests.@Nullable RefusalForm body) {
    return decideProposal.refuse(proposalId, body == null ? null : body.comment());
  }

  @POST
  @Path("/{proposalId}/withdrawal")
  @RolesAllowed({Role.REGISTRAR, Role.RESPONDER})
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "withdrawProposal",
      summary = "Take an own proposal back; taking it back again changes nothing")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "403", description = "It is somebody else's")
  @APIResponse(
      responseCode = "404",
      description = "There is none, or it is not the caller's to see")
  @APIResponse(responseCode = "409", description = "It was decided")
  public ProposalView withdraw(@PathParam("proposalId") UUID proposalId) {
    return decideProposal.withdraw(proposalId);
  }
}
