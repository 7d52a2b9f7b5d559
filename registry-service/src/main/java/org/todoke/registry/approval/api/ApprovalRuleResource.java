package org.todoke.registry.approval.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.todoke.registry.approval.ApprovalRule;
import org.todoke.registry.approval.ApprovalRules;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.approval.Effect;
import org.todoke.security.Role;

/** When what operators say of themselves holds. */
@Path("/v1/approval-rules")
@Tag(
    name = "Proposals",
    description =
        "What corporations and establishments say of themselves: contacts, names, addresses; at once or after approval, by rule")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ApprovalRuleResource {

  private final ApprovalRules rules;

  ApprovalRuleResource(ApprovalRules rules) {
    this.rules = rules;
  }

  /** All rules. */
  @Schema(name = "ApprovalRules", requiredProperties = "items")
  record RuleList(List<ApprovalRule> items) {}

  /** What is to hold. */
  @Schema(name = "ApprovalRuleRequest")
  record RuleRequest(@NotNull Effect effect) {}

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
  @Operation(operationId = "listApprovalRules", summary = "When each kind of change holds")
  @APIResponse(responseCode = "200", description = "One for each kind of change")
  public RuleList list() {
    return new RuleList(rules.all());
  }

  @PUT
  @Path("/{kind}")
  @RolesAllowed(Role.REGISTRAR)
  @Operation(
      operationId = "setApprovalRule",
      summary = "Set when a kind of change holds, for the whole country; by the ministry")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "403", description = "The caller is not the ministry")
  @APIResponse(responseCode = "422", description = "The input is wrong; every fault is named")
  public ApprovalRule set(@PathParam("kind") ChangeKind kind, @Valid RuleRequest body) {
    return rules.set(kind, body.effect());
  }
}
