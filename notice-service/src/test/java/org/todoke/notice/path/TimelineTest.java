package org.todoke.notice.path;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.issued;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** The facts of a delivery, in the order in which they were entered. */
@QuarkusTest
class TimelineTest extends NoticeServiceTest {

  private static final UUID ASSIGNMENT = UUID.fromString("0198f3a2-7e00-7b30-8c6a-4d9e7f1a3b03");

  private UUID notice;

  @BeforeEach
  void anEstablishmentThatAnsweredByFax() {
    notice = issued();
    for (String reached : new String[] {EHIME, YAWATAHAMA, SHIOSAI, SHIOSAI_DAY}) {
      new Hops(notice).arrives(reached, "go:test", Instant.parse("2013-07-17T00:00:00Z"));
    }
    fact(
        1,
        "delivery.arrived",
        "2013-07-17T00:00:00Z",
        SHIOSAI,
        "{\"from\": \"%s\"}".formatted(SHIOSAI));
    fact(
        2,
        "delivery.acknowledged",
        "2013-07-18T00:00:00Z",
        SHIOSAI_DAY,
        "{\"handledBy\": \"管理者\"}");
    answer(1, "assignment.created", "2013-07-17T00:00:00Z", "2013-07-17T00:00:00Z");
    answer(2, "submission.completed", "2013-07-20T00:00:00Z", "2013-07-22T00:00:00Z");
    fact(
        3,
        "delivery.excused",
        "2013-07-21T00:00:00Z",
        YAWATAHAMA,
        "{\"reason\": \"closed\", \"note\": \"廃止\"}");
  }

  @Test
  void factsOfBothServicesStandInTheOrderInWhichTheyWereEntered() {
    timeline(YAWATAHAMA, "")
        .statusCode(200)
        .body(
            "items.type",
            contains(
                "delivery.arrived",
                "assignment.created",
                "delivery.acknowledged",
                "delivery.excused",
                "submission.completed"))
        .body("items[4].time", equalTo("2013-07-20T00:00:00Z"))
        .body("items[4].recordedTime", equalTo("2013-07-22T00:00:00Z"))
        .body("items[4].details.origin", equalTo("proxy"))
        .body("items[4].details.revision", equalTo(1))
        .body("items[4].details.result", nullValue())
        .body("next", nullValue());
  }

  @Test
  void itComesInPagesWithoutGapOrRepetition() {
    String second =
        timeline(YAWATAHAMA, "?limit=2")
            .body("items.type", contains("delivery.arrived", "assignment.created"))
            .extract()
            .path("next");
    String third =
        timeline(YAWATAHAMA, "?limit=2&cursor=" + second)
            .body("items.type", contains("delivery.acknowledged", "delivery.excused"))
            .extract()
            .path("next");

    timeline(YAWATAHAMA, "?limit=2&cursor=" + third)
        .body("items.type", contains("submission.completed"))
        .body("next", nullValue());
  }

  @Test
  void wordsAreForTheNextAboveAndNotForTheMinistry() {
    timeline(YAWATAHAMA, "").body("items[2].details.handledBy", equalTo("管理者"));
    timeline(SHIOSAI, "").body("items[3].details.note", equalTo("廃止"));
    timeline(SHIOSAI_DAY, "").body("items[2].details.handledBy", equalTo("管理者"));

    timeline(EHIME, "").body("items", hasSize(5)).body("items[2].details.handledBy", nullValue());
    timeline(DIVISION, "")
        .body("items[0].details.from", equalTo(SHIOSAI))
        .body("items[2].details.handledBy", nullValue())
        .body("items[3].details.note", nullValue());
  }

  @Test
  void aPositionThatWeDidNotGiveOutIsRefused() {
    timeline(YAWATAHAMA, "?cursor=bm9uc2Vuc2U").statusCode(400).body("code", not(nullValue()));
  }

  @Test
  void aCityIsNotToldWhichOtherCitySharesACorporationWithIt() {
    new Hops(notice).arrives(MINATO, IKATA, Instant.parse("2013-07-17T00:00:00Z"));
    Rows.change(
        """
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        values (?, ?, 1, 'delivery.arrived', now(), now(), ?, ?::jsonb)
        """,
        notice,
        MINATO,
        IKATA,
        "{\"from\": \"%s\", \"channel\": \"inbox\"}".formatted(IKATA));

    timelineOf(MINATO, YAWATAHAMA, "")
        .body("items[0].type", equalTo("delivery.arrived"))
        .body("items[0].details.channel", equalTo("inbox"))
        .body("items[0].details.from", nullValue())
        .body("items[0].actor", nullValue());
    new Hops(notice).arrives(IKATA, EHIME, Instant.parse("2013-07-17T00:00:00Z"));
    for (String caller : new String[] {IKATA, EHIME, MINATO, DIVISION}) {
      timelineOf(MINATO, caller, "")
          .body("items[0].details.from", equalTo(IKATA))
          .body("items[0].actor", equalTo(IKATA));
    }
  }

  private ValidatableResponse timeline(String caller, String query) {
    return timelineOf(SHIOSAI_DAY, caller, query);
  }

  private ValidatableResponse timelineOf(String organization, String caller, String query) {
    return as(caller)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline" + query, notice, organization)
        .then();
  }

  private void fact(int seq, String type, String recorded, String actor, String data) {
    Rows.change(
        """
        insert into fact (notice_id, organization, seq, type, time, recorded_time, actor, data)
        values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?::jsonb)
        """,
        notice,
        SHIOSAI_DAY,
        seq,
        type,
        recorded,
        recorded,
        actor,
        data);
  }

  private void answer(int seq, String type, String time, String recorded) {
    Rows.change(
        """
        insert into answer_fact (notice_id, organization, assignment_id, seq, type, time,
          recorded_time, revision, result, origin)
        values (?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?)
        """,
        notice,
        SHIOSAI_DAY,
        ASSIGNMENT,
        seq,
        type,
        time,
        recorded,
        type.startsWith("submission") ? 1 : null,
        type.startsWith("submission") ? "compliant" : null,
        type.startsWith("submission") ? "proxy" : null);
  }
}
