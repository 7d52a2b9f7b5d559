package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.todoke.stack.Findings;

/** Two arrivals, one delivery; dates; and who holds up the establishment that has nothing. */
final class PathVerification {

  private final Sight sight;
  private final Findings findings;

  PathVerification(Sight sight, Findings findings) {
    this.sight = sight;
    this.findings = findings;
  }

  void verify() {
    JsonNode city = sight.delivery(Cast.YAWATAHAMA, Cast.YAWATAHAMA);
    findings.expect(
        "八幡浜市 was reached on two routes",
        Set.of(Cast.ELDERLY_DIVISION.code(), Cast.EHIME.code()),
        Sight.stream(city.path("arrivals"))
            .map(a -> a.path("from").asText())
            .collect(Collectors.toSet()));
    findings.expect("八幡浜市 has one delivery of it", 1L, inbox(Cast.YAWATAHAMA));
    findings.expect(
        "大洲市, which nobody told twice within the ministry's own, too",
        2,
        sight.delivery(Cast.OZU, Cast.OZU).path("arrivals").size());
    findings.expect(
        "the city's earlier date holds for an establishment",
        sight.cascade().cityDueOn(),
        due(Cast.SHIOSAI_DAY));
    findings.expect(
        "the ministry's date holds for the city",
        sight.cascade().ministryDueOn(),
        due(Cast.YAWATAHAMA));
    findings.expect(
        "the corporation without anything but a FAX was reached by FAX",
        "fax",
        sight.delivery(Cast.YAWATAHAMA, Cast.USHIO).at("/arrivals/0/channel").asText());

    JsonNode path =
        sight
            .as(Cast.YAWATAHAMA)
            .get(
                "/v1/notices/{}/deliveries/{}/path",
                sight.cascade().envelope(),
                Cast.MINATO_PLAN.code())
            .expect(200)
            .body();
    JsonNode missing = Apis.first(path.path("missingLinks"), "/line", "operator");
    findings.expect(
        "the stuck establishment's missing link is its corporation",
        Cast.MINATO.code(),
        missing.path("organization").asText());
    findings.expect(
        "what the corporation has not done", "not-forwarded", missing.path("why").asText());
    findings.expect(
        "stuck since the corporation was reached",
        sight.delivery(Cast.YAWATAHAMA, Cast.MINATO).path("reachedAt").asText(),
        missing.path("since").asText());
    JsonNode reached =
        sight
            .as(Cast.YAWATAHAMA)
            .get(
                "/v1/notices/{}/deliveries/{}/path",
                sight.cascade().envelope(),
                Cast.SHIOSAI_DAY.code())
            .expect(200)
            .body();
    findings.expect(
        "nothing is missing for an establishment that has it",
        0,
        reached.path("missingLinks").size());
  }

  private long inbox(Cast who) {
    return sight.as(who).all("/v1/deliveries").stream()
        .filter(d -> d.at("/notice/id").asText().equals(sight.cascade().envelope()))
        .count();
  }

  private LocalDate due(Cast who) {
    return LocalDate.parse(sight.delivery(who, who).path("dueOn").asText());
  }
}
