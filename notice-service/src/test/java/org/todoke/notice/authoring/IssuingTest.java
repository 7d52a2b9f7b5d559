package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class IssuingTest extends NoticeServiceTest {

  private static final List<String> DELIVERY_TABLES =
      List.of("delivery", "corporation_place", "arrival", "fact");

  @Test
  void earliestRequestSetsTheDateAndTheChecklistIsForTheEstablishments() {
    UUID checklist = NoticeFixture.publishedChecklist();
    Map<String, Object> paper = paperAsking(checklist, "2013-07-31");

    UUID id = issued(paper);

    assertThat(Rows.of("select distinct due_on from delivery where notice_id = ?", id))
        .containsExactly(Map.of("due_on", Date.valueOf(LocalDate.of(2013, 7, 31))));
    assertThat(Rows.of("select distinct tier from delivery where checklist_id = ?", checklist))
        .containsExactly(Map.of("tier", "establishment"));
  }

  @Test
  void issuingAgainChangesNothingAndSaysTheSame() {
    UUID id = draft(paper());

    String first = as(DIVISION).post("/v1/notices/{id}/issue", id).then().extract().asString();
    clock.advance(Duration.ofHours(1));
    String second =
        as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200).extract().asString();

    assertThat(second).isEqualTo(first);
    assertThat(Rows.count("arrival", "notice_id = ?", id)).isEqualTo(2);
    assertThat(Rows.of("select seq from notice where id = ?", id))
        .containsExactly(Map.of("seq", 1L));
  }

  @Test
  void failureInTheMiddleLeavesADraftAndNothingElse() {
    UUID id = draft(paper());
    Rows.change(
        """
        create function break_it() returns trigger language plpgsql as
          $$begin raise exception 'broken by a test'; end$$
        """);
    Rows.change(
        "create trigger break_it before insert on fact for each row execute function break_it()");
    try {
      as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(500);
    } finally {
      Rows.change("drop trigger break_it on fact");
      Rows.change("drop function break_it()");
    }

    for (String table : DELIVERY_TABLES) {
      assertThat(Rows.count(table, "notice_id = ?", id)).as(table).isZero();
    }
    assertThat(Rows.count("outbox", "correlation_id = ?", id.toString())).isZero();
    as(DIVISION).get("/v1/notices/{id}", id).then().body("status", equalTo("draft"));
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);
  }

  @Test
  void volumeOfASeriesIsGivenOut() {
    Map<String, Object> paper = paper();
    paper.put("series", "介護保険最新情報");
    paper.put("volume", 334);
    issued(paper);
    UUID second = draft(paper);

    as(DIVISION)
        .post("/v1/notices/{id}/issue", second)
        .then()
        .statusCode(409)
        .body("code", equalTo("notice.volume-taken"));
  }

  @Test
  void onlyTheLeadIssuesAndOthersDoNotEvenKnowOfADraft() {
    Map<String, Object> paper = paper();
    paper.put("issuers", List.of(DIVISION, OTHER_DIVISION));
    UUID id = draft(paper);

    as(OTHER_DIVISION).get("/v1/notices/{id}", id).then().statusCode(404);
    as(OTHER_DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(404);
    as(EHIME).get("/v1/notices/{id}", id).then().statusCode(404);

    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);
    as(OTHER_DIVISION).get("/v1/notices/{id}", id).then().statusCode(200);
    as(EHIME).get("/v1/notices/{id}", id).then().statusCode(200);
    as(YAWATAHAMA).get("/v1/notices/{id}", id).then().statusCode(404);
  }

  @Test
  void whatTravelsInsideIsReadByWhoeverHasTheEnvelope() {
    Map<String, Object> inner = paper();
    inner.put("audience", json("tiers", List.of("prefecture"), "directTo", List.of("prefecture")));
    UUID innermost = issued(inner);
    Map<String, Object> middle = paper();
    middle.put("audience", inner.get("audience"));
    middle.put("relations", List.of(json("kind", "encloses", "noticeId", innermost.toString())));
    UUID between = issued(middle);
    Map<String, Object> envelope = paper();
    envelope.put("audience", audience("prefecture", "municipality"));
    envelope.put("relations", List.of(json("kind", "encloses", "noticeId", between.toString())));

    as(YAWATAHAMA).get("/v1/notices/{id}", innermost).then().statusCode(404);
    issued(envelope);

    as(YAWATAHAMA).get("/v1/notices/{id}", innermost).then().statusCode(200);
    as(YAWATAHAMA).get("/v1/notices/{id}", between).then().statusCode(200);
    as(YAWATAHAMA).get("/v1/notices/{id}/deliveries", between).then().statusCode(404);
    as(HAMAKAZE).get("/v1/notices/{id}", innermost).then().statusCode(404);
  }

  @Test
  void sheetsThatAreDeclaredAndNotAttachedAreMissed() {
    Map<String, Object> paper = paper();
    paper.put("declaredSheets", 2);
    UUID id = draft(paper);
    as(DIVISION)
        .post("/v1/notices/{id}/issue", id)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("notice.sheets-differ"));

    paper.put("declaredSheets", 0);
    as(DIVISION).post("/v1/notices/{id}/issue", draft(paper)).then().statusCode(200);
  }

  @Test
  void sheetsOfTheAttachmentsAreThoseThatThePaperDeclares() {
    Map<String, Object> paper = paper();
    paper.put("declaredSheets", 2);
    UUID id = draft(paper);
    AttachmentTest.attach(id, "別添1.txt", "通知の本文".getBytes(StandardCharsets.UTF_8), 1)
        .statusCode(201);

    as(DIVISION)
        .post("/v1/notices/{id}/issue", id)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("notice.sheets-differ"))
        .body("violations[0].pointer", equalTo("/declaredSheets"));

    AttachmentTest.attach(id, "事務連絡.txt", "事務連絡".getBytes(StandardCharsets.UTF_8), 1)
        .statusCode(201);
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);
  }
}
