package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.todoke.stack.Findings;

/**
 * Compares what was played with what the suite says of it: from the API alone, and from Kafka as a
 * stranger hears it. What is expected comes from the play and from the registry; what is seen comes
 * from somewhere else.
 */
final class Verification {

  private static final int PREFECTURES_OF_JAPAN = 47;
  private static final int MUNICIPALITIES_OF_JAPAN = 1_741;
  private static final int MUNICIPALITIES_OF_EHIME = 20;

  private final Apis apis;
  private final Cascade cascade;
  private final Findings findings;

  Verification(Apis apis, Cascade cascade, Findings findings) {
    this.apis = apis;
    this.cascade = cascade;
    this.findings = findings;
  }

  static long count(ApiClient api, String kind) {
    return api.all("/v1/organizations?state=active&kind={}", kind).size();
  }

  /** The audience that was frozen is the registry's. */
  void registry() {
    ApiClient ministry = apis.as(Cast.ELDERLY_DIVISION);
    findings.expect(
        "prefectures in the registry", (long) PREFECTURES_OF_JAPAN, count(ministry, "prefecture"));
    findings.expect(
        "municipalities in the registry",
        (long) MUNICIPALITIES_OF_JAPAN,
        count(ministry, "municipality"));
    JsonNode audience =
        ministry.get("/v1/notices/{}/audience", cascade.envelope()).expect(200).body();
    findings.expect("the audience is frozen", true, audience.path("frozen").asBoolean());
    for (String tier :
        List.of("prefecture", "municipality", "association", "corporation", "establishment")) {
      findings.expect(
          "addressed in the tier " + tier,
          count(ministry, tier),
          audience.at("/addressed/" + tier).asLong());
    }
    findings.expect(
        "the ministry's paper to the prefectures reached them",
        (long) PREFECTURES_OF_JAPAN,
        progress(Cast.MEDICAL_DIVISION, cascade.toPrefectures(), "jp", "prefecture", "reached"));
    findings.expect(
        "the ministry's paper to the municipalities reached them",
        (long) MUNICIPALITIES_OF_JAPAN,
        progress(
            Cast.ELDERLY_DIVISION, cascade.toMunicipalities(), "jp", "municipality", "reached"));
    JsonNode envelope =
        apis.as(Cast.YAWATAHAMA).get("/v1/notices/{}", cascade.envelope()).expect(200).body();
    findings.expect(
        "the envelope encloses both papers",
        Set.of(cascade.toPrefectures(), cascade.toMunicipalities()),
        stream(envelope.path("relations"))
            .map(r -> r.path("noticeId").asText())
            .collect(Collectors.toSet()));
    findings.expect(
        "as many sheets as the envelope declares",
        envelope.path("declaredSheets").asInt(),
        sheets(envelope));
  }

  private static int sheets(JsonNode notice) {
    return stream(notice.path("attachments")).mapToInt(a -> a.path("declaredSheets").asInt()).sum();
  }

