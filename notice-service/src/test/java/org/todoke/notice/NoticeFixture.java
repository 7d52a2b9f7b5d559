package org.todoke.notice;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.testing.Tokens;

/**
 * The sample organisations of {@code docs/demo-data.md}, and notices brought into a state by the
 * real use cases.
 */
public final class NoticeFixture {

  public static final String MINISTRY = "go:mhlw";
  public static final String DIVISION = "go:mhlw.roken.somu";
  public static final String OTHER_DIVISION = "go:mhlw.roken.shinko";

  public static final String EHIME = "lg:380008";
  public static final String YAWATAHAMA = "lg:382043";
  public static final String IKATA = "lg:384429";

  /** Next door to Yawatahama. */
  public static final String OZU = "lg:382078";

  public static final String KOCHI = "lg:390003";
  public static final String KOCHI_CITY = "lg:392014";

  public static final String NATIONAL_ASSOCIATION = "cn:1999905000201";
  public static final String EHIME_ASSOCIATION = "cn:9999905000202";

  /** Three establishments in Yawatahama. */
  public static final String SHIOSAI = "cn:2999905000101";

  public static final String SHIOSAI_DAY = "kj:3870498114";
  public static final String SHIOSAI_HELPER = "kj:3870498122";
  public static final String SHIOSAI_HOME = "kj:3890498136";

  /** Two establishments in Yawatahama, one in Ikata. */
  public static final String MINATO = "cn:5999901000102";

  public static final String MINATO_PLAN = "kj:3870498213";
  public static final String MINATO_HOME = "kj:3890498227";
  public static final String MINATO_IKATA = "kj:3873798239";

  /** A single site in Yawatahama. */
  public static final String HAMAKAZE = "cn:3999902000103";

  public static final String HAMAKAZE_TOOLS = "kj:3870498312";

  /** A single site in Yawatahama that is reached by FAX only. */
  public static final String USHIO = "cn:8999905000104";

  public static final String USHIO_HOME = "kj:3850498415";

  /** In Ozu: what Yawatahama must never see. */
  public static final String HIJIKAWA = "cn:7999905000105";

  public static final String HIJIKAWA_DAY = "kj:3870798513";

  private NoticeFixture() {}

  /**
   * Writes the organisations into the directory; Kochi besides, as a prefecture that is foreign.
   */
  public static void organizations() {
    organization(MINISTRY, "ministry", "厚生労働省", null, null, null, null);
    organization(DIVISION, "division", "厚生労働省老健局総務課", MINISTRY, null, null, null);
    organization(OTHER_DIVISION, "division", "厚生労働省老健局振興課", MINISTRY, null, null, null);
    organization(EHIME, "prefecture", "愛媛県", MINISTRY, null, null, null);
    organization(KOCHI, "prefecture", "高知県", MINISTRY, null, null, null);
    organization(YAWATAHAMA, "municipality", "八幡浜市", EHIME, EHIME, null, null);
    organization(IKATA, "municipality", "伊方町", EHIME, EHIME, null, null);
    organization(OZU, "municipality", "大洲市", EHIME, EHIME, null, null);
    organization(KOCHI_CITY, "municipality", "高知市", KOCHI, KOCHI, null, null);
    organization(NATIONAL_ASSOCIATION, "association", "全国介護事業者連合会", MINISTRY, null, null, null);
    organization(EHIME_ASSOCIATION, "association", "愛媛県介護事業者協会", EHIME, EHIME, null, null);
    corporation(SHIOSAI, "架空しおさい会", YAWATAHAMA);
    corporation(MINATO, "架空みなとケア", YAWATAHAMA);
    corporation(HAMAKAZE, "架空はまかぜ", YAWATAHAMA);
    corporation(USHIO, "架空うしお会", YAWATAHAMA);
    corporation(HIJIKAWA, "架空ひじかわ", OZU);
    establishment(SHIOSAI_DAY, YAWATAHAMA, SHIOSAI);
    establishment(SHIOSAI_HELPER, YAWATAHAMA, SHIOSAI);
    establishment(SHIOSAI_HOME, YAWATAHAMA, SHIOSAI);
    establishment(MINATO_PLAN, YAWATAHAMA, MINATO);
    establishment(MINATO_HOME, YAWATAHAMA, MINATO);
    establishment(MINATO_IKATA, IKATA, MINATO);
    establishment(HAMAKAZE_TOOLS, YAWATAHAMA, HAMAKAZE);
    establishment(USHIO_HOME, YAWATAHAMA, USHIO);
    establishment(HIJIKAWA_DAY, OZU, HIJIKAWA);
  }

