package org.todoke.benchmarks.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.todoke.benchmarks.wire.Answer;

/** What is sent: the checklist of Vol.334, a notice with it to all tiers, letters round it. */
final class Papers {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int DAYS = 30;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Suite suite;

  Papers(Suite suite) {
    this.suite = suite;
  }

  /** Publishes the questions; the id of the checklist, once notice-service knows of it. */
  String checklist() {
    JsonNode made = good("POST", "/v1/checklists", resource("vol334-checklist"));
    String id = made.path("id").asText();
    good("POST", "/v1/checklists/" + id + "/publication", JSON.createObjectNode());
    suite
        .deadline()
        .await(
            "notice-service knows of the checklist",
            () ->
                suite
                        .database()
                        .number(
                            Suite.NOTICE,
                            "select count(*) from published_checklist where checklist_id = '"
                                + id
                                + "'")
                    == 1);
    return id;
  }

  /**
   * A draft.
   *
   * @param within codes of the areas to which it is limited; none for the nation
   * @return its id
   */
  String draft(String title, String usage, String checklist, List<String> within) {
    ObjectNode form =
        JSON.createObjectNode()
            .put("usage", usage)
            .put("paperKind", "jimu-renraku")
            .put("issuedOn", LocalDate.now(JAPAN).toString())
            .put("title", title)
            .put("text", "電子メールを利用した個人情報共有サービスの設定について、管下の事業所に点検を行わせ、その結果を回答されたい。");
    form.putArray("issuers").add(Suite.ISSUER);
    form.putArray("addressees").add("各都道府県 介護保険担当主管部（局）御中");
    form.putArray("requestedActions")
        .addObject()
        .put("text", "設定を点検し、結果を回答すること。")
        .put("dueOn", LocalDate.now(JAPAN).plusDays(DAYS).toString())
        .put("checklistId", checklist);
    ObjectNode audience = form.putObject("audience");
    audience
        .putArray("tiers")
        .add("prefecture")
        .add("municipality")
        .add("corporation")
        .add("establishment");
    audience.putArray("directTo").add("prefecture");
    if (!within.isEmpty()) {
      within.forEach(audience.putArray("within")::add);
    }
    return good("POST", "/v1/notices", form).path("id").asText();
  }

  /** All children, under a letter of one's own. */
  static byte[] forwarding() {
    ObjectNode form = JSON.createObjectNode();
    form.putObject("to").put("allChildren", true);
    form.putObject("coverLetter")
        .put("paperKind", "jimu-renraku")
        .put("documentNumber", "介第334号")
        .put("date", LocalDate.now(JAPAN).toString())
        .put("title", "個人情報共有サービスの設定の点検について（通知）")
        .put("text", "標記について、別添のとおり通知がありましたので、期日までに点検し回答してください。");
    return bytes(form);
  }

  /** Every actual notice and every exercise is passed on, whoever it comes from. */
  static byte[] instruction() {
    ObjectNode form = JSON.createObjectNode();
    form.putObject("coverLetter")
        .put("paperKind", "jimu-renraku")
        .put("title", "{noticeTitle}（周知）")
        .put("text", "{issuer}より別添のとおり通知がありました。各事業所で点検し、{dueOn}までに回答してください。");
    return bytes(form);
  }

  static byte[] acknowledgement() {
    return bytes(JSON.createObjectNode().put("handledBy", "管理者"));
  }

  static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode good(String method, String path, JsonNode body) {
    Answer answer = suite.once(method, path, Suite.ISSUER, bytes(body));
    return answer.json();
  }

  private static JsonNode resource(String name) {
    try (InputStream in = Papers.class.getResourceAsStream("/scenario/" + name + ".json")) {
      return JSON.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
