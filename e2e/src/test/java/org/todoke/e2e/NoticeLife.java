package org.todoke.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.todoke.stack.Stack;
import org.todoke.stack.scenario.ApiClient;
import org.todoke.stack.scenario.Apis;
import org.todoke.stack.scenario.Cast;

/** The acts of a notice's life and what can be seen of it, through the gateway. */
final class NoticeLife {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Apis apis;
  private @Nullable String checklist;

  NoticeLife(Stack stack) {
    apis = new Apis(stack);
  }

  ApiClient as(Cast who) {
    return apis.as(who);
  }

  ObjectNode object() {
    return apis.object();
  }

  /** Published once. */
  String checklist() {
    if (checklist == null) {
      ApiClient api = as(Cast.ELDERLY_DIVISION);
      checklist =
          api.post("/v1/checklists", apis.paper("vol334-checklist")).expect(201).text("/id");
      api.post("/v1/checklists/" + checklist + "/publication", object()).expect(200);
    }
    return checklist;
  }

  /** Of the division, of today, without audience. */
  ObjectNode paper(String title) {
    ObjectNode paper = apis.paper("envelope");
    paper.remove(List.of("volume", "series", "audience", "declaredSheets"));
    return paper
        .put("paperKind", "jimu-renraku")
        .put("title", title)
        .put("issuedOn", LocalDate.now(JAPAN).toString());
  }

  /** Once notice-service has heard of all that it names. */
  String issue(ObjectNode paper) {
    ApiClient api = as(Cast.ELDERLY_DIVISION);
    String[] id = new String[1];
    Apis.await(
        "a draft of " + paper.path("title").asText(),
        () -> {
          ApiClient.Answer drafted = api.post("/v1/notices", paper);
          if (drafted.body().toString().contains("action.checklist-not-published")) {
            return false;
          }
          id[0] = drafted.expect(201).text("/id");
          return true;
        });
    api.post("/v1/notices/" + id[0] + "/issue", object()).expect(200);
    return id[0];
  }

  ObjectNode toAll(@Nullable Integer allowance) {
    ObjectNode forwarding = object();
    ObjectNode letter = (ObjectNode) apis.paper("cover-letters").path("municipality");
    letter.put("date", LocalDate.now(JAPAN).toString());
    if (allowance != null) {
      letter.put("allowance", allowance);
    }
    forwarding.set("coverLetter", letter);
    forwarding.putObject("to").put("allChildren", true);
    return forwarding;
  }

  void forward(String notice, Cast who, ObjectNode forwarding) {
    as(who)
        .post("/v1/notices/" + notice + "/deliveries/" + who.code() + "/forwarding", forwarding)
        .expect(201);
  }

  void act(Cast who, String notice, Cast whose, String act, ObjectNode form) {
    as(who)
        .post("/v1/notices/" + notice + "/deliveries/" + whose.code() + "/" + act, form)
        .expect(200, 201);
  }

  /**
   * @param answeredAt of what came by FAX and is typed in by another
   */
  void answer(Cast who, String notice, Cast establishment, @Nullable Instant answeredAt) {
    ApiClient api = as(who);
    String path = "/v1/assignments?noticeId=" + notice;
    await("an assignment for " + establishment.code(), () -> has(api.all(path), establishment));
    String id =
        Apis.first(api.all(path), "/establishment/code", establishment.code()).path("id").asText();
    ObjectNode answers = object();
    answers.set("answers", apis.paper("answers").path("compliant"));
    if (answeredAt != null) {
      answers.put("channel", "fax").put("answeredAt", answeredAt.toString());
    }
    api.post("/v1/assignments/" + id + "/submission/completion", answers).expect(200);
  }

  private static boolean has(List<JsonNode> assignments, Cast establishment) {
    return assignments.stream()
        .anyMatch(a -> a.at("/establishment/code").asText().equals(establishment.code()));
  }

  long openAssignments(Cast who, String notice) {
    return as(who).all("/v1/assignments?noticeId=" + notice).stream()
        .filter(a -> a.path("state").asText().equals("open"))
        .count();
  }

  JsonNode notice(Cast who, String notice) {
    return as(who).get("/v1/notices/{}", notice).expect(200).body();
  }

  JsonNode delivery(Cast who, String notice, String whose) {
    return as(who).get("/v1/notices/{}/deliveries/{}", notice, whose).expect(200).body();
  }

  List<String> codesBelow(Cast who, String notice, String tier) {
    return as(who).all("/v1/notices/{}/deliveries?tier={}", notice, tier).stream()
        .map(delivery -> delivery.at("/organization").asText())
        .toList();
  }

  List<String> facts(Cast who, String notice, String whose) {
    return as(who).all("/v1/notices/{}/deliveries/{}/timeline", notice, whose).stream()
        .map(fact -> fact.path("type").asText())
        .toList();
  }

  long figure(Cast who, String notice, String node, String tier, String figure) {
    JsonNode progress = as(who).get("/v1/notices/{}/progress/{}", notice, node).expect(200).body();
    return Apis.first(progress.path("tiers"), "/tier", tier)
        .at("/" + figure + "/numerator")
        .asLong(-1);
  }

  boolean isEscalated(Cast to, String notice, String whom, int rung) {
    return as(to).all("/v1/escalations").stream()
        .flatMap(digest -> items(to, digest.path("id").asText()).stream())
        .anyMatch(
            item ->
                item.path("noticeId").asText().equals(notice)
                    && item.path("organization").asText().equals(whom)
                    && item.path("rung").asInt() == rung);
  }

  private List<JsonNode> items(Cast to, String digest) {
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          as(to)
              .get("/v1/escalations/{}?limit=200" + next, digest)
              .expect(200)
              .body()
              .path("items");
      page.path("items").forEach(items::add);
      next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return items;
  }

  void await(String what, BooleanSupplier condition) {
    Apis.await(what, condition);
  }
}
