package org.todoke.notice.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.instruction;
import static org.todoke.notice.NoticeFixture.instructionsOfAll;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.laidDown;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;

@QuarkusTest
class ForwardedOnceTest extends InstructionCase {

  @Test
  void duplicateAndDisorderedEventsAndTwoInstancesForwardOnce() throws Exception {
    Map<String, Object> paper = paper();
    paper.put("audience", audience("prefecture", "municipality"));
    try (Events events = new Events()) {
      UUID id = issued(paper);
      List<EventEnvelope> arrivals = arrivals(events, id);
      instructionsOfAll("prefecture");
      instructionsOfAll("municipality");
      Collections.reverse(arrivals);

      CompletableFuture.allOf(
              Stream.of(0, 1, 2)
                  .map(
                      i ->
                          CompletableFuture.runAsync(
                              () -> {
                                try {
                                  applyInOne(arrivals);
                                } catch (Exception e) {
                                  throw new IllegalStateException(e);
                                }
                              }))
                  .toArray(CompletableFuture[]::new))
          .join();
      applyInOne(arrivals);

      assertThat(Rows.count("fact", FORWARDED, id))
          .isEqualTo(Rows.count("cover_letter", "true"))
          .isEqualTo(5);
      assertThat(Rows.count("arrival", "notice_id = ? and organization = ?", id, YAWATAHAMA))
          .isEqualTo(2);
      Events.assertInOrder(events.of(id));
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void forwardingByHandGoesFirstAndIsLeftAsItIs() throws Exception {
    try (Events events = new Events()) {
      UUID id = issued();
      forwarded(id, EHIME);
      laidDown(EHIME, instruction());

      applyInOne(arrivals(events, id));

      assertThat(Rows.count("fact", FORWARDED + " and data ->> 'automatic' is not null", id))
          .isZero();
      as(EHIME)
          .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, EHIME)
          .then()
          .body("automatic", equalTo(false))
          .body("standingInstructionId", nullValue())
          .body("coverLetter.title", equalTo("個人情報の適切な取り扱いについて（周知）"));
    }
  }

  @Test
  void handAndInstructionAtOnceMakeOneForwarding() throws Exception {
    for (int i = 0; i < 8; i++) {
      try (Events events = new Events()) {
        UUID id = issued();
        List<EventEnvelope> arrivals = arrivals(events, id);
        UUID instruction = laidDown(EHIME, instruction());
        CompletableFuture<Integer> hand =
            CompletableFuture.supplyAsync(() -> forward(id, EHIME, toAll()).extract().statusCode());

        applyInOne(arrivals);

        boolean byHand = hand.join() == 201;
        assertThat(hand.join()).isIn(201, 409);
        assertThat(Rows.count("fact", FORWARDED, id)).isEqualTo(1);
        as(EHIME)
            .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, EHIME)
            .then()
            .body("automatic", equalTo(!byHand))
            .body("addressed", equalTo(4));
        assertThat(Rows.count("arrival", "notice_id = ? and from_organization = ?", id, EHIME))
            .isEqualTo(4);
        as(EHIME)
            .header("If-Match", "*")
            .delete("/v1/standing-instructions/{id}", instruction)
            .then()
            .statusCode(204);
      }
    }
  }

  @Test
  void nothingHappensAfterARejectionAnExcuseOrWhileItIsSuspended() throws Exception {
    Map<String, Object> paper = paper();
    paper.put("audience", audience("municipality"));
    try (Events events = new Events()) {
      UUID id = issued(paper);
      List<EventEnvelope> arrivals = arrivals(events, id);
      act(YAWATAHAMA, id, YAWATAHAMA, "rejection", json("reason", "所管外")).statusCode(200);
      act(DIVISION, id, IKATA, "excuse", json("reason", "not-concerned")).statusCode(200);
      UUID ozu = laidDown(OZU, instruction());
      as(OZU).post("/v1/standing-instructions/{id}/suspension", ozu).then().statusCode(200);
      laidDown(YAWATAHAMA, instruction());
      laidDown(IKATA, instruction());

      applyInOne(arrivals);

      assertThat(Rows.count("fact", FORWARDED, id)).isZero();
      as(OZU).post("/v1/standing-instructions/{id}/resumption", ozu).then().statusCode(200);
      applyInOne(arrivals);
      assertThat(Rows.count("fact", FORWARDED, id)).isEqualTo(1);
    }
  }

  @Test
  void whatArrivedBeforeItWasLaidDownIsLeftToBeDoneByHand() throws Exception {
    Map<String, Object> paper = paper();
    paper.put("usage", "exercise");
    try (Events events = new Events()) {
      UUID id = issued(paper);
      List<EventEnvelope> arrivals = arrivals(events, id);
      clock.advance(Duration.ofSeconds(1));
      laidDown(EHIME, instruction());

      applyInOne(arrivals);

      assertThat(Rows.count("fact", FORWARDED, id)).isZero();
    }
    UUID next = issued(paper);
    Eventually.assertThat(() -> assertThat(Rows.count("fact", FORWARDED, next)).isEqualTo(1));
  }
}
