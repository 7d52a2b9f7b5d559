package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;
import org.todoke.stack.Findings;

/** What was found. */
final class AnswersVerification {

  private final Sight sight;
  private final Findings findings;

  AnswersVerification(Sight sight, Findings findings) {
    this.sight = sight;
    this.findings = findings;
  }

  void verify() {
    findings.expect(
        "one assignment for each establishment reached",
        Story.REACHED_ESTABLISHMENTS.stream().map(Cast::code).collect(Collectors.toSet()),
        sight.assignments().stream()
            .map(a -> a.at("/establishment/code").asText())
            .collect(Collectors.toSet()));
    findings.expect(
        "result: compliant",
        "compliant",
        sight.assignment(Cast.SHIOSAI_DAY).at("/submission/result").asText());
    findings.expect(
        "result: not using such a service",
        "not-applicable",
        sight.assignment(Cast.SHIOSAI_HELPER).at("/submission/result").asText());
    findings.expect(
        "result: exposed",
        "non-compliant",
        sight.assignment(Cast.SHIOSAI_HOME).at("/submission/result").asText());
    findings.expect(
        "not answered is not an answer",
        "not-started",
        sight.assignment(Cast.HAMAKAZE_TOOLS).at("/submission/status").asText());
    JsonNode byFax =
        sight
            .as(Cast.YAWATAHAMA)
            .get(
                "/v1/assignments/{}/submission",
                sight.assignment(Cast.USHIO_HOME).path("id").asText())
            .expect(200)
            .body();
    JsonNode said = byFax.path("completed");
    findings.expect(
        "the answer by FAX was typed in by proxy", "proxy", said.path("origin").asText());
    findings.expect(
        "it happened when the FAX came",
        sight.delivery(Cast.YAWATAHAMA, Cast.USHIO_HOME).path("reachedAt").asText(),
        said.path("answeredAt").asText());
    findings.expect(
        "and was recorded later",
        true,
        Instant.parse(said.path("recordedAt").asText())
            .isAfter(Instant.parse(said.path("answeredAt").asText())));
  }
}