  /**
   * How far it got. Every figure is also recounted from the list of deliveries that it is about.
   */
  void figures() {
    Apis.await(
        "notice-service has heard of all answers",
        () -> city("establishment", "answered") == Story.ANSWERED.size());
    Apis.await(
        "notice-service has heard of the remediation",
        () -> city("establishment", "remediated") == Story.REMEDIATED.size());
    Apis.await("every forwarding is finalized", () -> total("finalized") == Story.FORWARDED.size());

    findings.expect(
        "八幡浜市: corporations reached",
        (long) Story.CORPORATIONS_OF_THE_CITY.size(),
        city("corporation", "reached"));
    findings.expect(
        "八幡浜市: corporations that forwarded",
        (long) Story.FORWARDED_CORPORATIONS.size(),
        city("corporation", "forwarded"));
    findings.expect(
        "八幡浜市: corporations that acknowledged",
        (long) Story.ACKNOWLEDGED_CORPORATIONS.size(),
        city("corporation", "acknowledged"));
    findings.expect(
        "八幡浜市: establishments reached",
        (long) Story.REACHED_ESTABLISHMENTS.size(),
        city("establishment", "reached"));
    findings.expect(
        "八幡浜市: answers", (long) Story.ANSWERED.size(), city("establishment", "answered"));
    findings.expect(
        "八幡浜市: answers on time",
        (long) Story.ANSWERED.size(),
        city("establishment", "answeredOnTime"));
    findings.expect(
        "八幡浜市: compliant",
        (long) Story.COMPLIANT.size(),
        city("establishment", "results/compliant"));
    findings.expect(
        "八幡浜市: not using such a service",
        (long) Story.NOT_USING.size(),
        city("establishment", "results/notApplicable"));
    findings.expect(
        "八幡浜市: non-compliant",
        (long) Story.EXPOSED.size(),
        city("establishment", "results/nonCompliant"));
    findings.expect(
        "八幡浜市: remediated", (long) Story.REMEDIATED.size(), city("establishment", "remediated"));
    findings.expect("八幡浜市: remediation still open", 0L, city("establishment", "remediationOpen"));
    findings.expect("八幡浜市: overdue", 0L, city("establishment", "overdue"));
    for (String tier : List.of("corporation", "establishment")) {
      List<JsonNode> deliveries = deliveries(Cast.YAWATAHAMA, tier);
      findings.expect(
          "八幡浜市: denominator of the tier " + tier + " = recount",
          (long) deliveries.size(),
          denominator(tier));
      findings.expect(
          "八幡浜市: reached in the tier " + tier + " = recount",
          having(deliveries, "reachedAt"),
          city(tier, "reached"));
      findings.expect(
          "八幡浜市: acknowledged in the tier " + tier + " = recount",
          having(deliveries, "acknowledgedAt"),
          city(tier, "acknowledged"));
    }
    findings.expect(
        "八幡浜市: answers = recount",
        having(deliveries(Cast.YAWATAHAMA, "establishment"), "answeredAt"),
        city("establishment", "answered"));

    findings.expect(
        "愛媛県: municipalities reached",
        (long) MUNICIPALITIES_OF_EHIME,
        prefecture("municipality", "reached"));
    findings.expect(
        "愛媛県: municipalities that forwarded", 1L, prefecture("municipality", "forwarded"));
    findings.expect("愛媛県: association reached", 1L, prefecture("association", "reached"));
    findings.expect(
        "愛媛県: a corporation in two municipalities counts once",
        (long)
            deliveries(Cast.EHIME, "corporation").stream()
                .map(d -> d.path("organization").asText())
                .distinct()
                .count(),
        progressNode(Cast.EHIME, cascade.envelope(), "lg:380008", "corporation")
            .path("expected")
            .asLong());
    findings.expect(
        "愛媛県: answers",
        having(deliveries(Cast.EHIME, "establishment"), "answeredAt"),
        prefecture("establishment", "answered"));
    findings.expect(
        "全国: prefectures reached", (long) PREFECTURES_OF_JAPAN, nation("prefecture", "reached"));
    findings.expect("全国: prefectures that forwarded", 1L, nation("prefecture", "forwarded"));
    findings.expect(
        "全国: answers = answers of the city",
        city("establishment", "answered"),
        nation("establishment", "answered"));
    findings.expect(
        "全国: exposed = exposed in the city",
        city("establishment", "results/nonCompliant"),
        nation("establishment", "results/nonCompliant"));
    for (String tier :
        List.of("prefecture", "municipality", "association", "corporation", "establishment")) {
      findings.figure("reached." + tier, nation(tier, "reached"));
      findings.figure(
          "expected." + tier,
          progressNode(Cast.ELDERLY_DIVISION, cascade.envelope(), "jp", tier)
              .path("expected")
              .asLong());
    }
    findings.figure("answered", nation("establishment", "answered"));
  }

