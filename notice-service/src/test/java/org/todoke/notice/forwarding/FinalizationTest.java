package org.todoke.notice.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.to;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.security.SystemScope;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicWriter;

@QuarkusTest
class FinalizationTest extends NoticeServiceTest {

  @Inject FinalizeForwardings finalizing;

  @Test
  void forwardingIsFinishedWhenTheLastChildHasItAndNotBefore() {
    UUID id = issued();
    forwarded(id, EHIME);
    Map<String, Object> byFax =
        json(
            "to",
            json(
                "allChildren",
                true,
                "organizations",
                List.of(json("code", USHIO, "channel", "fax"))),
            "coverLetter",
            coverLetter());
    clock.advance(Duration.ofHours(1));
    forward(id, YAWATAHAMA, byFax).statusCode(201);

    Eventually.assertThat(() -> delivery(EHIME, id, EHIME).body("state", equalTo("finalized")));
    delivery(EHIME, id, YAWATAHAMA).body("state", equalTo("forwarded"));
    clock.advance(Duration.ofDays(1));
    act(YAWATAHAMA, id, USHIO, "arrivals", json("channel", "fax", "at", "2013-07-11T09:00:00Z"))
        .statusCode(200);

    Eventually.assertThat(
        () ->
            delivery(EHIME, id, YAWATAHAMA)
                .body("state", equalTo("finalized"))
                .body("finalizedAt", equalTo("2013-07-11T09:00:00Z")));
    assertThat(
            Rows.of(
                "select actor, data ->> 'received' as received, data ->> 'excused' as excused"
                    + " from fact where type = 'forwarding.finalized' and organization = ?",
                YAWATAHAMA))
        .containsExactly(Map.of("actor", "system", "received", "4", "excused", "0"));
  }

  @Test
  void excuseOfTheLastChildFinishesIt() {
    UUID id = issued();
    forwarded(id, EHIME);
    Map<String, Object> forwarding = to(SHIOSAI, MINATO);
    forwarding.put(
        "to",
        json(
            "organizations",
            List.of(
                json("code", SHIOSAI),
                json("code", MINATO),
                json("code", USHIO, "channel", "post"))));
    forwarding.put("omitted", List.of(json("code", HAMAKAZE, "reason", "廃業")));
    forward(id, YAWATAHAMA, forwarding).statusCode(201);

    act(EHIME, id, USHIO, "excuse", json("reason", "closed")).statusCode(200);

    Eventually.assertThat(
        () -> delivery(YAWATAHAMA, id, YAWATAHAMA).body("state", equalTo("finalized")));
    assertThat(
            Rows.of(
                "select data ->> 'received' as received, data ->> 'excused' as excused"
                    + " from fact where type = 'forwarding.finalized' and organization = ?",
                YAWATAHAMA))
        .containsExactly(Map.of("received", "2", "excused", "2"));
  }

  @Test
  void eventHeardAgainFinishesNothingTwice() throws Exception {
    UUID id = issued();
    try (Events events = new Events()) {
      forwarded(id, EHIME);
      Eventually.assertThat(() -> delivery(EHIME, id, EHIME).body("state", equalTo("finalized")));
      ReceivedEvent heard =
          Eventually.value(() -> events.heard(id), list -> !list.isEmpty()).get(0);

      SystemScope.run(
          () ->
              QuarkusTransaction.requiringNew()
                  .run(() -> finalizing.handle(List.of(envelope(heard)))));
    }

    assertThat(Rows.count("fact", "type = 'forwarding.finalized' and organization = ?", EHIME))
        .isEqualTo(1);
  }

