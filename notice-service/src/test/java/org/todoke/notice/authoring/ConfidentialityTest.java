package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** Who may read what a notice says. */
@QuarkusTest
class ConfidentialityTest extends NoticeServiceTest {

  /** SHA-256 of {@code x}. */
  private static final String DIGEST =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

  @Test
  void whatSaysNothingIsForThoseWhomItReaches() {
    UUID id = issued();

    read(EHIME, id).statusCode(200).body("confidentiality", equalTo("restricted"));
    read(YAWATAHAMA, id).statusCode(404);
    read(OTHER_DIVISION, id).statusCode(404);
    published(YAWATAHAMA).body("items", empty());
  }

  @Test
  void whatIsPublicIsReadByEverybodyWithItsFilesAndNothingOfItsDeliveries() {
    Map<String, Object> paper = classified("public");
    UUID id = draft(paper);
    String file = attached(id);
    read(YAWATAHAMA, id).statusCode(404);
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);

    for (String reader : List.of(YAWATAHAMA, KOCHI_CITY, OTHER_DIVISION)) {
      read(reader, id)
          .statusCode(200)
          .body("text", notNullValue())
          .body("permittedActions", empty());
      file(reader, id, file).statusCode(200);
      as(reader).get("/v1/notices/{id}/deliveries", id).then().statusCode(404);
      as(reader).get("/v1/notices/{id}/progress", id).then().statusCode(404);
      as(reader).get("/v1/notices/{id}/deliveries/{o}/timeline", id, EHIME).then().statusCode(404);
    }
    published(KOCHI_CITY).body("items.id", contains(id.toString()));
  }

  @Test
  void exerciseIsNotPublicWhateverItSays() {
    Map<String, Object> paper = classified("public");
    paper.put("usage", "exercise");
    UUID id = issued(paper);

    read(YAWATAHAMA, id).statusCode(404);
    published(YAWATAHAMA).body("items", empty());
  }

  @Test
  void whatIsPublicMakesNothingPublicThatItCarries() {
    UUID inside = issued();
    Map<String, Object> envelope = classified("public");
    envelope.put("relations", List.of(json("kind", "encloses", "noticeId", inside.toString())));
    UUID outside = issued(envelope);

    read(YAWATAHAMA, outside).statusCode(200);
    read(YAWATAHAMA, inside).statusCode(404);
  }

  @Test
  void publishedPapersAreListedNewestFirstInPages() {
    UUID first = issued(classified("public"));
    UUID second = issued(classified("public"));

    String cursor =
        as(OZU)
            .get("/v1/notices/published?limit=1")
            .then()
            .statusCode(200)
            .body("items.id", contains(second.toString()))
            .extract()
            .path("next");
    as(OZU)
        .queryParam("limit", 1)
        .queryParam("cursor", cursor)
        .get("/v1/notices/published")
        .then()
        .body("items.id", contains(first.toString()));
  }

  @Test
  void whoOnlyPassesAConfidentialPaperOnHasItClosedAndWhoIsAskedReadsIt() {
    UUID id = draft(sealedFor("municipality"));
    String file = attached(id);
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);

    read(EHIME, id)
        .statusCode(200)
        .body("sealed", equalTo(true))
        .body("title", notNullValue())
        .body("text", nullValue())
        .body("contact", nullValue())
        .body("references", empty())
        .body("attachments", empty())
        .body("requestedActions", empty());
    file(EHIME, id, file).statusCode(404);

    forwarded(id, EHIME);
    read(YAWATAHAMA, id)
        .body("sealed", nullValue())
        .body("text", notNullValue())
        .body("attachments", hasSize(1));
    file(YAWATAHAMA, id, file).statusCode(200);
    read(KOCHI_CITY, id).statusCode(404);
    read(DIVISION, id).body("sealed", nullValue()).body("text", notNullValue());
  }

  @Test
  void whoSendsAConfidentialPaperBackReadsItNoMore() {
    UUID id = issued(sealedFor("municipality"));
    forwarded(id, EHIME);
    read(OZU, id).body("text", notNullValue());

    act(OZU, id, OZU, "rejection", json("reason", "所管外")).statusCode(200);

    read(OZU, id).body("sealed", equalTo(true)).body("text", nullValue());
  }

  @Test
  void confidentialPaperIsNotReadByWayOfAnotherThatIsAboutIt() {
    UUID id = issued(sealedFor("municipality"));
    Map<String, Object> about = paper();
    about.put("relations", List.of(json("kind", "supplements", "noticeId", id.toString())));
    UUID supplement = issued(about);
    Rows.change("delete from arrival where notice_id = ? and organization = ?", id, KOCHI);
    Rows.change(
        "update delivery set reached_at = null where notice_id = ? and organization = ?",
        id,
        KOCHI);

    read(KOCHI, supplement).statusCode(200).body("related.id", not(contains(id.toString())));
    read(KOCHI, id).statusCode(404);
  }

  @Test
  void secondLockHoldsWhereAQueryForgets() throws SQLException {
    UUID open = issued(classified("public"));
    UUID closed = draft(sealedFor("municipality"));
    attached(closed);
    as(DIVISION).post("/v1/notices/{id}/issue", closed).then().statusCode(200);
    forwarded(closed, EHIME);

    assertThat(seen(YAWATAHAMA, "notice where id = '" + open + "'")).isEqualTo(1);
    assertThat(seen("", "notice where id = '" + open + "'")).isZero();
    assertThat(seen(KOCHI_CITY, "delivery where notice_id = '" + open + "'")).isZero();
    assertThat(seen(KOCHI_CITY, "notice where id = '" + closed + "'")).isZero();
    assertThat(seen(EHIME, "notice where id = '" + closed + "'")).isEqualTo(1);
    assertThat(seen(EHIME, "attachment where notice_id = '" + closed + "'")).isZero();
    assertThat(seen(YAWATAHAMA, "attachment where notice_id = '" + closed + "'")).isEqualTo(1);
    assertThat(seen(DIVISION, "attachment where notice_id = '" + closed + "'")).isEqualTo(1);
  }

  private static long seen(String organization, String what) throws SQLException {
    try (Connection connection = Rows.database().connectAsApp();
        Statement statement = connection.createStatement()) {
      statement.execute("set todoke.org = '" + organization + "'");
      return (Long) Rows.of(connection, "select count(*) as n from " + what).get(0).get("n");
    }
  }

  private static Map<String, Object> classified(String confidentiality) {
    Map<String, Object> paper = paper();
    paper.put("confidentiality", confidentiality);
    return paper;
  }

  private static Map<String, Object> sealedFor(String tier) {
    Map<String, Object> paper = classified("confidential");
    paper.put("contact", json("department", "総務課"));
    paper.put("requestedActions", List.of(json("text", "確認すること", "asks", List.of(tier))));
    return paper;
  }

  private static String attached(UUID notice) {
    return as(DIVISION)
        .contentType("text/plain")
        .body("x".getBytes(StandardCharsets.UTF_8))
        .post("/v1/notices/{id}/attachments?name=x.txt&sha256={digest}", notice, DIGEST)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse read(String reader, UUID id) {
    return as(reader).get("/v1/notices/{id}", id).then();
  }

  private static ValidatableResponse file(String reader, UUID id, String file) {
    return as(reader).get("/v1/notices/{id}/attachments/{file}", id, file).then();
  }

  private static ValidatableResponse published(String reader) {
    return as(reader).get("/v1/notices/published").then().statusCode(200);
  }
}