  /** Two arrivals, one delivery; dates; and who holds up the establishment that has nothing. */
  void path() {
    JsonNode city = delivery(Cast.YAWATAHAMA, Cast.YAWATAHAMA);
    findings.expect(
        "八幡浜市 was reached on two routes",
        Set.of(Cast.ELDERLY_DIVISION.code(), Cast.EHIME.code()),
        stream(city.path("arrivals"))
            .map(a -> a.path("from").asText())
            .collect(Collectors.toSet()));
    findings.expect("八幡浜市 has one delivery of it", 1L, inbox(Cast.YAWATAHAMA));
    findings.expect(
        "大洲市, which nobody told twice within the ministry's own, too",
        2,
        delivery(Cast.OZU, Cast.OZU).path("arrivals").size());
    findings.expect(
        "the city's earlier date holds for an establishment",
        cascade.cityDueOn(),
        due(Cast.SHIOSAI_DAY));
    findings.expect(
        "the ministry's date holds for the city", cascade.ministryDueOn(), due(Cast.YAWATAHAMA));
    findings.expect(
        "the corporation without anything but a FAX was reached by FAX",
        "fax",
        delivery(Cast.YAWATAHAMA, Cast.USHIO).at("/arrivals/0/channel").asText());

    JsonNode path =
        apis.as(Cast.YAWATAHAMA)
            .get("/v1/notices/{}/deliveries/{}/path", cascade.envelope(), Cast.MINATO_PLAN.code())
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
        delivery(Cast.YAWATAHAMA, Cast.MINATO).path("reachedAt").asText(),
        missing.path("since").asText());
    JsonNode reached =
        apis.as(Cast.YAWATAHAMA)
            .get("/v1/notices/{}/deliveries/{}/path", cascade.envelope(), Cast.SHIOSAI_DAY.code())
            .expect(200)
            .body();
    findings.expect(
        "nothing is missing for an establishment that has it",
        0,
        reached.path("missingLinks").size());
  }

  /** Closed by default: what the others must not see. */
  void walls() {
    ApiClient nextDoor = apis.as(Cast.OZU);
    String deliveries = "/v1/notices/{}/deliveries/{}";
    findings.expect(
        "next door does not see a corporation of the city",
        404,
        nextDoor.get(deliveries, cascade.envelope(), Cast.SHIOSAI.code()).status());
    findings.expect(
        "next door does not see the city's delivery",
        404,
        nextDoor.get(deliveries, cascade.envelope(), Cast.YAWATAHAMA.code()).status());
    findings.expect(
        "next door does not see the city's figures",
        404,
        nextDoor
            .get("/v1/notices/{}/progress/{}", cascade.envelope(), Cast.YAWATAHAMA.code())
            .status());
    findings.expect(
        "next door does not see the path",
        404,
        nextDoor.get(deliveries + "/path", cascade.envelope(), Cast.MINATO_PLAN.code()).status());
    findings.expect(
        "next door has no assignments of it",
        0,
        nextDoor.all("/v1/assignments?noticeId={}", cascade.envelope()).size());
    findings.expect(
        "next door has no delivery of the city in its list",
        0L,
        deliveries(Cast.OZU, "establishment").stream()
            .filter(d -> d.path("municipality").asText().equals(Cast.YAWATAHAMA.code()))
            .count());
    findings.expect(
        "who has not been reached does not see the notice",
        404,
        apis.as(Cast.MINATO_PLAN).get("/v1/notices/{}", cascade.envelope()).status());
    findings.expect(
        "an establishment sees nobody but itself",
        List.of(Cast.SHIOSAI_DAY.code()),
        apis.as(Cast.SHIOSAI_DAY).all("/v1/notices/{}/deliveries", cascade.envelope()).stream()
            .map(d -> d.path("organization").asText())
            .toList());
    String exposed = assignment(Cast.SHIOSAI_HOME).path("id").asText();
    findings.expect(
        "the ministry sees counts, not answers",
        404,
        apis.as(Cast.ELDERLY_DIVISION).get("/v1/assignments/{}/submission", exposed).status());
    findings.expect(
        "a sister establishment does not see the answer",
        404,
        apis.as(Cast.SHIOSAI_DAY).get("/v1/assignments/{}/submission", exposed).status());
  }

  /** What was found. */
  void answers() {
    findings.expect(
        "one assignment for each establishment reached",
        Story.REACHED_ESTABLISHMENTS.stream().map(Cast::code).collect(Collectors.toSet()),
        assignments().stream()
            .map(a -> a.at("/establishment/code").asText())
            .collect(Collectors.toSet()));
    findings.expect(
        "result: compliant",
        "compliant",
        assignment(Cast.SHIOSAI_DAY).at("/submission/result").asText());
    findings.expect(
        "result: not using such a service",
        "not-applicable",
        assignment(Cast.SHIOSAI_HELPER).at("/submission/result").asText());
    findings.expect(
        "result: exposed",
        "non-compliant",
        assignment(Cast.SHIOSAI_HOME).at("/submission/result").asText());
    findings.expect(
        "not answered is not an answer",
        "not-started",
        assignment(Cast.HAMAKAZE_TOOLS).at("/submission/status").asText());
    JsonNode byFax =
        apis.as(Cast.YAWATAHAMA)
            .get("/v1/assignments/{}/submission", assignment(Cast.USHIO_HOME).path("id").asText())
            .expect(200)
            .body();
    JsonNode said = byFax.path("completed");
    findings.expect(
        "the answer by FAX was typed in by proxy", "proxy", said.path("origin").asText());
    findings.expect(
        "it happened when the FAX came",
        delivery(Cast.YAWATAHAMA, Cast.USHIO_HOME).path("reachedAt").asText(),
        said.path("answeredAt").asText());
    findings.expect(
        "and was recorded later",
        true,
        Instant.parse(said.path("recordedAt").asText())
            .isAfter(Instant.parse(said.path("answeredAt").asText())));
  }

  /** Each fact once, in order. */
  void events(ForeignConsumer foreign) {
    String envelope = cascade.envelope();
    long reached = total("reached");
    long arrivals = reached + MUNICIPALITIES_OF_EHIME;
    long everybody = apis.as(Cast.ELDERLY_DIVISION).all("/v1/organizations").size();
    foreign.listenUntil(
        f ->
            f.count("remediation.completed", envelope) >= Story.REMEDIATED.size()
                && f.count("delivery.arrived", envelope) >= arrivals
                && f.count("forwarding.finalized", envelope) >= Story.FORWARDED.size()
                && f.keysOf("organization.registered") >= everybody,
        Duration.ofSeconds(60));
    foreign.listen(Duration.ofSeconds(1));
    findings.expect(
        "Kafka: organisations registered", everybody, foreign.keysOf("organization.registered"));
    findings.expect(
        "Kafka: checklist.published",
        1L,
        foreign.count("checklist.published", cascade.checklist()));
    findings.expect("Kafka: notice.issued", 1L, foreign.count("notice.issued", envelope));
    findings.expect(
        "Kafka: notice.issued, to the prefectures",
        1L,
        foreign.count("notice.issued", cascade.toPrefectures()));
    findings.expect(
        "Kafka: notice.issued, to the municipalities",
        1L,
        foreign.count("notice.issued", cascade.toMunicipalities()));
    findings.expect(
        "Kafka: deliveries that arrived", reached, foreign.keys("delivery.arrived", envelope));
    findings.expect(
        "Kafka: delivery.arrived, second routes included",
        arrivals,
        foreign.count("delivery.arrived", envelope));
    findings.expect(
        "Kafka: delivery.acknowledged",
        total("acknowledged"),
        foreign.count("delivery.acknowledged", envelope));
    findings.expect(
        "Kafka: forwarding.forwarded",
        total("forwarded"),
        foreign.count("forwarding.forwarded", envelope));
    findings.expect(
        "Kafka: forwarding.finalized",
        total("finalized"),
        foreign.count("forwarding.finalized", envelope));
    findings.expect(
        "Kafka: assignment.created",
        (long) assignments().size(),
        foreign.count("assignment.created", envelope));
    findings.expect(
        "Kafka: submission.completed",
        nation("establishment", "answered"),
        foreign.count("submission.completed", envelope));
    findings.expect(
        "Kafka: remediation.opened",
        nation("establishment", "results/nonCompliant"),
        foreign.count("remediation.opened", envelope));
    findings.expect(
        "Kafka: remediation.completed",
        nation("establishment", "remediated"),
        foreign.count("remediation.completed", envelope));
    findings.expect(
        "Kafka: no gap and no step back under any key", List.of(), foreign.outOfOrder());
    findings.figure("events.repeated", foreign.repeated());
    findings.figure("events.delivery.arrived", foreign.count("delivery.arrived", envelope));
  }

  private long city(String tier, String figure) {
    return progress(Cast.YAWATAHAMA, cascade.envelope(), Cast.YAWATAHAMA.code(), tier, figure);
  }

  private long prefecture(String tier, String figure) {
    return progress(Cast.EHIME, cascade.envelope(), Cast.EHIME.code(), tier, figure);
  }

  private long nation(String tier, String figure) {
    return progress(Cast.ELDERLY_DIVISION, cascade.envelope(), "jp", tier, figure);
  }

  /** Over all tiers. */
  private long total(String figure) {
    JsonNode tiers =
        apis.as(Cast.ELDERLY_DIVISION)
            .get("/v1/notices/{}/progress/jp", cascade.envelope())
            .expect(200)
            .body()
            .path("tiers");
    return stream(tiers).mapToLong(t -> t.at("/" + figure + "/numerator").asLong(0)).sum();
  }

  private long denominator(String tier) {
    return progressNode(Cast.YAWATAHAMA, cascade.envelope(), Cast.YAWATAHAMA.code(), tier)
        .at("/reached/denominator")
        .asLong(-1);
  }

  private long progress(Cast who, String notice, String node, String tier, String figure) {
    return progressNode(who, notice, node, tier).at("/" + figure + "/numerator").asLong(-1);
  }

  private JsonNode progressNode(Cast who, String notice, String node, String tier) {
    JsonNode progress =
        apis.as(who).get("/v1/notices/{}/progress/{}", notice, node).expect(200).body();
    return Apis.first(progress.path("tiers"), "/tier", tier);
  }

  private List<JsonNode> deliveries(Cast who, String tier) {
    return apis.as(who).all("/v1/notices/{}/deliveries?tier={}", cascade.envelope(), tier);
  }

  private static long having(List<JsonNode> deliveries, String field) {
    return deliveries.stream().filter(d -> d.hasNonNull(field)).count();
  }

  private JsonNode delivery(Cast as, Cast whose) {
    return apis.as(as)
        .get("/v1/notices/{}/deliveries/{}", cascade.envelope(), whose.code())
        .expect(200)
        .body();
  }

  private long inbox(Cast who) {
    return apis.as(who).all("/v1/deliveries").stream()
        .filter(d -> d.at("/notice/id").asText().equals(cascade.envelope()))
        .count();
  }

  private LocalDate due(Cast who) {
    return LocalDate.parse(delivery(who, who).path("dueOn").asText());
  }

  private List<JsonNode> assignments() {
    return apis.as(Cast.YAWATAHAMA).all("/v1/assignments?noticeId={}", cascade.envelope());
  }

  private JsonNode assignment(Cast establishment) {
    return Apis.first(assignments(), "/establishment/code", establishment.code());
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode items) {
    return java.util.stream.StreamSupport.stream(items.spliterator(), false);
  }
}
