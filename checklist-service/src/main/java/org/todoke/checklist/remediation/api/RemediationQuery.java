package org.todoke.checklist.remediation.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Queries;
import org.todoke.checklist.remediation.ReadRemediations;
import org.todoke.web.Violations;

/** The query parameters of the list; read as texts, so that a wrong one is named and not a 404. */
public class RemediationQuery {

  @QueryParam("noticeId")
  @Parameter(schema = @Schema(format = "uuid"))
  @Nullable String noticeId;

  @QueryParam("assignmentId")
  @Parameter(schema = @Schema(format = "uuid"))
  @Nullable String assignmentId;

  @QueryParam("state")
  @Parameter(schema = @Schema(enumeration = {"open", "in-progress", "completed", "withdrawn"}))
  @Nullable String state;

  ReadRemediations.Filter filter() {
    Violations violations = new Violations();
    Queries queries = new Queries(violations);
    var filter =
        new ReadRemediations.Filter(
            queries.uuid("noticeId", noticeId),
            queries.uuid("assignmentId", assignmentId),
            queries.oneOf(
                "state",
                state,
                new String[] {"open", "in-progress", "completed", "withdrawn"},
                s -> s));
    violations.refuseIfAny();
    return filter;
  }
}
