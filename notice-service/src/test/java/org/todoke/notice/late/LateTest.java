package org.todoke.notice.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HELPER;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.post;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.StatementCounter;

/** A notice by the 25th that came down to one corporation in Yawatahama; now it is the 29th. */
@QuarkusTest
class LateTest extends NoticeServiceTest {

  private UUID notice;

  @BeforeEach
  void comeDownToOneCorporation() {
    notice = issued(paperAsking(publishedChecklist(), "2013-07-25"));
    at("2013-07-12");
    forwarded(notice, EHIME);
    at("2013-07-24");
    forwarded(notice, YAWATAHAMA);
    forwarded(notice, SHIOSAI);
    acknowledge(notice, SHIOSAI_DAY).statusCode(200);
    at("2013-07-29");
  }

  @Test
  void eachIsListedWithTheFirstThingThatIsMissing() {
    late(DIVISION, "")
        .body(
            "items.find { it.organization == '%s' }.reason".formatted(KOCHI),
            equalTo("not-forwarded"))
        .body(
            "items.find { it.organization == '%s' }.reason".formatted(IKATA),
            equalTo("not-forwarded"))
        .body(
            "items.find { it.organization == '%s' }.reason".formatted(KOCHI_CITY),
            equalTo("not-reached"))
        .body(
            "items.find { it.organization == '%s' }.reason".formatted(SHIOSAI_DAY),
            equalTo("not-answered"))
        .body(
            "items.find { it.organization == '%s' }.reason".formatted(SHIOSAI_HELPER),
            equalTo("not-acknowledged"))
        .body(
            "items.find { it.organization == '%s' }.duty".formatted(SHIOSAI_HELPER),
            equalTo("answer"))
        .body("items.organization", not(hasItem(EHIME)))
        .body("items.organization", not(hasItem(YAWATAHAMA)))
        .body("items.organization", not(hasItem(SHIOSAI)));
  }

  @Test
  void whoWasReachedLateIsLateByTheDateAndNotByItsOwnDays() {
    late(DIVISION, "")
        .body("items.find { it.organization == '%s' }.lateByDate".formatted(MINATO), equalTo(true))
        .body(
            "items.find { it.organization == '%s' }.lateByAllowance".formatted(MINATO),
            equalTo(false))
        .body(
            "items.find { it.organization == '%s' }.lateByAllowance".formatted(IKATA),
            equalTo(true))
        .body(
            "items.find { it.organization == '%s' }.dueOn".formatted(IKATA), equalTo("2013-07-25"))
        .body(
            "items.find { it.organization == '%s' }.asOf".formatted(IKATA), equalTo("2013-07-29"));
  }

  @Test
  void whoHasItsOwnDaysBehindItIsLateBeforeTheDate() {
    at("2013-07-22");
    UUID other = issued(paperAsking(null, "2013-08-30"));
    at("2013-07-31");

    late(DIVISION, other, "")
        .body("items.organization", containsInAnyOrder(EHIME, KOCHI))
        .body("items.lateByDate", contains(false, false))
        .body("items.lateByAllowance", contains(true, true));
  }

  @Test
  void ofWhoIsNotReachedItSaysWhoHoldsItUpAndSinceWhen() {
    late(DIVISION, "?tier=municipality&reason=not-reached")
        .body("items.organization", contains(KOCHI_CITY))
        .body("items[0].missingLinks[0].organization", equalTo(KOCHI))
        .body("items[0].missingLinks[0].since", equalTo("2013-07-11T00:00:00Z"))
        .body("items[0].missingLinks[0].why", equalTo("not-forwarded"));
    // As the path of each of them has it.
    List<String> unreached =
        late(DIVISION, "?reason=not-reached").extract().path("items.organization");
    assertThat(unreached).contains(MINATO_IKATA);
    for (String organization : unreached) {
      Object links =
          as(DIVISION)
              .get("/v1/notices/{id}/deliveries/{organization}/path", notice, organization)
              .path("missingLinks");
      late(DIVISION, "?reason=not-reached")
          .body(
              "items.find { it.organization == '%s' }.missingLinks".formatted(organization),
              equalTo(links));
    }
    late(DIVISION, "?reason=not-answered").body("items[0].missingLinks", nullValue());
  }

  @Test
  void asManyAreLateByDateAsTheFigureCounts() {
    List<Map<String, Object>> tiers =
        as(DIVISION).get("/v1/notices/{id}/progress", notice).path("tiers");
    for (Map<String, Object> tier : tiers) {
      @SuppressWarnings("unchecked")
      Map<String, Object> overdue = (Map<String, Object>) tier.get("overdue");
      late(DIVISION, "?tier=" + tier.get("tier"))
          .body("items.findAll { it.lateByDate }.size()", equalTo(overdue.get("numerator")));
    }
  }

  @Test
  void everybodySeesItselfAndThoseBelow() {
    late(YAWATAHAMA, "").body("items.organization", not(hasItem(IKATA)));
    late(YAWATAHAMA, "").body("items.organization", hasItem(SHIOSAI_HELPER));
    late(YAWATAHAMA, "").body("items.organization", not(hasItem(MINATO_IKATA)));
    late(SHIOSAI_DAY, "").body("items.organization", contains(SHIOSAI_DAY));
    late(IKATA, "").body("items.organization", containsInAnyOrder(IKATA, MINATO, MINATO_IKATA));
    as(KOCHI_CITY).get("/v1/notices/{id}/late", notice).then().statusCode(404);
  }

  @Test
  void excusedAndDoneAreNotLate() {
    act(EHIME, notice, OZU, "excuse", json("reason", "not-concerned")).statusCode(200);
    forwarded(notice, IKATA);

    late(EHIME, "?tier=municipality").body("items", empty());
  }

  @Test
  void nobodyIsLateWithWhatWasCancelled() {
    post(as(DIVISION), "/v1/notices/{id}/cancellation", json("reason", "x"), notice)
        .statusCode(200);

    late(DIVISION, "").body("items", empty());
  }

  @Test
  void pagesHaveNoGapAndTakeTheSameFewStatements() {
    List<String> all = late(DIVISION, "").extract().path("items.organization");
    List<String> walked = new ArrayList<>();
    String next = "";
    do {
      ValidatableResponse page = late(DIVISION, "?limit=3" + next);
      walked.addAll(page.extract().path("items.organization"));
      String cursor = page.extract().path("next");
      next = cursor == null ? null : "&cursor=" + cursor;
    } while (next != null);

    assertThat(walked).isEqualTo(all).hasSizeGreaterThan(9);
    long few = StatementCounter.during(() -> late(DIVISION, "?limit=1"));
    assertThat(StatementCounter.during(() -> late(DIVISION, "").body("items", hasSize(all.size()))))
        .isEqualTo(few);
  }

  private void at(String day) {
    clock.set(Instant.parse(day + "T03:00:00Z"));
  }

  private ValidatableResponse late(String caller, String query) {
    return late(caller, notice, query);
  }

  private static ValidatableResponse late(String caller, UUID notice, String query) {
    return as(caller).get("/v1/notices/{id}/late" + query, notice).then().statusCode(200);
  }
}
