package org.todoke.notice.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.instruction;
import static org.todoke.notice.NoticeFixture.instructionsOfAll;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.laidDown;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;

@QuarkusTest
class AutomaticForwardingTest extends InstructionCase {

  @Test
  void noticeRunsDownThreeTiersByItself() {
    Map<String, Object> body = instruction();
    body.put(
        "coverLetter",
        json(
            "paperKind", "jimu-renraku",
            "title", "{noticeTitle}（周知）",
            "text", "{issuer}から{issuedOn}付けで依頼がありました。{dueOn}までに点検してください。",
            "dueDaysBefore", 3));
    UUID ehime = laidDown(EHIME, body);
    instructionsOfAll("municipality");
    instructionsOfAll("corporation");
    try (Events events = new Events()) {
      UUID id = issued(paperAsking(publishedChecklist(), "2013-07-25"));

      Eventually.assertThat(
          () -> {
            delivery(EHIME, id, EHIME).body("state", equalTo("finalized"));
            delivery(SHIOSAI, id, SHIOSAI).body("state", equalTo("finalized"));
            delivery(MINATO, id, MINATO).body("state", equalTo("finalized"));
          });
      Eventually.assertThat(
          () ->
              assertThat(
                      Rows.count(
                          "delivery",
                          "notice_id = ? and prefecture = ? and reached_at is null",
                          id,
                          EHIME))
                  .isZero());
      as(EHIME)
          .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, EHIME)
          .then()
          .statusCode(200)
          .body("automatic", equalTo(true))
          .body("standingInstructionId", equalTo(ehime.toString()))
          .body("addressed", equalTo(4))
          .body("omitted", equalTo(0))
          .body("coverLetter.title", equalTo("介護関係事業者における個人情報の適切な取り扱いについて（周知）"))
          .body(
              "coverLetter.text",
              equalTo("厚生労働省老健局総務課から平成25年7月11日付けで依頼がありました。平成25年7月22日までに点検してください。"))
          .body("coverLetter.date", equalTo("2013-07-11"))
          .body("coverLetter.dueOn", equalTo("2013-07-22"))
          .body(
              "children.items.code", containsInAnyOrder(YAWATAHAMA, IKATA, OZU, EHIME_ASSOCIATION))
          .body("children.items.channel", hasItem("inbox"));
      delivery(SHIOSAI_DAY, id, SHIOSAI_DAY)
          .body("state", equalTo("received"))
          .body("dueOn", equalTo("2013-07-22"))
          .body("arrivals[0].from", equalTo(SHIOSAI))
          .body("arrivals[0].coverLetters.organization", contains(SHIOSAI, YAWATAHAMA, EHIME));
      as(EHIME)
          .get("/v1/notices/{id}/deliveries/{organization}/timeline", id, YAWATAHAMA)
          .then()
          .statusCode(200)
          .body(
              "items.find { it.type == 'forwarding.forwarded' }.details.automatic", equalTo(true));

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      List<String> ids = heard.stream().map(ReceivedEvent::id).toList();
      assertThat(heard)
          .filteredOn(e -> e.type().equals("forwarding.forwarded"))
          .isNotEmpty()
          .allSatisfy(
              e -> {
                assertThat(e.data().get("automatic").asBoolean()).isTrue();
                assertThat(e.data().get("standingInstructionId").asText()).hasSize(36);
                assertThat(ids).contains(e.extension("causationid"));
              });
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void corporationReachedFromTwoCitiesAtOnceGetsOneDeliveryWithTwoArrivals() {
    instructionsOfAll("municipality");
    Map<String, Object> paper = paper();
    paper.put("audience", audience("municipality"));
    try (Events events = new Events()) {
      UUID id = issued(paper);

      Eventually.assertThat(
          () ->
              delivery(MINATO, id, MINATO)
                  .body("arrivals.from", containsInAnyOrder(YAWATAHAMA, IKATA)));

      assertThat(
              Rows.of(
                  "select count(*) as n, count(*) filter (where data ->> 'first' = 'true') as first"
                      + " from fact where notice_id = ? and organization = ? and type = 'delivery.arrived'",
                  id,
                  MINATO))
          .containsExactly(Map.of("n", 2L, "first", 1L));
      Events.assertInOrder(events.of(id));
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void severalWhoSendToTheSameInOneStatementAreEachAFactOfTheirOwn() throws Exception {
    Map<String, Object> paper = paper();
    paper.put("audience", audience("municipality"));
    try (Events events = new Events()) {
      UUID id = issued(paper);
      List<EventEnvelope> arrivals = arrivals(events, id);
      instructionsOfAll("municipality");

      applyInOne(arrivals);

      assertThat(
              Rows.of(
                  "select seq, data ->> 'from' as sender, data ->> 'first' as first from fact"
                      + " where notice_id = ? and organization = ? order by seq",
                  id,
                  MINATO))
          .containsExactly(
              Map.of("seq", 1L, "sender", YAWATAHAMA, "first", "true"),
              Map.of("seq", 2L, "sender", IKATA, "first", "false"));
      Events.assertInOrder(events.of(id));
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }
}
