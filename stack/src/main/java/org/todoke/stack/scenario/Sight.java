package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the suite says of the cascade, asked through the gateway by those whom it concerns. */
final class Sight {

  static final int PREFECTURES_OF_JAPAN = 47;
  static final int MUNICIPALITIES_OF_JAPAN = 1_741;
  static final int MUNICIPALITIES_OF_EHIME = 20;

  private final Apis apis;
  private final Cascade cascade;

  Sight(Apis apis, Cascade cascade) {
    this.apis = apis;
    this.cascade = cascade;
  }

  ApiClient as(Cast who) {
    return apis.as(who);
  }

  Cascade cascade() {
    return cascade;
  }

  static long count(ApiClient api, String kind) {
    return api.all("/v1/organizations?state=active&kind={}", kind).size();
  }

  long city(String tier, String figure) {
    return progress(Cast.YAWATAHAMA, cascade.envelope(), Cast.YAWATAHAMA.code(), tier, figure);
  }

  long prefecture(String tier, String figure) {
    return progress(Cast.EHIME, cascade.envelope(), Cast.EHIME.code(), tier, figure);
  }

  long nation(String tier, String figure) {
    return progress(Cast.ELDERLY_DIVISION, cascade.envelope(), "jp", tier, figure);
  }

  /** Over all tiers. */
  long total(String figure) {
    JsonNode tiers =
        as(Cast.ELDERLY_DIVISION)
            .get("/v1/notices/{}/progress/jp", cascade.envelope())
            .expect(200)
            .body()
            .path("tiers");
    return stream(tiers).mapToLong(t -> t.at("/" + figure + "/numerator").asLong(0)).sum();
  }

  long progress(Cast who, String notice, String node, String tier, String figure) {
    return progressNode(who, notice, node, tier).at("/" + figure + "/numerator").asLong(-1);
  }

  JsonNode progressNode(Cast who, String notice, String node, String tier) {
    JsonNode progress = as(who).get("/v1/notices/{}/progress/{}", notice, node).expect(200).body();
    return Apis.first(progress.path("tiers"), "/tier", tier);
  }

  List<JsonNode> deliveries(Cast who, String tier) {
    return as(who).all("/v1/notices/{}/deliveries?tier={}", cascade.envelope(), tier);
  }

  static long having(List<JsonNode> deliveries, String field) {
    return deliveries.stream().filter(d -> d.hasNonNull(field)).count();
  }

  JsonNode delivery(Cast as, Cast whose) {
    return as(as)
        .get("/v1/notices/{}/deliveries/{}", cascade.envelope(), whose.code())
        .expect(200)
        .body();
  }

  List<JsonNode> assignments() {
    return as(Cast.YAWATAHAMA).all("/v1/assignments?noticeId={}", cascade.envelope());
  }

  JsonNode assignment(Cast establishment) {
    return Apis.first(assignments(), "/establishment/code", establishment.code());
  }

  static Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
