package org.todoke.notice.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** How fast, whose time, and until when. Monday, 15 July 2013, was a holiday. */
@QuarkusTest
class PaceTest extends NoticeServiceTest {

  @Test
  void turnaroundIsFromOwnReceiptToOwnForwarding() {
    UUID notice = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-12T00:00:00Z");
    forwarded(notice, EHIME);
    at("2013-07-12T02:00:00Z");
    forwarded(notice, YAWATAHAMA);
    at("2013-07-12T06:00:00Z");
    forwarded(notice, OZU);
    at("2013-07-13T00:00:00Z");
    forwarded(notice, IKATA);

    pace(DIVISION, notice)
        .body(of("prefecture", "toForward.median"), equalTo("PT24H"))
        .body(of("prefecture", "toForward.organizations"), equalTo(1))
        .body(of("prefecture", "forwarded.numerator"), equalTo(1))
        .body(of("prefecture", "forwarded.denominator"), equalTo(2))
        // 2, 6 and 24 hours.
        .body(of("municipality", "toForward.median"), equalTo("PT6H"))
        .body(of("municipality", "toForward.p90"), equalTo("PT20H24M"))
        .body(of("municipality", "forwarded.denominator"), equalTo(3))
        .body(of("establishment", "toForward"), nullValue())
        .body(of("establishment", "forwarded.absent"), equalTo("notApplicable"));
  }

  @Test
  void turnaroundOfTheLastTierIsFromArrivalToAcknowledgement() {
    UUID notice = issued(paper());
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    forwarded(notice, SHIOSAI);
    at("2013-07-11T05:00:00Z");
    acknowledge(notice, SHIOSAI_DAY).statusCode(200);

    pace(SHIOSAI, notice)
        .body("node.code", equalTo(SHIOSAI))
        .body("tiers.tier", contains("establishment"))
        .body(of("establishment", "toAcknowledge.median"), equalTo("PT5H"))
        .body(of("establishment", "toAcknowledge.organizations"), equalTo(1))
        .body(of("establishment", "budget"), nullValue());
  }

  @Test
  void whatCountsSinceAFormerVersionTookNoTimeOfThisOne() {
    UUID former = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-12T00:00:00Z");
    forwarded(former, EHIME);
    at("2013-07-16T00:00:00Z");
    Map<String, Object> correction = paperAsking(null, "2013-07-31");
    correction.remove("audience");
    correction.put("relations", List.of(json("kind", "corrects", "noticeId", former.toString())));
    UUID notice = issued(correction);

    pace(DIVISION, notice)
        .body(of("prefecture", "toForward.organizations"), equalTo(0))
        .body(of("prefecture", "toForward.carriedOver"), equalTo(1))
        .body(of("prefecture", "toForward.median"), nullValue())
        .body(of("prefecture", "forwarded.numerator"), equalTo(1));
  }

  @Test
  void timeThatWasSpentAboveIsOnNobodyElsesAccount() {
    // 20 days and 15 hours from nine in the morning to the end of the 31st in Japan.
    UUID notice = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-31T00:00:00Z");
    forwarded(notice, EHIME);
    forwarded(notice, KOCHI);
    at("2013-07-31T06:00:00Z");

    pace(DIVISION, notice)
        .body("lastDueOn", equalTo("2013-07-31"))
        .body(of("prefecture", "budget.whole"), equalTo("PT495H"))
        .body(of("prefecture", "budget.spent"), equalTo("PT480H"))
        .body(of("prefecture", "budget.share"), near(480.0 / 495))
        .body(of("prefecture", "budget.withinAllowance.numerator"), equalTo(0))
        .body(of("prefecture", "budget.withinAllowance.denominator"), equalTo(2))
        // Six hours so far, and not done.
        .body(of("municipality", "budget.spent"), equalTo("PT6H"))
        .body(of("municipality", "budget.withinAllowance.numerator"), equalTo(4));
    // After the date no more of the common time is spent.
    at("2013-08-30T00:00:00Z");
    pace(DIVISION, notice).body(of("municipality", "budget.spent"), equalTo("PT15H"));
  }

