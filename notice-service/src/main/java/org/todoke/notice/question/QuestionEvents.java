package org.todoke.notice.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.EventData;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.OutboxEvent;

/** Tells that something was asked, answered or published; never what, and never who asked. */
@ApplicationScoped
class QuestionEvents {

  private final Outbox outbox;

  QuestionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * @param about the question or the answer: under its key the events of it are counted
   */
  void tell(EventType type, UUID about, long sequence, UUID notice, Instant time, EventData data) {
    outbox.append(
        new OutboxEvent(
            type,
            about.toString(),
            about.toString(),
            sequence,
            time,
            notice.toString(),
            null,
            data));
  }
}
