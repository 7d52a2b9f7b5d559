package org.todoke.notice.authoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Tokens;

@QuarkusTest
class DraftingTest extends NoticeServiceTest {

  @Test
  void draftIsReadBackAsItWasWritten() {
    Map<String, Object> paper = paper();
    paper.put("issuers", List.of(DIVISION, OTHER_DIVISION));
    paper.put("series", "介護保険最新情報");
    paper.put("volume", 334);
    paper.put("references", List.of(json("mark", "※1", "text", "ガイドライン", "url", "http://a.jp/")));
    paper.put("contact", json("department", "老健局総務課", "telephone", "03-5253-1111(内線3919)"));
    paper.put("declaredSheets", 2);
    paper.put(
        "relations",
        List.of(
            json(
                "kind",
                "supplements",
                "external",
                json("issuer", "厚生労働省", "date", "平成16年12月24日", "title", "ガイドライン"))));
    paper.put("requestedActions", List.of(json("text", "点検すること。", "dueOn", "平成25年7月31日")));

    UUID id = draft(paper);

    as(DIVISION)
        .get("/v1/notices/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("status", equalTo("draft"))
        .body("usage", equalTo("actual"))
        .body("issuedOn", equalTo("2013-07-11"))
        .body("issuers.code", contains(DIVISION, OTHER_DIVISION))
        .body("issuers[1].name", equalTo("厚生労働省老健局振興課"))
        .body("series", equalTo("介護保険最新情報"))
        .body("volume", equalTo(334))
        .body("documentNumber", nullValue())
        .body("references[0].mark", equalTo("※1"))
        .body("contact.telephone", equalTo("03-5253-1111(内線3919)"))
        .body("contact", not(hasKey("fax")))
        .body("relations[0].external.date", equalTo("2004-12-24"))
        .body("requestedActions[0].dueOn", equalTo("2013-07-31"))
        .body("audience.directTo", contains("prefecture"))
        .body("createdAt", notNullValue())
        .body("permittedActions", containsInAnyOrder("edit", "attach", "issue"));
  }

  @Test
  void editNeedsTheVersionThatItsAuthorRead() {
    UUID id = draft(paper());
    Map<String, Object> changed = paper();
    changed.put("title", "改題");
    changed.put("issuers", List.of(DIVISION, OTHER_DIVISION));

    put(id, changed, null).statusCode(428).body("code", equalTo("request.precondition-required"));
    put(id, changed, "\"7\"").statusCode(412).body("code", equalTo("request.stale"));
    put(id, changed, "\"0\"").statusCode(200).body("title", equalTo("改題")).header("ETag", "\"1\"");
    put(id, changed, "\"0\"").statusCode(412);
    changed.put("issuers", List.of(DIVISION));
    put(id, changed, "\"1\"").statusCode(200).body("issuers.code", contains(DIVISION));
  }

  @Test
  void whatIsOutIsNotEdited() {
    UUID id = issued();
    String etag = as(DIVISION).get("/v1/notices/{id}", id).getHeader("ETag");

    put(id, paper(), etag).statusCode(409).body("code", equalTo("notice.already-issued"));
  }

  @Test
  void listShowsWhatTheCallerSignedTheNewestFirst() {
    UUID first = issued();
    Map<String, Object> joint = paper();
    joint.put("issuers", List.of(OTHER_DIVISION, DIVISION));
    UUID second = issued(joint);
    UUID third = draft(paper());
    draft(joint);

    as(DIVISION)
        .get("/v1/notices")
        .then()
        .body("items.id", contains(third.toString(), second.toString(), first.toString()));
    as(DIVISION)
        .get("/v1/notices?status=draft")
        .then()
        .body("items.id", contains(third.toString()));
    as(EHIME).get("/v1/notices").then().statusCode(200).body("items", empty());

    String next =
        as(DIVISION)
            .get("/v1/notices?limit=2")
            .then()
            .body("items.size()", equalTo(2))
            .extract()
            .path("next");
    as(DIVISION)
        .get("/v1/notices?limit=2&cursor={next}", next)
        .then()
        .body("items.id", contains(first.toString()))
        .body("", not(hasKey("next")));
  }

  @Test
  void repeatedRequestMakesOneDraft() {
    String key = UUID.randomUUID().toString();

    String first = keyed(key, paper()).statusCode(201).extract().path("id");
    keyed(key, paper())
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    Map<String, Object> other = paper();
    other.put("title", "another");
    keyed(key, other).statusCode(422).body("code", equalTo("idempotency.key-reused"));

    assertThat(Rows.count("notice", "true")).isEqualTo(1);
  }

  @Test
  void operatorsDoNotIssueEvenWithTheRole() {
    post(as(HAMAKAZE, "issuer"), "/v1/notices", paper())
        .statusCode(403)
        .body("code", equalTo("notice.may-not-issue"));
    post(as(DIVISION, "forwarder"), "/v1/notices", paper()).statusCode(403);
  }

  @Test
  void badInputGetsItsClearAnswerAndNothingIsStored() {
    as(DIVISION)
        .contentType(ContentType.JSON)
        .body("{\"title\": ")
        .post("/v1/notices")
        .then()
        .statusCode(400)
        .body("code", equalTo("request.malformed-json"));
    as(DIVISION)
        .contentType(ContentType.JSON)
        .body("{\"titel\": \"x\", \"volume\": \"three\", \"audience\": {\"tiers\": [\"moon\"]}}")
        .post("/v1/notices")
        .then()
        .statusCode(422)
        .body(
            "violations.code", containsInAnyOrder("field.unknown", "type.integer", "enum.unknown"));
    Map<String, Object> wrong = paper();
    wrong.put("issuedOn", "平成25年2月30日");
    wrong.put("title", "x".repeat(301));
    wrong.put(
        "requestedActions",
        List.of(json("text", "x", "checklistId", UUID.randomUUID().toString())));
    post(as(DIVISION).header("Accept-Language", "ja"), "/v1/notices", wrong)
        .statusCode(422)
        .contentType("application/problem+json")
        .body(
            "violations.code",
            containsInAnyOrder("date.not-a-day", "text.too-long", "action.checklist-not-published"))
        .body("violations.message", hasItem("公開済みの点検表の中に見当たりません。"));
    assertThat(Rows.count("notice", "true")).isZero();
  }

  @Test
  void jsonBeyondOneMebibyteIsRefused() {
    String body = "{\"text\": \"" + "x".repeat(1024 * 1024) + "\"}";

    as(DIVISION)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/notices")
        .then()
        .statusCode(413)
        .body("code", equalTo("request.too-large"));
  }

  private static ValidatableResponse put(
      UUID id, Map<String, Object> paper, @Nullable String ifMatch) {
    var request = as(DIVISION).contentType(ContentType.JSON).body(paper);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put("/v1/notices/{id}", id).then();
  }

  private static ValidatableResponse keyed(String key, Map<String, Object> paper) {
    return given()
        .auth()
        .oauth2(Tokens.of(DIVISION, "issuer"))
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(paper)
        .post("/v1/notices")
        .then();
  }
}
