package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** Who may know which figures, and how they are said. */
@QuarkusTest
class ProgressApiTest extends NoticeServiceTest {

  private UUID notice;

  @BeforeEach
  void issueToPrefecturesAndMunicipalities() {
    Map<String, Object> paper = paperAsking(publishedChecklist(), "2013-07-25");
    paper.put("audience", audience("prefecture", "municipality"));
    notice = issued(paper);
  }

  @Test
  void theIssuerLooksAtTheNation() {
    own(DIVISION)
        .statusCode(200)
        .body("node.code", equalTo("jp"))
        .body("usage", equalTo("actual"))
        .body("asOf", equalTo("2013-07-11T00:00:00Z"))
        .body(
            "tiers.tier",
            contains("prefecture", "municipality", "association", "corporation", "establishment"))
        .body("tiers.addressed", contains(2, 4, 2, 5, 9))
        .body("tiers[0].reached.numerator", equalTo(2))
        .body("tiers[0].reached.denominator", equalTo(2))
        .body("tiers[0].reached.asOf", equalTo("2013-07-11T00:00:00Z"))
        .body("tiers[0].reached.excluded.size()", equalTo(0))
        .body("tiers[4].reached.numerator", equalTo(0))
        .body("tiers[4].answered.numerator", equalTo(0))
        .body("tiers[4].answered.denominator", equalTo(9))
        .body("tiers[3].answered.absent", equalTo("notApplicable"))
        .body("tiers[3].answered.numerator", nullValue())
        .body("tiers[4].unreachable.absent", equalTo("notAsked"));
  }

  @Test
  void everybodyElseLooksAtItsOwnPlace() {
    own(EHIME)
        .body("node.code", equalTo(EHIME))
        .body("node.name", equalTo("愛媛県"))
        .body("tiers.tier", contains("municipality", "association", "corporation", "establishment"))
        .body("tiers.addressed", contains(3, 1, 5, 9));
    own(YAWATAHAMA)
        .body("tiers.tier", contains("corporation", "establishment"))
        .body("tiers.addressed", contains(4, 7));
  }

  @Test
  void aCorporationCountsOnceInEachOfItsPlacesAndOnceAbove() {
    assertThat(corporations(YAWATAHAMA)).isEqualTo(4);
    assertThat(corporations(IKATA)).isEqualTo(1);
    assertThat(corporations(OZU)).isEqualTo(1);
    assertThat(corporations(EHIME)).isEqualTo(5);
    assertThat(corporations("jp")).isEqualTo(5);
  }

  @Test
  void aFigureIsTrueAtTheMomentOfTheFact() {
    reach(SHIOSAI_DAY);
    own(YAWATAHAMA).body("tiers[1].reached.numerator", equalTo(1));

    Rows.change(
        "update delivery set excused_reason = 'closed' where notice_id = ? and organization = ?",
        notice,
        SHIOSAI_DAY);

    own(YAWATAHAMA)
        .body("tiers[1].reached.numerator", equalTo(0))
        .body("tiers[1].reached.denominator", equalTo(6))
        .body("tiers[1].reached.excluded.closed", equalTo(1))
        .body("tiers[1].excused.closed", equalTo(1));
  }

  @Test
  void whoeverIsLateIsLateFromTheFirstMomentOfTheNextDayInJapan() {
    clock.set(Instant.parse("2013-07-25T14:59:59Z"));
    own(DIVISION).body("tiers[4].overdue.numerator", equalTo(0));

    clock.set(Instant.parse("2013-07-25T15:00:00Z"));
    own(DIVISION)
        .body("tiers[4].overdue.numerator", equalTo(9))
        .body("tiers[4].overdue.denominator", equalTo(9));
  }

  @Test
  void aCorporationSeesAllOfItsEstablishmentsAndACityOnlyThoseInIt() {
    reach(MINATO);

    own(MINATO)
        .body("node.code", equalTo(MINATO))
        .body("within", nullValue())
        .body("tiers.tier", contains("establishment"))
        .body("tiers.addressed", contains(3));
    of(MINATO, YAWATAHAMA).body("within", equalTo(YAWATAHAMA)).body("tiers.addressed", contains(2));
    of(MINATO, IKATA).body("within", equalTo(IKATA)).body("tiers.addressed", contains(1));
    of(MINATO, EHIME).body("within", equalTo(EHIME)).body("tiers.addressed", contains(3));
    of(MINATO, DIVISION).body("within", nullValue()).body("tiers.addressed", contains(3));
  }

  @Test
  void whoeverHasNobodyBelowHasNoFigures() {
    reach(SHIOSAI_DAY);
    reach(EHIME_ASSOCIATION);

    own(SHIOSAI_DAY).statusCode(200).body("tiers", empty());
    own(EHIME_ASSOCIATION).statusCode(200).body("tiers", empty());
  }

  @ParameterizedTest
  @CsvSource({
    // Next door, on the same level, above, and in another prefecture.
    OZU + "," + YAWATAHAMA,
    YAWATAHAMA + "," + EHIME,
    YAWATAHAMA + ",jp",
    EHIME + ",jp",
    EHIME + "," + KOCHI,
    KOCHI + "," + YAWATAHAMA,
    KOCHI + "," + SHIOSAI,
    OZU + "," + SHIOSAI,
    YAWATAHAMA + "," + HIJIKAWA,
    // No node at all.
    YAWATAHAMA + "," + SHIOSAI_DAY,
    DIVISION + "," + SHIOSAI_DAY,
    DIVISION + "," + DIVISION,
    DIVISION + ",lg:131016",
    DIVISION + ",nonsense"
  })
  void whatIsNotBelowDoesNotExist(String caller, String node) {
    of(node, caller).statusCode(404).body("code", equalTo("progress.node-unknown"));
    children(node, caller, "").statusCode(404).body("code", equalTo("progress.node-unknown"));
  }

