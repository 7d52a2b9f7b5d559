package org.todoke.checklist.assignment.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Queries;
import org.todoke.checklist.assignment.AssignmentFilter;
import org.todoke.contracts.SubmissionResult;
import org.todoke.web.Violations;

/** The query parameters of the list; read as texts, so that a wrong one is named and not a 404. */
public class AssignmentQuery {

  @QueryParam("noticeId")
  @Parameter(schema = @Schema(format = "uuid"))
  @Nullable String noticeId;

  @QueryParam("state")
  @Parameter(schema = @Schema(enumeration = {"open", "closed"}))
  @Nullable String state;

  @QueryParam("result")
  @Parameter(
      schema =
          @Schema(
              enumeration = {
                "not-assessed",
                "compliant",
                "partially-compliant",
                "non-compliant",
                "not-applicable"
              }))
  @Nullable String result;

  @QueryParam("overdue")
  @Parameter(schema = @Schema(enumeration = {"true", "false"}))
  @Nullable String overdue;

  AssignmentFilter filter() {
    Violations violations = new Violations();
    Queries queries = new Queries(violations);
    AssignmentFilter filter =
        new AssignmentFilter(
            queries.uuid("noticeId", noticeId),
            queries.oneOf("state", state, new String[] {"open", "closed"}, s -> s),
            queries.oneOf("result", result, SubmissionResult.values(), SubmissionResult::wireName),
            queries.oneOf(
                "overdue", overdue, new Boolean[] {true, false}, b -> Boolean.toString(b)));
    violations.refuseIfAny();
    return filter;
  }
}
