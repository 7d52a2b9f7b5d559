package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Plays the cascade step by step. Each step looks first whether it was played before, so that a
 * play that was cut off, or that runs on kept data, goes on from where it was.
 */
final class Play {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int MINISTRY_DAYS = 30;
  private static final int CITY_DAYS = 14;

  /** What notice-service says of those whom it will hear of in a moment. */
  private static final Set<String> NOT_HEARD_OF =
      Set.of("organization.unknown", "action.checklist-not-published");

  private final Apis apis;
  private final Consumer<String> onStep;

  Play(Apis apis, Consumer<String> onStep) {
    this.apis = apis;
    this.onStep = onStep;
  }

  Cascade all() {
    onStep.accept("checklist: 老健局総務課 publishes the questions");
    String checklist = checklist();
    onStep.accept("ministry: 7 divisions write to the prefectures");
    String toPrefectures =
        notice(Cast.MEDICAL_DIVISION, apis.paper("paper-prefectures"), "敷", List.of());
    onStep.accept("ministry: 4 care divisions write to the municipalities, enclosing it");
    String toMunicipalities =
        notice(
            Cast.ELDERLY_DIVISION, apis.paper("paper-municipalities"), "", List.of(toPrefectures));
    onStep.accept("ministry: 介護保険最新情報 Vol.334 goes to prefectures and municipalities");
    String envelope = envelope(checklist, toPrefectures, toMunicipalities);
    LocalDate ministryDueOn =
        LocalDate.parse(
            apis.as(Cast.ELDERLY_DIVISION)
                .get("/v1/notices/{}", envelope)
                .expect(200)
                .text("/dueOn"));

    onStep.accept("prefecture: 愛媛県 forwards to its 20 municipalities and an association");
    acknowledge(envelope, Cast.EHIME, "長寿介護課");
    forward(envelope, Cast.EHIME, coverLetter("prefecture", null));
    onStep.accept("city: 八幡浜市 forwards under its own cover letter, with an earlier date");
    acknowledge(envelope, Cast.YAWATAHAMA, "保健センター介護サービス係");
    ObjectNode cityLetter =
        coverLetter("municipality", ministryDueOn.minusDays(MINISTRY_DAYS - CITY_DAYS));
    forwardToOperators(envelope, cityLetter);
    LocalDate cityDueOn = LocalDate.parse(cityLetter.path("dueOn").asText());
    onStep.accept("city: the FAX to a corporation and to its establishment went through");
    recordFax(envelope, Cast.USHIO);
    recordFax(envelope, Cast.USHIO_HOME);

    onStep.accept("corporations: two forward to their establishments, one only acknowledges");
    acknowledge(envelope, Cast.SHIOSAI, "法人本部");
    forward(envelope, Cast.SHIOSAI, coverLetter("corporation", null));
    forward(envelope, Cast.HAMAKAZE, coverLetter("corporation", null));
    acknowledge(envelope, Cast.MINATO, "総務部");

    onStep.accept("establishments: compliant, not using such a service, exposed and remediated");
    answer(envelope, Cast.SHIOSAI_DAY, "compliant");
    answer(envelope, Cast.SHIOSAI_HELPER, "not-using");
    answer(envelope, Cast.SHIOSAI_HOME, "exposed");
    remediate(envelope, Cast.SHIOSAI_HOME);
    onStep.accept("city: types in the answer that came by FAX");
    answerByFax(envelope, Cast.USHIO_HOME);
    return new Cascade(
        toPrefectures, toMunicipalities, envelope, checklist, ministryDueOn, cityDueOn);
  }

  private String checklist() {
    ApiClient api = apis.as(Cast.ELDERLY_DIVISION);
    ObjectNode draft = apis.paper("vol334-checklist");
    for (JsonNode each : api.all("/v1/checklists")) {
      if (each.path("title").equals(draft.path("title"))
          && each.path("state").asText().equals("published")) {
        return each.path("id").asText();
      }
    }
    String id = api.post("/v1/checklists", draft).expect(201).text("/id");
    api.post("/v1/checklists/" + id + "/publication", apis.object()).expect(200);
    return id;
  }

