package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Rows;

/** What a node is made of, page by page. */
@QuarkusTest
class ProgressChildrenTest extends ProgressCase {

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
}
