package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.notice.Rows;

/** Who may know which figures, and how they are said. */
@QuarkusTest
class ProgressApiTest extends ProgressCase {

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
}