  private String envelope(String checklist, String... enclosed) {
    ObjectNode draft = apis.paper("envelope");
    ObjectNode action = draft.putArray("requestedActions").addObject();
    action.put("text", "電子メールを利用した個人情報共有サービスの設定を点検し、結果を回答すること。");
    action.put("dueOn", LocalDate.now(JAPAN).plusDays(MINISTRY_DAYS).toString());
    action.put("checklistId", checklist);
    return notice(Cast.ELDERLY_DIVISION, draft, "two sheets", List.of(enclosed));
  }

  /** Drafts, encloses and issues, unless the issuer has a notice of that title already. */
  private String notice(Cast issuer, ObjectNode draft, String sheets, List<String> enclosed) {
    ApiClient api = apis.as(issuer);
    String id = "";
    String status = "";
    for (JsonNode each : api.all("/v1/notices")) {
      if (each.path("title").equals(draft.path("title"))) {
        id = each.path("id").asText();
        status = each.path("status").asText();
      }
    }
    if (id.isEmpty()) {
      ArrayNode relations = draft.putArray("relations");
      enclosed.forEach(each -> relations.addObject().put("kind", "encloses").put("noticeId", each));
      id = draft(api, draft);
    }
    if (!status.equals("issued")) {
      if (draft.path("paperKind").asText().equals("envelope")) {
        attach(api, id, "別添1.txt", apis.paper("paper-prefectures").path("text").asText());
        attach(api, id, "事務連絡.txt", apis.paper("paper-municipalities").path("text").asText());
      }
      awaitDirectory(api, id);
      api.post("/v1/notices/" + id + "/issue", apis.object()).expect(200);
    }
    return id;
  }

  /**
   * On a first start notice-service may not have heard yet of everybody and everything that the
   * paper names; it says so, and knows a moment later.
   */
  private static String draft(ApiClient api, ObjectNode draft) {
    AtomicReference<ApiClient.Answer> answer = new AtomicReference<>();
    Apis.await(
        "notice-service knows whom the paper names",
        () -> {
          answer.set(api.post("/v1/notices", draft));
          return !isUnknownOnly(answer.get());
        });
    return answer.get().expect(201).text("/id");
  }

  private static boolean isUnknownOnly(ApiClient.Answer answer) {
    JsonNode violations = answer.body().path("violations");
    return !violations.isEmpty()
        && Sight.stream(violations).allMatch(v -> NOT_HEARD_OF.contains(v.path("code").asText()));
  }

