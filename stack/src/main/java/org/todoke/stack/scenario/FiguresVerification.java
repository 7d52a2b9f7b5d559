package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.todoke.stack.Findings;

/** How far it got. Every figure is also recounted from the list of deliveries that it is about. */
final class FiguresVerification {

  private final Sight sight;
  private final Findings findings;

  FiguresVerification(Sight sight, Findings findings) {
    this.sight = sight;
    this.findings = findings;
  }

  void verify() {
    Apis.await(
        "notice-service has heard of all answers",
        () -> sight.city("establishment", "answered") == Story.ANSWERED.size());
    Apis.await(
        "notice-service has heard of the remediation",
        () -> sight.city("establishment", "remediated") == Story.REMEDIATED.size());
    Apis.await(
        "every forwarding is finalized", () -> sight.total("finalized") == Story.FORWARDED.size());

    findings.expect(
        "八幡浜市: corporations reached",
        (long) Story.CORPORATIONS_OF_THE_CITY.size(),
        sight.city("corporation", "reached"));
    findings.expect(
        "八幡浜市: corporations that forwarded",
        (long) Story.FORWARDED_CORPORATIONS.size(),
        sight.city("corporation", "forwarded"));
    findings.expect(
        "八幡浜市: corporations that acknowledged",
        (long) Story.ACKNOWLEDGED_CORPORATIONS.size(),
        sight.city("corporation", "acknowledged"));
    findings.expect(
        "八幡浜市: establishments reached",
        (long) Story.REACHED_ESTABLISHMENTS.size(),
        sight.city("establishment", "reached"));
    findings.expect(
        "八幡浜市: answers", (long) Story.ANSWERED.size(), sight.city("establishment", "answered"));
    findings.expect(
        "八幡浜市: answers on time",
        (long) Story.ANSWERED.size(),
        sight.city("establishment", "answeredOnTime"));
    findings.expect(
        "八幡浜市: compliant",
        (long) Story.COMPLIANT.size(),
        sight.city("establishment", "results/compliant"));
    findings.expect(
        "八幡浜市: not using such a service",
        (long) Story.NOT_USING.size(),
        sight.city("establishment", "results/notApplicable"));
    findings.expect(
        "八幡浜市: non-compliant",
        (long) Story.EXPOSED.size(),
        sight.city("establishment", "results/nonCompliant"));
    findings.expect(
        "八幡浜市: remediated",
        (long) Story.REMEDIATED.size(),
        sight.city("establishment", "remediated"));
    findings.expect(
        "八幡浜市: remediation still open", 0L, sight.city("establishment", "remediationOpen"));
    findings.expect("八幡浜市: overdue", 0L, sight.city("establishment", "overdue"));
    for (String tier : List.of("corporation", "establishment")) {
      List<JsonNode> deliveries = sight.deliveries(Cast.YAWATAHAMA, tier);
      findings.expect(
          "八幡浜市: denominator of the tier " + tier + " = recount",
          (long) deliveries.size(),
          denominator(tier));
      findings.expect(
          "八幡浜市: reached in the tier " + tier + " = recount",
          Sight.having(deliveries, "reachedAt"),
          sight.city(tier, "reached"));
      findings.expect(
          "八幡浜市: acknowledged in the tier " + tier + " = recount",
          Sight.having(deliveries, "acknowledgedAt"),
          sight.city(tier, "acknowledged"));
    }
    findings.expect(
        "八幡浜市: answers = recount",
        Sight.having(sight.deliveries(Cast.YAWATAHAMA, "establishment"), "answeredAt"),
        sight.city("establishment", "answered"));

    findings.expect(
        "愛媛県: municipalities reached",
        (long) Sight.MUNICIPALITIES_OF_EHIME,
        sight.prefecture("municipality", "reached"));
    findings.expect(
        "愛媛県: municipalities that forwarded", 1L, sight.prefecture("municipality", "forwarded"));
    findings.expect("愛媛県: association reached", 1L, sight.prefecture("association", "reached"));
    findings.expect(
        "愛媛県: a corporation in two municipalities counts once",
        (long)
            sight.deliveries(Cast.EHIME, "corporation").stream()
                .map(d -> d.path("organization").asText())
                .distinct()
                .count(),
        sight
            .progressNode(Cast.EHIME, sight.cascade().envelope(), "lg:380008", "corporation")
            .path("expected")
            .asLong());
    findings.expect(
        "愛媛県: answers",
        Sight.having(sight.deliveries(Cast.EHIME, "establishment"), "answeredAt"),
        sight.prefecture("establishment", "answered"));
    findings.expect(
        "全国: prefectures reached",
        (long) Sight.PREFECTURES_OF_JAPAN,
        sight.nation("prefecture", "reached"));
    findings.expect("全国: prefectures that forwarded", 1L, sight.nation("prefecture", "forwarded"));
    findings.expect(
        "全国: answers = answers of the city",
        sight.city("establishment", "answered"),
        sight.nation("establishment", "answered"));
    findings.expect(
        "全国: exposed = exposed in the city",
        sight.city("establishment", "results/nonCompliant"),
        sight.nation("establishment", "results/nonCompliant"));
    for (String tier :
        List.of("prefecture", "municipality", "association", "corporation", "establishment")) {
      findings.figure("reached." + tier, sight.nation(tier, "reached"));
      findings.figure(
          "expected." + tier,
          sight
              .progressNode(Cast.ELDERLY_DIVISION, sight.cascade().envelope(), "jp", tier)
              .path("expected")
              .asLong());
    }
    findings.figure("answered", sight.nation("establishment", "answered"));
  }

  private long denominator(String tier) {
    return sight
        .progressNode(Cast.YAWATAHAMA, sight.cascade().envelope(), Cast.YAWATAHAMA.code(), tier)
        .at("/reached/denominator")
        .asLong(-1);
  }
}
