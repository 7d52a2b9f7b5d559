package org.todoke.notice.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** The facts of a notice and of its cascade, and what happened day by day. */
@QuarkusTest
class NoticeTimelineTest extends NoticeServiceTest {

  private UUID notice;

  /** Each a day later than the one before; finishing is found in its own time and left out. */
  @BeforeEach
  void aCascadeWithAWrongAddressee() {
    notice = issued(paperAsking(null, "2013-07-31"));
    nextDay();
    forwarded(notice, EHIME);
    nextDay();
    act(OZU, notice, OZU, "rejection", json("reason", "当市の所管ではない", "rightOrganization", IKATA))
        .statusCode(200);
    nextDay();
    act(EHIME, notice, OZU, "rerouting", json("decision", "approved")).statusCode(200);
    nextDay();
    forwarded(notice, YAWATAHAMA);
    acknowledge(notice, SHIOSAI).statusCode(200);
    nextDay();
    post(as(DIVISION), "/v1/notices/{id}/cancellation", json("reason", "誤発出のため"), notice)
        .statusCode(200);
  }

  @Test
  void factsOfTheNoticeAndOfItsCascadeStandInTheOrderInWhichTheyWereEntered() {
    List<Map<String, Object>> all = entries(DIVISION, "?limit=200");

    assertThat(all)
        .extracting(entry -> entry.get("type"))
        .containsExactly(
            "notice.issued",
            "forwarding.forwarded",
            "forwarding.rejected",
            "forwarding.rerouted",
            "forwarding.forwarded",
            "notice.cancelled");
    assertThat(all.get(1))
        .containsEntry("organization", EHIME)
        .containsEntry("name", "愛媛県")
        .containsEntry("tier", "prefecture")
        .containsEntry("actor", EHIME)
        .containsEntry("recordedTime", "2013-07-12T00:00:00Z");
    assertThat(details(all.get(1))).containsEntry("addressed", 4).containsEntry("omitted", 0);
    assertThat(details(all.get(5))).containsEntry("reason", "誤発出のため");
    assertThat(all.get(5)).doesNotContainKey("organization");
  }

  @Test
  void everybodySeesTheNoticeItselfAndThoseBelow() {
    timeline(SHIOSAI, "").body("items.type", contains("notice.issued", "notice.cancelled"));
    timeline(YAWATAHAMA, "").body("items.organization", hasItem(YAWATAHAMA));
    timeline(YAWATAHAMA, "").body("items.organization", not(hasItem(OZU)));
    timeline(KOCHI, "").body("items.type", contains("notice.issued", "notice.cancelled"));
    as(SHIOSAI_DAY).get("/v1/notices/{id}/timeline", notice).then().statusCode(404);
  }

  @Test
  void wordsAndOtherOrganisationsAreForThemWhomTheyConcern() {
    Map<String, Object> own = rejection(OZU);
    assertThat(own).containsEntry("reason", "当市の所管ではない").containsEntry("rightOrganization", IKATA);
    assertThat(rejection(EHIME)).doesNotContainKeys("reason", "rightOrganization");
    assertThat(rejection(DIVISION))
        .doesNotContainKey("reason")
        .containsEntry("rightOrganization", IKATA);
  }

  @Test
  void itComesInPagesWithoutGapOrRepetition() {
    List<Map<String, Object>> walked = new ArrayList<>();
    String next = "";
    do {
      ValidatableResponse page = timeline(DIVISION, "?limit=2" + next);
      walked.addAll(page.extract().path("items"));
      String cursor = page.extract().path("next");
      next = cursor == null ? null : "&cursor=" + cursor;
    } while (next != null);

    assertThat(walked.stream().filter(NoticeTimelineTest::isNotFinishing))
        .isEqualTo(entries(DIVISION, ""));
  }

  @Test
  void cursorOfAnotherListIsRefused() {
    as(DIVISION).get("/v1/notices/{id}/timeline?cursor=bm9uc2Vuc2U", notice).then().statusCode(400);
    as(DIVISION)
        .get("/v1/notices/{id}/timeline/days?cursor=bm9uc2Vuc2U", notice)
        .then()
        .statusCode(400);
  }

  @Test
  void daysCountWhatHappenedInEachTier() {
    days(EHIME, "")
        .body("items.findAll { it.day == '2013-07-12' }.tier", hasItem("municipality"))
        .body(on("2013-07-11", "prefecture", "arrived"), equalTo(1))
        .body(on("2013-07-12", "prefecture", "forwarded"), equalTo(1))
        .body(on("2013-07-12", "municipality", "arrived"), equalTo(3))
        .body(on("2013-07-13", "municipality", "excused"), equalTo(1))
        .body(on("2013-07-15", "municipality", "forwarded"), equalTo(1))
        .body(on("2013-07-15", "corporation", "arrived"), equalTo(4))
        .body(on("2013-07-15", "corporation", "acknowledged"), equalTo(1))
        .body("next", nullValue());
    days(DIVISION, "").body(on("2013-07-11", "prefecture", "arrived"), equalTo(2));
    days(SHIOSAI, "").body("items", hasSize(1)).body("items[0].arrived", equalTo(1));
    assertThat(Rows.count("delivery", "notice_id = ? and reached_at is not null", notice))
        .isEqualTo(
            ((Number) days(DIVISION, "").extract().path("items.sum { it.arrived }")).longValue());
  }

  @Test
  void daysComeInPages() {
    List<Object> walked = new ArrayList<>();
    String next = "";
    do {
      ValidatableResponse page = days(DIVISION, "?limit=1" + next);
      walked.addAll(page.extract().path("items"));
      String cursor = page.extract().path("next");
      next = cursor == null ? null : "&cursor=" + cursor;
    } while (next != null);

    assertThat(walked).isEqualTo(days(DIVISION, "").extract().path("items")).hasSizeGreaterThan(4);
  }

  private void nextDay() {
    clock.advance(Duration.ofDays(1));
  }

  private Map<String, Object> rejection(String caller) {
    return entries(caller, "").stream()
        .filter(entry -> entry.get("type").equals("forwarding.rejected"))
        .map(NoticeTimelineTest::details)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> details(Map<String, Object> entry) {
    return (Map<String, Object>) entry.get("details");
  }

  private static boolean isNotFinishing(Map<String, Object> entry) {
    return !entry.get("type").equals("forwarding.finalized");
  }

  private List<Map<String, Object>> entries(String caller, String query) {
    List<Map<String, Object>> items = timeline(caller, query).extract().path("items");
    return items.stream().filter(NoticeTimelineTest::isNotFinishing).toList();
  }

  private ValidatableResponse timeline(String caller, String query) {
    return as(caller).get("/v1/notices/{id}/timeline" + query, notice).then().statusCode(200);
  }

  private static String on(String day, String tier, String what) {
    return "items.find { it.day == '%s' && it.tier == '%s' }.%s".formatted(day, tier, what);
  }

  private ValidatableResponse days(String caller, String query) {
    return as(caller).get("/v1/notices/{id}/timeline/days" + query, notice).then().statusCode(200);
  }
}