  public static void corporation(String code, String name, String municipality) {
    organization(code, "corporation", name, null, EHIME, municipality, null);
  }

  /** In Ehime. */
  public static void establishment(String code, String municipality, @Nullable String corporation) {
    organization(code, "establishment", "事業所 " + code, null, EHIME, municipality, corporation);
  }

  public static void organization(
      String code,
      String kind,
      String name,
      @Nullable String parent,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation) {
    Rows.change(
        """
        insert into organization (code, kind, name, parent, prefecture, municipality, corporation,
          state, valid_from, sequence)
        values (?, ?, ?, ?, ?, ?, ?, 'active', date '2013-04-01', 1)
        """,
        code,
        kind,
        name,
        parent,
        prefecture,
        municipality,
        corporation);
  }

  /** Closes it in the directory, as the registry would. */
  public static void closed(String code) {
    Rows.change("update organization set state = 'closed' where code = ?", code);
  }

  public static UUID publishedChecklist() {
    UUID id = UUID.randomUUID();
    Rows.change("insert into published_checklist values (?, 1, ?)", id, DIVISION);
    return id;
  }

  /** A caller with the roles that its kind of organisation has. */
  public static RequestSpecification as(String organization) {
    return switch (organization.substring(0, 2)) {
      case "go" -> as(organization, "issuer");
      case "lg" -> as(organization, "issuer", "forwarder");
      case "cn" -> as(organization, "forwarder", "responder");
      default -> as(organization, "responder");
    };
  }

