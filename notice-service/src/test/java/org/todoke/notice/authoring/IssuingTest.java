package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.NATIONAL_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
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
import java.security.MessageDigest;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class IssuingTest extends NoticeServiceTest {

  private static final List<String> DELIVERY_TABLES =
      List.of("delivery", "corporation_place", "arrival", "fact");

  @Test
  void everybodyDownToTheEstablishmentsIsExpectedFromTheFirstMinute() {
    UUID id = draft(paper());

    as(DIVISION)
        .post("/v1/notices/{id}/issue", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("issued"))
        .body("addressed.prefecture", equalTo(2))
        .body("addressed.municipality", equalTo(4))
        .body("addressed.association", equalTo(2))
        .body("addressed.corporation", equalTo(5))
        .body("addressed.establishment", equalTo(9))
        .body("permittedActions.size()", equalTo(0));

    assertThat(Rows.count("delivery", "notice_id = ?", id)).isEqualTo(22);
    assertThat(organizations(id, "reached_at is not null")).containsExactlyInAnyOrder(EHIME, KOCHI);
  }

  @Test
  void bothLinesAreFrozenWithTheAudience() {
    UUID id = issued();

    assertThat(line(id, MINATO_IKATA))
        .containsEntry("prefecture", EHIME)
        .containsEntry("municipality", IKATA)
        .containsEntry("corporation", MINATO)
        .containsEntry("has_children", false);
    assertThat(line(id, MINATO))
        .containsEntry("prefecture", null)
        .containsEntry("municipality", null)
        .containsEntry("has_children", true);
    assertThat(line(id, YAWATAHAMA))
        .containsEntry("prefecture", EHIME)
        .containsEntry("municipality", null)
        .containsEntry("has_children", true);
    assertThat(line(id, KOCHI_CITY)).containsEntry("has_children", false);
    assertThat(line(id, EHIME)).containsEntry("prefecture", null);
    assertThat(line(id, EHIME_ASSOCIATION)).containsEntry("prefecture", EHIME);
    assertThat(line(id, NATIONAL_ASSOCIATION)).containsEntry("prefecture", null);
    assertThat(
            Rows.of(
                "select municipality from corporation_place where notice_id = ? and corporation = ?",
                id,
                MINATO))
        .extracting(row -> row.get("municipality"))
        .containsExactlyInAnyOrder(YAWATAHAMA, IKATA);
  }

  @Test
  void hashOverTheCodesProvesTheDenominator() throws Exception {
    UUID id = issued();

    String codes = organizations(id, "true").stream().sorted().collect(Collectors.joining("\n"));
    String expected =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(codes.getBytes(StandardCharsets.UTF_8)));

    as(DIVISION)
        .get("/v1/notices/{id}/audience", id)
        .then()
        .body("hash", equalTo(expected))
        .body("frozen", equalTo(true));
  }

  @Test
  void previewCountsWhatIssuingThenFreezes() {
    UUID id = draft(paper());

    Map<String, Integer> before = addressed(id);
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);

    assertThat(before).isEqualTo(addressed(id)).containsEntry("corporation", 5);
  }

  @Test
  void audienceDoesNotMoveWithTheDirectoryAnyMore() {
    UUID id = issued();

    NoticeFixture.establishment("kj:3870499013", YAWATAHAMA, null);
    NoticeFixture.closed(HAMAKAZE_TOOLS);

    assertThat(addressed(id)).containsEntry("establishment", 9);
    assertThat(Rows.count("delivery", "notice_id = ?", id)).isEqualTo(22);
  }

  @Test
  void closedOrganizationsAndCorporationsWithoutEstablishmentsAreNotAddressed() {
    NoticeFixture.closed(HAMAKAZE_TOOLS);
    NoticeFixture.closed(OZU);
    NoticeFixture.corporation("cn:4999901000334", "事業所なし", YAWATAHAMA);

    UUID id = issued();

    assertThat(organizations(id, "true"))
        .hasSize(19)
        .doesNotContain(HAMAKAZE_TOOLS, HAMAKAZE, OZU, "cn:4999901000334")
        .contains(HIJIKAWA);
  }

  @Test
  void prefectureAddressesItsOwnAndNobodyElse() {
    Map<String, Object> paper = paper();
    paper.put("issuers", List.of(EHIME));
    paper.put(
        "audience",
        json(
            "tiers",
            List.of("municipality", "association", "corporation", "establishment"),
            "directTo",
            List.of("municipality")));

    UUID id = issued(paper);

    assertThat(organizations(id, "true"))
        .hasSize(3 + 1 + 5 + 9)
        .contains(YAWATAHAMA, IKATA, OZU, EHIME_ASSOCIATION)
        .doesNotContain(EHIME, KOCHI_CITY, NATIONAL_ASSOCIATION);
  }

  @Test
  void municipalityAddressesTheOperatorsInItAndOnlyTheirSitesThere() {
    Map<String, Object> paper = paper();
    paper.put("issuers", List.of(IKATA));
    paper.put(
        "audience",
        json("tiers", List.of("corporation", "establishment"), "directTo", List.of("corporation")));

    UUID id = issued(paper);

    assertThat(organizations(id, "true")).containsExactlyInAnyOrder(MINATO, MINATO_IKATA);
    assertThat(organizations(id, "reached_at is not null")).containsExactly(MINATO);
  }

  @Test
  void ministryWritesToItsOwnAssociationsAndLeavesTheOthersToTheirPrefectures() {
    Map<String, Object> paper = paper();
    paper.put("audience", audience("association"));

    UUID id = issued(paper);

    assertThat(organizations(id, "reached_at is not null")).containsExactly(NATIONAL_ASSOCIATION);
  }

  @Test
  void audienceCanBeLimitedToAreas() {
    Map<String, Object> paper = paper();
    Map<String, Object> audience = audience("municipality");
    audience.put("within", List.of(IKATA, KOCHI));
    paper.put("audience", audience);

    UUID id = issued(paper);

    assertThat(organizations(id, "true"))
        .containsExactlyInAnyOrder(KOCHI, KOCHI_CITY, IKATA, MINATO, MINATO_IKATA);
  }

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
  void noticeForNobodyIsNotIssued() {
    Map<String, Object> paper = paper();
    paper.put("issuers", List.of(KOCHI_CITY));
    paper.put(
        "audience", json("tiers", List.of("establishment"), "directTo", List.of("establishment")));
    UUID id = draft(paper);

    as(KOCHI_CITY)
        .post("/v1/notices/{id}/issue", id)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("audience.nobody"));
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

  private static Map<String, Object> line(UUID notice, String organization) {
    return Rows.of(
            """
            select prefecture, municipality, corporation, has_children from delivery
            where notice_id = ? and organization = ?
            """,
            notice,
            organization)
        .get(0);
  }

  private static Set<String> organizations(UUID notice, String where) {
    return Rows.of("select organization from delivery where notice_id = ? and " + where, notice)
        .stream()
        .map(row -> (String) row.get("organization"))
        .collect(Collectors.toSet());
  }

  private static Map<String, Integer> addressed(UUID notice) {
    return as(DIVISION).get("/v1/notices/{id}/audience", notice).then().extract().path("addressed");
  }
}