  @ParameterizedTest
  @CsvSource({SHIOSAI, SHIOSAI_DAY, OTHER_DIVISION})
  void theNoticeDoesNotExistForWhoeverItHasNotReached(String caller) {
    own(caller).statusCode(404).body("code", equalTo("notice.not-found"));
    of(caller, caller).statusCode(404).body("code", equalTo("notice.not-found"));
    children(caller, caller, "").statusCode(404).body("code", equalTo("notice.not-found"));
  }

  @Test
  void theNationIsMadeOfItsPrefectures() {
    children("jp", DIVISION, "")
        .statusCode(200)
        .body("items.node.code", contains(EHIME, KOCHI))
        .body("items[0].node.name", equalTo("愛媛県"))
        .body("items[0].own.reachedAt", equalTo("2013-07-11T00:00:00Z"))
        .body("items[0].tiers.addressed", contains(3, 1, 5, 9))
        .body("items[1].tiers.tier", contains("municipality"))
        .body("next", nullValue());
  }

  @Test
  void aPrefectureIsMadeOfItsMunicipalities() {
    children(EHIME, EHIME, "")
        .body("items.node.code", contains(YAWATAHAMA, OZU, IKATA))
        .body("items[0].tiers.tier", contains("corporation", "establishment"))
        .body("items[0].tiers.addressed", contains(4, 7))
        .body("items[2].tiers.addressed", contains(1, 1));
    children(KOCHI, KOCHI, "")
        .body("items.node.code", contains(KOCHI_CITY))
        .body("items[0].tiers", empty());
  }

  @Test
  void aMunicipalityIsMadeOfItsCorporationsWithWhatTheyHaveThere() {
    children(YAWATAHAMA, YAWATAHAMA, "")
        .body("items.node.code", contains(SHIOSAI, HAMAKAZE, MINATO, USHIO))
        .body("items.tiers.addressed.flatten()", contains(3, 1, 2, 1));
    children(IKATA, IKATA, "")
        .body("items.node.code", contains(MINATO))
        .body("items[0].tiers.addressed", contains(1));
  }

  @Test
  void aCorporationIsMadeOfItsEstablishments() {
    reach(MINATO);
    reach(MINATO_PLAN);

    children(MINATO, MINATO, "")
        .body("items.node.code", contains(MINATO_PLAN, MINATO_IKATA, MINATO_HOME))
        .body("items[0].own.reachedAt", equalTo("2013-07-11T00:00:00Z"))
        .body("items[0].tiers", empty());
    children(MINATO, YAWATAHAMA, "").body("items.node.code", contains(MINATO_PLAN, MINATO_HOME));
  }

  @Test
  void childrenComeInPages() {
    String next =
        children(EHIME, EHIME, "?limit=2")
            .body("items.node.code", contains(YAWATAHAMA, OZU))
            .extract()
            .path("next");

    children(EHIME, EHIME, "?limit=2&cursor=" + next)
        .body("items", hasSize(1))
        .body("items.node.code", contains(IKATA))
        .body("items[0].tiers.addressed", contains(1, 1))
        .body("next", nullValue());
  }

  @Test
  void whatIsAddedLaterBelowAnEstablishmentlessPlaceIsNotLost() {
    Rows.change(
        """
        insert into delivery (notice_id, organization, tier, has_children, usage)
        values (?, 'kj:3879999999', 'establishment', false, 'actual')
        """,
        notice);

    own(DIVISION).body("tiers[4].addressed", equalTo(10));
    own(EHIME).body("tiers[3].addressed", equalTo(9));
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void deliveriesAndPlacesInOneStatementAreRefused() {
    String both =
        """
        with d as (
          insert into delivery (notice_id, organization, tier, has_children, usage)
          values ('%1$s', 'cn:1234567890123', 'corporation', true, 'actual')
        )
        insert into corporation_place values ('%1$s', 'cn:1234567890123', 'lg:382043', 'lg:380008')
        """
            .formatted(notice);

    assertThatIllegalStateException()
        .isThrownBy(() -> Rows.change(both))
        .havingCause()
        .withMessageContaining("must be written by two statements");
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void theApplicationMayReadTheCountersAndNotWriteThem() throws SQLException {
    try (var connection = Rows.database().connectAsApp();
        var statement = connection.createStatement()) {
      assertThat(Rows.of(connection, "select count(*) as n from progress_part")).hasSize(1);
      for (String forbidden :
          List.of(
              "update progress_counter set reached = 0",
              "delete from progress_delta",
              "insert into progress_counter select * from progress_counter")) {
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> statement.execute(forbidden))
            .withMessageContaining("permission denied");
      }
    }
  }

  private int corporations(String node) {
    return Integer.parseInt(
        SaidFigures.below(node, notice, DIVISION).get("corporation").get("addressed"));
  }

  private void reach(String organization) {
    Rows.change(
        """
        update delivery set reached_at = timestamptz '2013-07-11 00:00:00Z'
        where notice_id = ? and organization = ?
        """,
        notice,
        organization);
  }

  private ValidatableResponse own(String caller) {
    return as(caller).get("/v1/notices/{id}/progress", notice).then();
  }

  private ValidatableResponse of(String node, String caller) {
    return as(caller).get("/v1/notices/{id}/progress/{node}", notice, node).then();
  }

  private ValidatableResponse children(String node, String caller, String query) {
    return as(caller).get("/v1/notices/{id}/progress/{node}/children" + query, notice, node).then();
  }
}
