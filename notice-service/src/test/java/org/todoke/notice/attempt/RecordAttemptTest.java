package org.todoke.notice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.json;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Topics;
import org.todoke.notice.Rows;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** FAX, telephone and post: what people above record of them. */
@QuarkusTest
class RecordAttemptTest extends AttemptCase {

  private final UUID attempt = UUID.randomUUID();

  @Test
  void whoeverSentThePaperSeesWhoHasToBeReachedByHand() {
    tell(created(attempt, USHIO, "fax"));

    as(YAWATAHAMA)
        .get("/v1/deliveries/attempts")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(attempt.toString()))
        .body("items[0].organization", equalTo(USHIO))
        .body("items[0].channel", equalTo("fax"))
        .body("items[0].state", equalTo("created"))
        .body(
            "items[0].permittedActions",
            containsInAnyOrder("sent", "delivered", "temporary-failure", "permanent-failure"));
    as(OZU).get("/v1/deliveries/attempts").then().statusCode(200).body("items", empty());
  }

  @Test
  void whatIsRecordedIsAboutTheAttemptThatWaitsAndLeavesTheList() {
    tell(created(attempt, USHIO, "fax"));
    clock.advance(Duration.ofHours(3));

    record("fax", "sent")
        .statusCode(200)
        .body("attempts", hasSize(1))
        .body("attempts[0].id", equalTo(attempt.toString()))
        .body("attempts[0].state", equalTo("sent"))
        .body("attempts[0].time", equalTo(AT))
        .body("attempts[0].recordedTime", equalTo("2013-07-11T03:00:00Z"))
        .body("attempts[0].recordedBy", equalTo(YAWATAHAMA));
    record("fax", "delivered").statusCode(200).body("attempts[0].state", equalTo("delivered"));

    as(YAWATAHAMA).get("/v1/deliveries/attempts").then().body("items", empty());
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline", notice, USHIO)
        .then()
        .body("items.details.state", hasItem("delivered"));
  }

  @Test
  void aPageOfTheListGoesOnWhereTheLastOneEnded() {
    tell(created(attempt, USHIO, "fax"), created(UUID.randomUUID(), SHIOSAI, "post"));

    String next =
        as(YAWATAHAMA)
            .get("/v1/deliveries/attempts?limit=1")
            .then()
            .body("items.organization", contains(SHIOSAI))
            .extract()
            .path("next");

    as(YAWATAHAMA)
        .get("/v1/deliveries/attempts?limit=1&cursor={cursor}", next)
        .then()
        .body("items.organization", contains(USHIO));
  }

  @Test
  void whoHasAcknowledgedNeedNotBeCalledAnyMore() {
    tell(created(attempt, USHIO, "fax"));

    acknowledge(notice, USHIO).statusCode(200);

    as(YAWATAHAMA).get("/v1/deliveries/attempts").then().body("items", empty());
  }

  @Test
  void repeatingItChangesNothing() {
    record("fax", "sent").statusCode(200);
    long facts = Rows.count("fact", "notice_id = ?", notice);

    record("fax", "sent").statusCode(200).body("attempts", hasSize(1));

    assertThat(Rows.count("fact", "notice_id = ?", notice)).isEqualTo(facts);
    assertThat(Rows.count("delivery_attempt_fact", "notice_id = ?", notice)).isEqualTo(1);
  }

  @Test
  void whatWasDeliveredByFaxIsAnArrivalOfThatSenderAsBefore() {
    act(
            "lg:380008",
            notice,
            USHIO,
            "attempts",
            json("channel", "fax", "state", "delivered", "at", AT))
        .statusCode(200)
        .body("arrivals.channel", containsInAnyOrder("inbox", "fax"))
        .body("attempts.state", contains("delivered"));
    record("fax", "sent").statusCode(409).body("code", equalTo("attempt.not-possible-now"));
  }

  @Test
  void afterAFailureForGoodTheNextWayOfTheDirectoryWaits() {
    ways(USHIO, "fax", "telephone", "email");
    tell(created(attempt, USHIO, "fax"));

    recordFailure("fax");
    as(YAWATAHAMA)
        .get("/v1/deliveries/attempts")
        .then()
        .body("items.channel", contains("telephone"));
    record("telephone", "temporary-failure", "no-answer").statusCode(200);
    as(YAWATAHAMA)
        .get("/v1/deliveries/attempts")
        .then()
        .body("items.state", contains("temporary-failure"));
    recordFailure("telephone");

    as(YAWATAHAMA).get("/v1/deliveries/attempts").then().body("items", empty());
    delivery(YAWATAHAMA, notice, USHIO)
        .body("attempts.state", contains("permanent-failure", "permanent-failure"))
        .body("attempts.reason", contains("not-in-service", "not-in-service"));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    act(
            YAWATAHAMA,
            notice,
            USHIO,
            "attempts",
            json("channel", "email", "state", "read", "at", "2013-07-12T00:00:00Z"))
        .statusCode(422)
        .body(
            "violations.code",
            containsInAnyOrder(
                "attempt.channel-serves-itself", "attempt.state-not-recorded", "date.in-future"));
    act(YAWATAHAMA, notice, USHIO, "attempts", json())
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/channel", "/state", "/at"));
    record("fax", "sent", "busy")
        .statusCode(422)
        .body("violations.code", contains("attempt.reason-without-failure"));
    record("fax", "permanent-failure")
        .statusCode(422)
        .body("violations.pointer", contains("/reason"));
  }

  @Test
  void whoIsNotAboveFindsNothing() {
    var body = json("channel", "fax", "state", "sent", "at", AT);

    act(KOCHI_CITY, notice, USHIO, "attempts", body).statusCode(404);
    act(OZU, notice, USHIO, "attempts", body).statusCode(404);
    act(SHIOSAI, notice, USHIO, "attempts", body).statusCode(404);
    act(USHIO, notice, USHIO, "attempts", body).statusCode(404);
  }

  @Test
  void theWorldHearsOfItWithoutAnAddress() {
    try (TopicProbe probe = TopicProbe.fromNow(Topics.DELIVERIES)) {
      recordFailure("fax");

      ReceivedEvent told = probe.awaitEvent("delivery.attempted", notice + "/" + USHIO);
      EventContract.assertValid(told);
      assertThat(told.data().path("state").asText()).isEqualTo("permanent-failure");
      assertThat(told.data().path("reason").asText()).isEqualTo("not-in-service");
    }
  }
}
