package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
class AudienceTest extends NoticeServiceTest {

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
        .body("permittedActions", contains("close", "cancel", "correct"));

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
