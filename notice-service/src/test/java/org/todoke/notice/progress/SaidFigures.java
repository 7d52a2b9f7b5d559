package org.todoke.notice.progress;

import static org.todoke.notice.NoticeFixture.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The figures as the API says them, in the form of {@link Recount}. */
final class SaidFigures {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SaidFigures() {}

  static Map<String, Map<String, String>> below(String node, UUID notice, String caller) {
    String body =
        as(caller)
            .get("/v1/notices/{id}/progress/{node}", notice, node)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return read(parse(body).get("tiers"));
  }

  /** As they were at a moment. */
  static Map<String, Map<String, String>> below(
      String node, UUID notice, String caller, Instant at) {
    String body =
        as(caller)
            .get("/v1/notices/{id}/progress/{node}?asOf={at}", notice, node, at.toString())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return read(parse(body).get("tiers"));
  }

  static Map<String, Map<String, String>> read(JsonNode tiers) {
    var said = new TreeMap<String, Map<String, String>>();
    tiers.forEach(tier -> said.put(tier.get("tier").asText(), tier(tier)));
    return said;
  }

  static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }

  private static Map<String, String> tier(JsonNode tier) {
    var figures = new TreeMap<String, String>();
    tier.fields()
        .forEachRemaining(
            member -> {
              JsonNode value = member.getValue();
              switch (member.getKey()) {
                case "tier", "excused" -> {}
                case "addressed", "expected" -> figures.put(member.getKey(), value.asText());
                case "results" ->
                    value
                        .fields()
                        .forEachRemaining(
                            r -> figures.put("results." + r.getKey(), figure(r.getValue())));
                default -> figures.put(member.getKey(), figure(value));
              }
            });
    return figures;
  }

  private static String figure(JsonNode figure) {
    return figure.has("absent")
        ? figure.get("absent").asText()
        : figure.get("numerator").asLong() + "/" + figure.get("denominator").asLong();
  }
}