  private static void attach(ApiClient api, String notice, String name, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String path =
        "/v1/notices/" + notice + "/attachments?sheets=1&sha256=" + sha256(content) + "&name=";
    for (JsonNode each : api.get("/v1/notices/{}", notice).expect(200).body().path("attachments")) {
      if (each.path("name").asText().equals(name)) {
        return;
      }
    }
    api.upload(
            path + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8), content, "text/plain")
        .expect(201);
  }

  /**
   * On a first start the registry is still telling notice-service who exists; an audience is frozen
   * when it is issued.
   */
  private void awaitDirectory(ApiClient api, String notice) {
    long municipalities = Sight.count(api, "municipality");
    Apis.await(
        "notice-service knows every organisation of the registry",
        () -> {
          JsonNode addressed =
              api.get("/v1/notices/{}/audience", notice).expect(200).body().path("addressed");
          boolean municipal =
              !addressed.has("municipality")
                  || addressed.path("municipality").asLong() == municipalities;
          boolean operators =
              !addressed.has("establishment")
                  || addressed.path("establishment").asLong() == Sight.count(api, "establishment");
          boolean prefectural =
              !addressed.has("prefecture")
                  || addressed.path("prefecture").asLong() == Sight.count(api, "prefecture");
          return municipal && operators && prefectural;
        });
  }

  private JsonNode delivery(String notice, Cast who) {
    return apis.as(who).get("/v1/notices/{}/deliveries/{}", notice, who.code()).expect(200).body();
  }

  private void acknowledge(String notice, Cast who, String handledBy) {
    apis.as(who)
        .post(
            "/v1/notices/" + notice + "/deliveries/" + who.code() + "/acknowledgement",
            apis.object().put("handledBy", handledBy))
        .expect(200);
  }

  private ObjectNode coverLetter(String whose, LocalDate dueOn) {
    ObjectNode letter = (ObjectNode) apis.paper("cover-letters").path(whose);
    if (dueOn != null) {
      letter.put("dueOn", dueOn.toString());
    }
    return letter;
  }

  private void forward(String notice, Cast who, ObjectNode letter) {
    ObjectNode request = apis.object();
    request.set("coverLetter", letter);
    request.putObject("to").put("allChildren", true);
    postForwarding(notice, who, request);
  }

  /**
   * Three corporations by inbox; the one that has only a FAX by FAX, and its establishment with it.
   */
  private void forwardToOperators(String notice, ObjectNode letter) {
    ObjectNode request = apis.object();
    request.set("coverLetter", letter);
    ArrayNode to = request.putObject("to").putArray("organizations");
    List.of(Cast.SHIOSAI, Cast.MINATO, Cast.HAMAKAZE)
        .forEach(each -> to.addObject().put("code", each.code()));
    List.of(Cast.USHIO, Cast.USHIO_HOME)
        .forEach(each -> to.addObject().put("code", each.code()).put("channel", "fax"));
    postForwarding(notice, Cast.YAWATAHAMA, request);
  }

  private void postForwarding(String notice, Cast who, ObjectNode request) {
    ApiClient.Answer answer =
        apis.as(who)
            .post("/v1/notices/" + notice + "/deliveries/" + who.code() + "/forwarding", request);
    if (!answer.code().equals("forwarding.already-forwarded")) {
      answer.expect(201);
    }
  }

  private void recordFax(String notice, Cast to) {
    ObjectNode arrival = apis.object().put("channel", "fax").put("at", Instant.now().toString());
    apis.as(Cast.YAWATAHAMA)
        .post("/v1/notices/" + notice + "/deliveries/" + to.code() + "/arrivals", arrival)
        .expect(200, 201);
  }

  /** The assignment of an establishment, once checklist-service has heard of the arrival. */
  private JsonNode assignment(String notice, Cast as, Cast establishment) {
    ApiClient api = apis.as(as);
    String path = "/v1/assignments?noticeId=" + notice;
    Apis.await(
        "an assignment for " + establishment.code(),
        () ->
            api.all(path).stream()
                .anyMatch(a -> a.at("/establishment/code").asText().equals(establishment.code())));
    return Apis.first(api.all(path), "/establishment/code", establishment.code());
  }

  private void answer(String notice, Cast who, String which) {
    String id = assignment(notice, who, who).path("id").asText();
    ObjectNode request = apis.object();
    request.set("answers", apis.paper("answers").path(which));
    apis.as(who).post("/v1/assignments/" + id + "/submission/completion", request).expect(200);
  }

  private void answerByFax(String notice, Cast establishment) {
    JsonNode assignment = assignment(notice, Cast.YAWATAHAMA, establishment);
    if (assignment.at("/submission/status").asText().equals("completed")) {
      return;
    }
    ObjectNode request =
        apis.object()
            .put("channel", "fax")
            .put("answeredAt", delivery(notice, establishment).path("reachedAt").asText());
    request.set("answers", apis.paper("answers").path("compliant"));
    apis.as(Cast.YAWATAHAMA)
        .post(
            "/v1/assignments/" + assignment.path("id").asText() + "/submission/completion", request)
        .expect(200);
  }

  private void remediate(String notice, Cast who) {
    for (JsonNode each : apis.as(who).all("/v1/remediations?noticeId=" + notice)) {
      String path = "/v1/remediations/" + each.path("id").asText();
      if (each.path("state").asText().equals("open")) {
        apis.as(who).post(path + "/start", apis.object()).expect(200);
      }
      if (!each.path("state").asText().equals("completed")) {
        ObjectNode done = apis.object().put("measures", "共有範囲を関係職員のみに変更し、閲覧可能だった投稿を削除した。");
        apis.as(who)
            .post(path + "/completion", done.put("completedOn", LocalDate.now(JAPAN).toString()))
            .expect(200);
      }
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
