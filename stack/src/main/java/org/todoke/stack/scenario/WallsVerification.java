package org.todoke.stack.scenario;

import java.util.List;
import org.todoke.stack.Findings;

/** Closed by default: what the others must not see. */
final class WallsVerification {

  private final Sight sight;
  private final Findings findings;

  WallsVerification(Sight sight, Findings findings) {
    this.sight = sight;
    this.findings = findings;
  }

  void verify() {
    ApiClient nextDoor = sight.as(Cast.OZU);
    String deliveries = "/v1/notices/{}/deliveries/{}";
    findings.expect(
        "next door does not see a corporation of the city",
        404,
        nextDoor.get(deliveries, sight.cascade().envelope(), Cast.SHIOSAI.code()).status());
    findings.expect(
        "next door does not see the city's delivery",
        404,
        nextDoor.get(deliveries, sight.cascade().envelope(), Cast.YAWATAHAMA.code()).status());
    findings.expect(
        "next door does not see the city's figures",
        404,
        nextDoor
            .get("/v1/notices/{}/progress/{}", sight.cascade().envelope(), Cast.YAWATAHAMA.code())
            .status());
    findings.expect(
        "next door does not see the path",
        404,
        nextDoor
            .get(deliveries + "/path", sight.cascade().envelope(), Cast.MINATO_PLAN.code())
            .status());
    findings.expect(
        "next door has no assignments of it",
        0,
        nextDoor.all("/v1/assignments?noticeId={}", sight.cascade().envelope()).size());
    findings.expect(
        "next door has no delivery of the city in its list",
        0L,
        sight.deliveries(Cast.OZU, "establishment").stream()
            .filter(d -> d.path("municipality").asText().equals(Cast.YAWATAHAMA.code()))
            .count());
    findings.expect(
        "who has not been reached does not see the notice",
        404,
        sight.as(Cast.MINATO_PLAN).get("/v1/notices/{}", sight.cascade().envelope()).status());
    findings.expect(
        "an establishment sees nobody but itself",
        List.of(Cast.SHIOSAI_DAY.code()),
        sight
            .as(Cast.SHIOSAI_DAY)
            .all("/v1/notices/{}/deliveries", sight.cascade().envelope())
            .stream()
            .map(d -> d.path("organization").asText())
            .toList());
    String exposed = sight.assignment(Cast.SHIOSAI_HOME).path("id").asText();
    findings.expect(
        "the ministry sees counts, not answers",
        404,
        sight.as(Cast.ELDERLY_DIVISION).get("/v1/assignments/{}/submission", exposed).status());
    findings.expect(
        "a sister establishment does not see the answer",
        404,
        sight.as(Cast.SHIOSAI_DAY).get("/v1/assignments/{}/submission", exposed).status());
  }
}
