package org.todoke.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** What leaves the service, looked at as a foreign system would. */
@QuarkusTest
class PublishedEventsTest extends ServiceTest {

  @Test
  void everythingThatHappensIsSaidInOrderByTheContractAndWithoutAnybodysWords() {
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS, Topics.CHECKLISTS)) {
      UUID checklist = Cascade.publishedChecklist();
      UUID notice = UUID.randomUUID();
      UUID id = Cascade.assigned(Cascade.Arrival.of(notice, checklist));
      Cascade.completed(id, Vol334.compliant());
      clock.set(Instant.parse("2013-07-20T00:00:00Z"));
      Cascade.completed(id, Vol334.nonCompliant());
      String remediation =
          Cascade.home().get("/v1/remediations").then().extract().path("items[0].id");
      Cascade.home()
          .body(Map.of("measures", "秘密の措置", "completedOn", "2013-07-19"))
          .post("/v1/remediations/{id}/completion", remediation)
          .then()
          .statusCode(200);
      Cascade.completed(id, Vol334.partiallyCompliant());
      Cascade.completed(id, Vol334.nonCompliant());
      Cascade.city()
          .body(Map.of("reason", "collection-ended"))
          .post("/v1/assignments/{id}/closure", id)
          .then()
          .statusCode(200);

      probe.awaitEvent("assignment.closed", id.toString());
      List<ReceivedEvent> events = probe.events(e -> e.subject().equals(id.toString()));

      assertThat(events)
          .extracting(ReceivedEvent::type)
          .containsExactly(
              "assignment.created",
              "submission.completed",
              "submission.amended",
              "remediation.opened",
              "remediation.completed",
              "submission.amended",
              "submission.amended",
              "remediation.opened",
              "remediation.withdrawn",
              "assignment.closed");
      assertThat(events)
          .extracting(ReceivedEvent::sequence)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
      assertThat(events)
          .allSatisfy(
              event -> {
                EventContract.assertValid(event);
                assertThat(event.key()).isEqualTo(id.toString());
                assertThat(event.extension("correlationid")).isEqualTo(notice.toString());
                assertThat(event.event().getSource()).hasToString("/todoke/checklist");
              });
      assertThat(events).extracting(ReceivedEvent::id).doesNotHaveDuplicates();
      assertThat(probe.unreadable()).isEmpty();
      assertNobodysWords(probe.events());
    }
  }

  @Test
  void schemasOfThisServiceWouldCatchABrokenEvent() {
    assertThat(
            catchThrowable(
                () ->
                    EventContract.assertValid(EventType.SUBMISSION_COMPLETED, "{\"revision\": 0}")))
        .isInstanceOf(AssertionError.class);
  }

  /** Japanese letters would be somebody's words: codes, names of states and ids have none. */
  private static void assertNobodysWords(List<ReceivedEvent> events) {
    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.data().toString())
                    .matches("[\\x20-\\x7E]*")
                    .doesNotContain("\"answers\":", "\"measures\":", "\"purpose\":"));
  }
}
