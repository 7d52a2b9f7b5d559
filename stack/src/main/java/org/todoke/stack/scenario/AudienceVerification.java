package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.todoke.stack.Findings;

/** The audience that was frozen is the registry's, and the envelope holds what it says. */
final class AudienceVerification {

  private final Sight sight;
  private final Findings findings;

  AudienceVerification(Sight sight, Findings findings) {
    this.sight = sight;
    this.findings = findings;
  }

  void verify() {
    ApiClient ministry = sight.as(Cast.ELDERLY_DIVISION);
    findings.expect(
        "prefectures in the registry",
        (long) Sight.PREFECTURES_OF_JAPAN,
        Sight.count(ministry, "prefecture"));
    findings.expect(
        "municipalities in the registry",
        (long) Sight.MUNICIPALITIES_OF_JAPAN,
        Sight.count(ministry, "municipality"));
    JsonNode audience =
        ministry.get("/v1/notices/{}/audience", sight.cascade().envelope()).expect(200).body();
    findings.expect("the audience is frozen", true, audience.path("frozen").asBoolean());
    for (String tier :
        List.of("prefecture", "municipality", "association", "corporation", "establishment")) {
      findings.expect(
          "addressed in the tier " + tier,
          Sight.count(ministry, tier),
          audience.at("/addressed/" + tier).asLong());
    }
    findings.expect(
        "the ministry's paper to the prefectures reached them",
        (long) Sight.PREFECTURES_OF_JAPAN,
        sight.progress(
            Cast.MEDICAL_DIVISION, sight.cascade().toPrefectures(), "jp", "prefecture", "reached"));
    findings.expect(
        "the ministry's paper to the municipalities reached them",
        (long) Sight.MUNICIPALITIES_OF_JAPAN,
        sight.progress(
            Cast.ELDERLY_DIVISION,
            sight.cascade().toMunicipalities(),
            "jp",
            "municipality",
            "reached"));
    JsonNode envelope =
        sight
            .as(Cast.YAWATAHAMA)
            .get("/v1/notices/{}", sight.cascade().envelope())
            .expect(200)
            .body();
    findings.expect(
        "the envelope encloses both papers",
        Set.of(sight.cascade().toPrefectures(), sight.cascade().toMunicipalities()),
        Sight.stream(envelope.path("relations"))
            .map(r -> r.path("noticeId").asText())
            .collect(Collectors.toSet()));
    findings.expect(
        "as many sheets as the envelope declares",
        envelope.path("declaredSheets").asInt(),
        sheets(envelope));
  }

  private static int sheets(JsonNode notice) {
    return Sight.stream(notice.path("attachments"))
        .mapToInt(a -> a.path("declaredSheets").asInt())
        .sum();
  }
}
