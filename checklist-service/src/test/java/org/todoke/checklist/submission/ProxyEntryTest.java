package org.todoke.checklist.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
class ProxyEntryTest extends ServiceTest {

  @Test
  void faxOfTheDayBeforeTheDeadlineTypedInLaterIsOnTimeAndRecordedLate() {
    UUID id = Cascade.assigned();
    clock.set(Instant.parse("2013-07-29T01:00:00Z"));
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      Requests.proxy(id, "2013-07-25T17:30:00+09:00", "fax", Vol334.compliant())
          .statusCode(200)
          .body("onTime", equalTo(true))
          .body("completed.origin", equalTo("proxy"))
          .body("completed.by", equalTo(Org.CITY))
          .body("completed.channel", equalTo("fax"))
          .body("completed.answeredAt", equalTo("2013-07-25T08:30:00Z"))
          .body("completed.recordedAt", equalTo("2013-07-29T01:00:00Z"))
          .body("completed.recordedLate", equalTo(true));

      ReceivedEvent event = probe.awaitEvent("submission.completed", id.toString());
      EventContract.assertValid(event);
      assertThat(event.event().getTime().toInstant())
          .isEqualTo(Instant.parse("2013-07-25T08:30:00Z"));
      assertThat(Instant.parse(event.extension("recordedtime")))
          .isEqualTo(Instant.parse("2013-07-29T01:00:00Z"));
      assertThat(event.data().path("origin").asText()).isEqualTo("proxy");
    }
  }

  @Test
  void proxyHasToSayHowAndWhenAndWithinReason() {
    UUID id = Cascade.assigned();
    clock.set(Instant.parse("2013-07-20T00:00:00Z"));

    Requests.complete(Cascade.city(), id, Vol334.compliant())
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/channel", "/answeredAt"));
    Requests.proxy(id, "2013-07-20T00:00:01Z", "fax", Vol334.compliant())
        .statusCode(422)
        .body("violations.code", contains("date.in-future"));
    Requests.proxy(id, "2013-07-10T23:59:59Z", "telephone", Vol334.compliant())
        .statusCode(422)
        .body("violations.code", contains("submission.answered-before-arrival"));
    Requests.proxy(id, "2013-07-18T00:00:00Z", "inbox", Vol334.compliant())
        .statusCode(422)
        .body("violations.code", contains("submission.proxy-not-by-inbox"));
    Requests.proxy(id, "yesterday", "pigeon", Vol334.compliant())
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/channel", "/answeredAt"));
    Cascade.city()
        .body(Map.of("answeredAt", "2013-07-18T00:00:00Z", "channel", "fax"))
        .post(Requests.path(id) + "/completion")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/answers"));
    Requests.get(id).body("status", equalTo("not-started"));
  }

  @Test
  void operatorDoesNotChooseTheTime() {
    UUID id = Cascade.assigned();

    Cascade.home()
        .body(
            Map.of(
                "answers", Vol334.compliant(),
                "answeredAt", "2013-07-11T00:00:00Z",
                "channel", "fax"))
        .post(Requests.path(id) + "/completion")
        .then()
        .statusCode(422)
        .body("violations.code", contains("submission.only-by-proxy", "submission.only-by-proxy"));
  }

  @Test
  void faxThatIsOlderThanThePresentAnswerDoesNotReplaceIt() {
    UUID id = Cascade.assigned();
    clock.set(Instant.parse("2013-07-20T00:00:00Z"));
    Requests.complete(Cascade.home(), id, Vol334.compliant()).statusCode(200);

    Requests.proxy(id, "2013-07-19T00:00:00Z", "fax", Vol334.notUsed())
        .statusCode(422)
        .body("violations.code", contains("submission.answered-before-present"));
  }
}
