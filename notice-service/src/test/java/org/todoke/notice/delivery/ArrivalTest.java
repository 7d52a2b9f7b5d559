package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Rows;

/** Several ways to one delivery, entered by oneself or by those above, and how they are listed. */
@QuarkusTest
class ArrivalTest extends AnsweringCase {

  @Test
  void twoRoutesMakeOneDeliveryOneTaskAndTwoArrivals() {
    Map<String, Object> paper = paper();
    paper.put("audience", audience("prefecture", "municipality"));
    UUID id = issued(paper);
    clock.advance(Duration.ofDays(1));
    forwarded(id, EHIME);

    delivery(YAWATAHAMA, id, YAWATAHAMA)
        .statusCode(200)
        .body("reachedAt", equalTo("2013-07-11T00:00:00Z"))
        .body("arrivals.from", contains(DIVISION, EHIME))
        .body("arrivals.channel", contains("inbox", "inbox"))
        .body("arrivals[0].coverLetters", empty())
        .body("arrivals[1].coverLetters[0].organization", equalTo(EHIME));
    as(YAWATAHAMA).get("/v1/deliveries").then().body("items.size()", equalTo(1));
    assertThat(
            Rows.of(
                "select data ->> 'first' as first from fact where notice_id = ?"
                    + " and organization = ? order by seq",
                id,
                YAWATAHAMA))
        .extracting(row -> row.get("first"))
        .containsExactly("true", "false");
  }

  @Test
  void arrivalByFaxHasTwoClocks() {
    UUID id = issued();
    clock.advance(Duration.ofDays(2));

    act(
            EHIME,
            id,
            OZU,
            "arrivals",
            json("channel", "fax", "at", "2013-07-12T10:30:00+09:00", "note", "FAX で送付済み"))
        .statusCode(200)
        .body("state", equalTo("received"))
        .body("reachedAt", equalTo("2013-07-12T01:30:00Z"))
        .body("arrivals[0].channel", equalTo("fax"))
        .body("arrivals[0].time", equalTo("2013-07-12T01:30:00Z"))
        .body("arrivals[0].recordedTime", equalTo("2013-07-13T00:00:00Z"))
        .body("arrivals[0].recordedBy", equalTo(EHIME))
        .body("arrivals[0].note", equalTo("FAX で送付済み"));
    act(EHIME, id, OZU, "arrivals", json("channel", "telephone", "at", "2013-07-12T11:00:00+09:00"))
        .statusCode(200);

    assertThat(facts(id, OZU)).containsExactly("delivery.arrived");
    act(
            DIVISION,
            id,
            OZU,
            "arrivals",
            json("channel", "telephone", "at", "2013-07-11T10:00:00+09:00"))
        .statusCode(200)
        .body("reachedAt", equalTo("2013-07-11T01:00:00Z"))
        .body("arrivals.size()", equalTo(2));
    acknowledge(id, OZU).statusCode(200);
  }

  @Test
  void arrivalIsEnteredByThoseAboveForTimesThatCanBe() {
    UUID id = issued();
    clock.advance(Duration.ofDays(2));

    act(EHIME, id, OZU, "arrivals", json("channel", "fax", "at", "2013-07-14T00:00:00Z"))
        .statusCode(422)
        .body("violations[0].code", equalTo("date.in-future"));
    act(EHIME, id, OZU, "arrivals", json("channel", "fax", "at", "2013-07-10T23:59:59Z"))
        .statusCode(422)
        .body("violations[0].code", equalTo("arrival.before-issue"));
    act(EHIME, id, OZU, "arrivals", json("channel", "inbox", "at", "yesterday"))
        .statusCode(422)
        .body(
            "violations.code",
            containsInAnyOrder("arrival.inbox-records-itself", "instant.unreadable"));
    act(KOCHI, id, OZU, "arrivals", json("channel", "fax", "at", "2013-07-12T00:00:00Z"))
        .statusCode(404);
    act(EHIME, id, EHIME, "arrivals", json("channel", "fax", "at", "2013-07-12T00:00:00Z"))
        .statusCode(404);
    assertThat(Rows.count("arrival", "organization = ?", OZU)).isZero();
  }

  @Test
  void inboxShowsTheLatestFirstPageByPage() {
    UUID first = issued();
    clock.advance(Duration.ofMinutes(1));
    UUID second = issued();
    clock.advance(Duration.ofMinutes(1));
    UUID third = issued();

    String next =
        as(EHIME)
            .get("/v1/deliveries?limit=2")
            .then()
            .statusCode(200)
            .body("items.notice.id", contains(third.toString(), second.toString()))
            .body("items[0].notice.leadIssuerName", equalTo("厚生労働省老健局総務課"))
            .body(
                "items[0].delivery.permittedActions",
                containsInAnyOrder("acknowledge", "reject", "delegate", "forward"))
            .extract()
            .path("next");
    as(EHIME)
        .get("/v1/deliveries?limit=2&cursor={next}", next)
        .then()
        .body("items.notice.id", contains(first.toString()))
        .body("", not(hasKey("next")));
    as(EHIME).get("/v1/deliveries?cursor=eA").then().statusCode(400);
  }
}
