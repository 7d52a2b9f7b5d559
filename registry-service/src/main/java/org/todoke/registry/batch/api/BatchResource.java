package org.todoke.registry.batch.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.batch.BatchItems;
import org.todoke.registry.batch.Done;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.registry.organization.api.OrganizationRequests;
import org.todoke.security.Role;
import org.todoke.web.Idempotency;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;
import org.todoke.web.problem.BeanViolations;
import org.todoke.web.problem.Problem;
import org.todoke.web.problem.ProblemAnswers;

/** Many edits of organisations at once, for programs. */
@Path("/v1/organizations/batch")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class BatchResource {

  private static final int CREATED = 201;
  private static final int OK = 200;

  private final BatchItems items;
  private final Idempotency idempotency;
  private final OrganizationRegister register;
  private final Validator validator;
  private final ProblemAnswers problems;
  private final CurrentVertxRequest current;

  BatchResource(
      BatchItems items,
      Idempotency idempotency,
      OrganizationRegister register,
      Validator validator,
      ProblemAnswers problems,
      CurrentVertxRequest current) {
    this.items = items;
    this.idempotency = idempotency;
    this.register = register;
    this.validator = validator;
    this.problems = problems;
    this.current = current;
  }

  @POST
  @RolesAllowed({Role.REGISTRAR, Role.INTEGRATOR})
  @Operation(
      operationId = "editOrganizations",
      summary =
          "Enter, change and close many organisations, each for itself: a refused item stops no other, and a batch that is sent again under its key repeats the answers of what was done")
  @Parameter(
      name = Idempotency.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      schema = @Schema(implementation = String.class, maxLength = 128))
  @APIResponse(responseCode = "200", description = "What became of each item, in their order")
  @APIResponse(responseCode = "400", description = "The Idempotency-Key is missing")
  @APIResponse(responseCode = "422", description = "The batch as a whole cannot be read")
  public BatchResult edit(@Valid @NotNull BatchRequest body) {
    String key = idempotency.key();
    List<BatchResult.Item> results = new ArrayList<>();
    for (int i = 0; i < body.items().size(); i++) {
      results.add(edit(key, i, body.items().get(i)));
    }
    return new BatchResult(List.copyOf(results));
  }

  private BatchResult.Item edit(String key, int index, BatchRequest.Item item) {
    try {
      BatchItems.Answer answer = items.once(key, index, item, () -> edit(item));
      Done done = answer.done();
      return new BatchResult.Item(
          index,
          done.created() ? CREATED : OK,
          done.code(),
          done.version(),
          answer.replayed(),
          null);
    } catch (RuntimeException thrown) {
      // Whatever it is belongs to this item; what is ours is logged as it would be for a request.
      Problem problem = problems.problem(thrown, current.getCurrent());
      return new BatchResult.Item(index, problem.status(), item.code(), null, false, problem);
    }
  }

  private Done edit(BatchRequest.Item item) {
    List<Violation> missing = new ArrayList<>();
    required(item.operation(), "/operation", missing);
    required(item.code(), "/code", missing);
    if (!missing.isEmpty()) {
      throw Refusal.invalid(missing);
    }
    OrganizationCode code = Objects.requireNonNull(item.code());
    return switch (Objects.requireNonNull(item.operation())) {
      case REGISTER -> {
        OrganizationRequests.Registration said = valid(item.registration());
        yield done(register.register(code, said.kind(), said.attributes(), said.validFrom()), true);
      }
      case CHANGE -> {
        OrganizationRequests.Change said = valid(item.change());
        yield done(
            register.change(code, said.attributes(), said.effectiveOn(), item.ifMatch()), false);
      }
      case CLOSE -> done(register.close(code, item.lastDay()), false);
    };
  }

  private <T> T valid(T said) {
    List<Violation> violations = BeanViolations.ofBody(validator.validate(said));
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return said;
  }

  private static void required(@Nullable Object value, String pointer, List<Violation> violations) {
    if (value == null) {
      violations.add(Violation.at(pointer, "value.required"));
    }
  }

  private static Done done(OrganizationView view, boolean created) {
    return new Done(view.code(), created, view.version());
  }
}
