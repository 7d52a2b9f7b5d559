package org.todoke.notice.chasing.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.chasing.ChasingRuleForm;
import org.todoke.notice.chasing.ChasingRuleView;
import org.todoke.notice.chasing.ChasingRules;
import org.todoke.security.CurrentActor;
import org.todoke.security.Role;
import org.todoke.web.Etags;

/** The rungs by which a notice is chased. */
@Path("/v1/notices/{id}/chasing")
@Tag(name = "Deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChasingRuleResource {

  private final ChasingRules rules;
  private final CurrentActor actor;

  ChasingRuleResource(ChasingRules rules, CurrentActor actor) {
    this.rules = rules;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR})
  @Operation(summary = "When those who are late are reminded, and when those above are told")
  @APIResponse(
      responseCode = "200",
      description = "The rungs that hold",
      content = @Content(schema = @Schema(implementation = ChasingRuleView.class)))
  public Response read(@PathParam("id") UUID id) {
    return answer(rules.of(id, actor.get()));
  }

  @PUT
  @RolesAllowed(Role.ISSUER)
  @Operation(summary = "Sets other rungs for this notice")
  @APIResponse(
      responseCode = "200",
      description = "The rungs that hold",
      content = @Content(schema = @Schema(implementation = ChasingRuleView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ChasingRuleForm form) {
    return answer(rules.set(id, form, ifMatch, actor.get()));
  }

  private static Response answer(ChasingRuleView rule) {
    return Response.ok(rule).tag(Etags.of(rule.version())).build();
  }
}