  public static RequestSpecification as(String organization, String... roles) {
    return given()
        .auth()
        .oauth2(Tokens.of(organization, roles))
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** A paper of the division for everybody, sent to the prefectures; change it as needed. */
  public static Map<String, Object> paper() {
    var paper = new LinkedHashMap<String, Object>();
    paper.put("paperKind", "jimu-renraku");
    paper.put("issuedOn", "平成25年7月11日");
    paper.put("title", "介護関係事業者における個人情報の適切な取り扱いについて");
    paper.put("text", "個人情報の取扱いについては厳正を期するよう、改めて周知徹底をお願いいたします。");
    paper.put("issuers", List.of(DIVISION));
    paper.put("addressees", List.of("各都道府県 介護保険担当主管部（局）御中"));
    paper.put("audience", audience("prefecture"));
    return paper;
  }

  /** The same with a checklist and a date. */
  public static Map<String, Object> paperAsking(@Nullable UUID checklist, String dueOn) {
    var action = new LinkedHashMap<String, Object>();
    action.put("text", "第三者にも閲覧可能な状態となっていないことを確認すること。");
    action.put("dueOn", dueOn);
    if (checklist != null) {
      action.put("checklistId", checklist.toString());
    }
    Map<String, Object> paper = paper();
    paper.put("requestedActions", List.of(action));
    return paper;
  }

  /** Everybody, sent by the issuer itself to these kinds. */
  public static Map<String, Object> audience(String... directTo) {
    var audience = new LinkedHashMap<String, Object>();
    audience.put(
        "tiers",
        List.of("prefecture", "municipality", "association", "corporation", "establishment"));
    audience.put("directTo", List.of(directTo));
    return audience;
  }

  public static UUID draft(Map<String, Object> paper) {
    @SuppressWarnings("unchecked")
    String lead = ((List<String>) paper.get("issuers")).get(0);
    return UUID.fromString(
        post(as(lead), "/v1/notices", paper).statusCode(201).extract().path("id"));
  }

  public static UUID issued() {
    return issued(paper());
  }

  public static UUID issued(Map<String, Object> paper) {
    UUID id = draft(paper);
    @SuppressWarnings("unchecked")
    String lead = ((List<String>) paper.get("issuers")).get(0);
    as(lead).post("/v1/notices/{id}/issue", id).then().statusCode(200);
    return id;
  }

  /** Passes it on to everybody who has to be accounted for. */
  public static void forwarded(UUID notice, String forwarder) {
    forward(notice, forwarder, toAll()).statusCode(201);
  }

  public static ValidatableResponse forward(
      UUID notice, String forwarder, Map<String, Object> forwarding) {
    return post(
        as(forwarder),
        "/v1/notices/{id}/deliveries/{organization}/forwarding",
        forwarding,
        notice,
        forwarder);
  }

  /** A forwarding to all children; change it as needed. */
  public static Map<String, Object> toAll() {
    return json("to", json("allChildren", true), "coverLetter", coverLetter());
  }

  /** A forwarding to those named, by the inbox. */
  public static Map<String, Object> to(String... organizations) {
    return json(
        "to",
        json("organizations", Stream.of(organizations).map(code -> json("code", code)).toList()),
        "coverLetter",
        coverLetter());
  }

  public static Map<String, Object> coverLetter() {
    return json(
        "paperKind",
        "jimu-renraku",
        "date",
        "平成25年7月17日",
        "title",
        "個人情報の適切な取り扱いについて（周知）",
        "text",
        "厚生労働省より別添のとおり依頼がありましたので周知します。");
  }

  /** A standing instruction for every notice; change it as needed. */
  public static Map<String, Object> instruction() {
    return json(
        "coverLetter",
        json(
            "paperKind",
            "jimu-renraku",
            "title",
            "{noticeTitle}（周知）",
            "text",
            "{issuer}から{issuedOn}付けで依頼がありましたので周知します。"));
  }

  /** Lays it down for one organisation; the id. */
  public static UUID laidDown(String organization, Map<String, Object> instruction) {
    return UUID.fromString(
        post(as(organization), "/v1/standing-instructions", instruction)
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** One for every organisation of a kind, however many there are: not through the API. */
  public static int instructionsOfAll(String kind) {
    return Rows.change(
        """
        insert into standing_instruction (id, organization, paper_kinds, series, lead_issuers, usages,
          cover_paper_kind, cover_title, cover_text, starts_on, created_at, changed_at)
        select uuidv7(), o.code, '{}', '{}', '{}', '{}', 'jimu-renraku', '{noticeTitle}（周知）',
          '{issuer}から依頼がありましたので周知します。', date '2013-04-01', timestamptz '2013-04-01 00:00Z',
          timestamptz '2013-04-01 00:00Z'
        from organization o where o.kind = ? and o.state = 'active'
        """,
        kind);
  }

  public static ValidatableResponse acknowledge(UUID notice, String organization) {
    return act(organization, notice, organization, "acknowledgement", json("handledBy", "介護サービス係"));
  }

  /** Something that a caller does about a delivery: {@code excuse}, {@code arrivals} and so on. */
  public static ValidatableResponse act(
      String caller, UUID notice, String organization, String action, Map<String, Object> body) {
    return post(
        as(caller),
        "/v1/notices/{id}/deliveries/{organization}/{action}",
        body,
        notice,
        organization,
        action);
  }

  public static ValidatableResponse delivery(String reader, UUID notice, String organization) {
    return as(reader)
        .get("/v1/notices/{id}/deliveries/{organization}", notice, organization)
        .then();
  }

  public static ValidatableResponse post(
      RequestSpecification caller, String path, Object body, Object... variables) {
    return caller.contentType(ContentType.JSON).body(body).post(path, variables).then();
  }

  /** An inner map, for bodies that stand in one line. */
  public static Map<String, Object> json(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