  @Test
  void ownDaysAreThoseOfTheDeadline() {
    UUID notice = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-16T00:00:00Z");
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    at("2013-07-26T00:00:00Z");
    forwarded(notice, SHIOSAI);
    at("2013-08-05T00:00:00Z");

    List<Map<String, Object>> byView =
        Rows.of(
            """
            select tier, count(*) filter (where allowed_until >= coalesce(done_on, date '2013-08-05'))
              as kept, count(allowed_until) as having
            from delivery_deadline where notice_id = ? and excused_reason is null
            group by tier having count(*) filter (where received_on is not null) > 0
            """,
            notice);
    assertThat(byView).hasSize(5);
    ValidatableResponse said = pace(DIVISION, notice);
    for (Map<String, Object> row : byView) {
      String tier = (String) row.get("tier");
      said.body(
              of(tier, "budget.withinAllowance.numerator"),
              equalTo(((Long) row.get("kept")).intValue()))
          .body(
              of(tier, "budget.withinAllowance.denominator"),
              equalTo(((Long) row.get("having")).intValue()));
    }
  }

  @Test
  void forecastGoesOnAtThePaceOfTheLastFiveOfficeDays() {
    UUID notice = issued(paperAsking(null, "2013-07-31"));
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    // Friday, then Tuesday and Wednesday: three office days since the issue.
    at("2013-07-16T00:00:00Z");
    forwarded(notice, HAMAKAZE);
    at("2013-07-17T00:00:00Z");
    forwarded(notice, SHIOSAI);

    pace(YAWATAHAMA, notice)
        .body(of("corporation", "forecast.expected"), equalTo(4))
        .body(of("corporation", "forecast.done"), equalTo(2))
        .body(of("corporation", "forecast.perOfficeDay"), near(0.67))
        // The other two take three days more.
        .body(of("corporation", "forecast.onDay"), equalTo("2013-07-22"))
        .body(of("corporation", "forecast.doneByLastDate"), equalTo(4))
        .body(of("corporation", "forecast.absent"), nullValue());
  }

  @Test
  void withoutAPaceThereIsNoForecast() {
    UUID notice = issued(paperAsking(null, "2013-07-31"));
    forwarded(notice, EHIME);
    at("2013-08-20T00:00:00Z");

    pace(DIVISION, notice)
        .body(of("prefecture", "forecast.absent"), equalTo("noPace"))
        .body(of("prefecture", "forecast.onDay"), nullValue())
        .body(of("prefecture", "forecast.done"), equalTo(1));
    forwarded(notice, KOCHI);
    pace(DIVISION, notice).body(of("prefecture", "forecast.absent"), equalTo("complete"));
    post(as(DIVISION), "/v1/notices/{id}/cancellation", json("reason", "x"), notice)
        .statusCode(200);
    pace(DIVISION, notice).body(of("municipality", "forecast.absent"), equalTo("over"));
  }

  @Test
  void earlierMomentIsShownAsItWas() {
    UUID notice = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-12T00:00:00Z");
    forwarded(notice, EHIME);
    at("2013-07-12T06:00:00Z");
    ValidatableResponse then = pace(DIVISION, notice);
    at("2013-07-18T00:00:00Z");
    forwarded(notice, YAWATAHAMA);
    forwarded(notice, KOCHI);
    forwarded(notice, MINATO);

    Object tiers =
        as(DIVISION)
            .get("/v1/notices/{id}/pace?asOf=2013-07-12T06:00:00Z", notice)
            .then()
            .statusCode(200)
            .extract()
            .path("tiers");
    assertThat(tiers).isEqualTo(then.extract().path("tiers"));
  }

  @Test
  void nobodyLooksAtWhatIsNotBelowIt() {
    UUID notice = issued(paper());
    forwarded(notice, EHIME);

    as(YAWATAHAMA).get("/v1/notices/{id}/pace/{node}", notice, OZU).then().statusCode(404);
    as(YAWATAHAMA).get("/v1/notices/{id}/pace/jp", notice).then().statusCode(404);
    as(EHIME)
        .get("/v1/notices/{id}/pace/{node}", notice, YAWATAHAMA)
        .then()
        .statusCode(200)
        .body("tiers.tier", contains("corporation", "establishment"));
  }

  private static Matcher<Float> near(double value) {
    return new org.hamcrest.CustomTypeSafeMatcher<>("about " + value) {
      @Override
      protected boolean matchesSafely(Float found) {
        return closeTo(value, 0.001).matches(found.doubleValue());
      }
    };
  }

  private void at(String moment) {
    clock.set(Instant.parse(moment));
  }

  private static String of(String tier, String member) {
    return "tiers.find { it.tier == '%s' }.%s".formatted(tier, member);
  }

  private static ValidatableResponse pace(String caller, UUID notice) {
    return as(caller).get("/v1/notices/{id}/pace", notice).then().statusCode(200);
  }
}
