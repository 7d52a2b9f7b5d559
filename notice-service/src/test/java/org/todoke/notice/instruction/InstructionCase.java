package org.todoke.notice.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.security.SystemScope;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;

/** Arrivals as the consumer of standing instructions gets them. */
abstract class InstructionCase extends NoticeServiceTest {

  static final String FORWARDED = "type = 'forwarding.forwarded' and notice_id = ?";

  @Inject ApplyInstructions applying;

  /** The arrivals of a notice as the consumer gets them, when it has dealt with them already. */
  static List<EventEnvelope> arrivals(Events events, UUID notice) {
    List<EventEnvelope> arrivals =
        events.of(notice).stream()
            .filter(e -> e.type().equals("delivery.arrived"))
            .map(InstructionCase::envelope)
            .toList();
    String ids = arrivals.stream().map(EventEnvelope::id).collect(Collectors.joining(","));
    Eventually.assertThat(
        () ->
            assertThat(
                    Rows.count(
                        "inbox",
                        "consumer = 'notice.instructions' and event_id = any(string_to_array(?, ','))",
                        ids))
                .isEqualTo(arrivals.size()));
    return new ArrayList<>(arrivals);
  }

  void applyInOne(List<EventEnvelope> events) throws Exception {
    SystemScope.run(() -> QuarkusTransaction.requiringNew().run(() -> applying.handle(events)));
  }

  private static EventEnvelope envelope(ReceivedEvent event) {
    return new EventEnvelope(
        event.id(),
        "/todoke/notice",
        event.type(),
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