  @Test
  void everyEventOfACascadeIsHeardOnceInOrderAsTheFactsHaveIt() {
    try (Events events = new Events()) {
      UUID id = issued();
      acknowledge(id, EHIME).statusCode(200);
      forwarded(id, EHIME);
      act(OZU, id, OZU, "rejection", json("reason", "所管外", "rightOrganization", YAWATAHAMA))
          .statusCode(200);
      Map<String, Object> forwarding = to(SHIOSAI, MINATO, USHIO, USHIO_HOME);
      forwarding.put("omitted", List.of(json("code", HAMAKAZE, "reason", "廃業")));
      forward(id, YAWATAHAMA, forwarding).statusCode(201);
      act(DIVISION, id, HAMAKAZE, "arrivals", json("channel", "fax", "at", "2013-07-11T00:00:00Z"))
          .statusCode(200);
      forwarded(id, SHIOSAI);
      for (String forwarder : List.of(EHIME, YAWATAHAMA, SHIOSAI)) {
        Eventually.assertThat(
            () -> delivery(DIVISION, id, forwarder).body("state", equalTo("finalized")));
      }

      List<ReceivedEvent> heard = events.of(id);

      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(e -> !e.type().equals("notice.issued"))
          .extracting(e -> e.subject() + " " + e.sequence() + " " + e.type())
          .containsExactlyInAnyOrderElementsOf(
              Rows.of(
                      "select notice_id || '/' || organization || ' ' || seq || ' ' || type as f"
                          + " from fact where notice_id = ?",
                      id)
                  .stream()
                  .map(row -> (String) row.get("f"))
                  .toList());
      assertThat(heard)
          .extracting(ReceivedEvent::type)
          .contains(
              "notice.issued",
              "delivery.arrived",
              "delivery.acknowledged",
              "delivery.excused",
              "forwarding.forwarded",
              "forwarding.rejected",
              "forwarding.finalized");
      List<String> ids = heard.stream().map(ReceivedEvent::id).toList();
      assertThat(heard)
          .filteredOn(e -> e.extension("causationid") != null)
          .isNotEmpty()
          .allSatisfy(e -> assertThat(ids).contains(e.extension("causationid")));
    }
  }

  @Test
  void brokenEventIsPutAsideAndHoldsUpNobodyElse() {
    UUID id = issued();
    String key = id + "/" + OZU;
    try (TopicWriter writer = new TopicWriter()) {
      writer.send(TopicWriter.event(EventType.DELIVERY_ARRIVED, key, id.toString(), 1, "{}"));
      writer.sendRaw(
          Topics.DELIVERIES, key, Map.of("ce_type", "delivery.arrived"), new byte[] {1, 2});
    }
    forwarded(id, EHIME);

    Eventually.assertThat(() -> delivery(EHIME, id, EHIME).body("state", equalTo("finalized")));
    Eventually.assertThat(
        () ->
            assertThat(
                    Rows.of(
                        "select distinct consumer from parked_event where partition_key = ?", key))
                .containsExactlyInAnyOrder(
                    Map.of("consumer", "notice.finalization"),
                    Map.of("consumer", "notice.instructions")));
  }

  @Test
  void neighboursWhoPassItToTheSameOperatorAtOnceDoNotDisturbEachOther() {
    for (int i = 0; i < 40; i++) {
      String corporation = "cn:%013d".formatted(4_000_000_000_000L + i);
      NoticeFixture.corporation(corporation, "法人" + i, IKATA);
      NoticeFixture.establishment("kj:38%08d".formatted(50_000_000 + i), IKATA, corporation);
      NoticeFixture.establishment("kj:38%08d".formatted(60_000_000 + i), OZU, corporation);
    }
    UUID id = issued();
    forwarded(id, EHIME);

    CompletableFuture.allOf(
            Stream.of(IKATA, OZU, YAWATAHAMA)
                .map(city -> CompletableFuture.runAsync(() -> forwarded(id, city)))
                .toArray(CompletableFuture[]::new))
        .join();

    for (String city : List.of(IKATA, OZU, YAWATAHAMA)) {
      Eventually.assertThat(() -> delivery(EHIME, id, city).body("state", equalTo("finalized")));
    }
    assertThat(
            Rows.of(
                """
                select count(*) as n from delivery d where notice_id = ? and tier = 'corporation'
                  and seq <> (select count(*) from arrival a
                    where a.notice_id = d.notice_id and a.organization = d.organization)
                """,
                id))
        .containsExactly(Map.of("n", 0L));
    assertThat(Rows.count("arrival", "notice_id = ? and organization like 'cn:4%'", id))
        .isEqualTo(80);
  }

  private static EventEnvelope envelope(ReceivedEvent event) {
    return new EventEnvelope(
        event.id(),
        "/todoke/notice",
        "forwarding.forwarded",
        null,
        event.subject(),
        event.subject(),
        event.event().getTime().toInstant(),
        event.event().getTime().toInstant(),
        String.valueOf(event.extension("correlationid")),
        null,
        event.sequence(),
        null,
        event.data());
  }
}
