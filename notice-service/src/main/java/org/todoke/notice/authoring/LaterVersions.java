package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Succession;
import org.todoke.contracts.event.NoticeSuperseded;
import org.todoke.notice.revision.TakeOver;
import org.todoke.notice.revision.TellReaders;
import org.todoke.notice.revision.Terms;
import org.todoke.web.Refusal;

/** Issues a notice in the place of a former one, which has no force from then on. */
@ApplicationScoped
class LaterVersions {

  private final NoticeRepository notices;
  private final AudienceFreezing audiences;
  private final TakeOver deliveries;
  private final TellReaders readers;
  private final NoticeEvents events;

  LaterVersions(
      NoticeRepository notices,
      AudienceFreezing audiences,
      TakeOver deliveries,
      TellReaders readers,
      NoticeEvents events) {
    this.notices = notices;
    this.audiences = audiences;
    this.deliveries = deliveries;
    this.readers = readers;
    this.events = events;
  }

  /**
   * One version that follows another.
   *
   * @param sequence of the event by which the former ends
   */
  record Step(Notice former, Succession succession, Terms terms, long sequence) {}

  /** Ends the former, and makes deliveries of its own, once those who are at one have finished. */
  Step begin(Notice notice, Notice former, Succession succession, Instant now) {
    if (!(former.state() instanceof NoticeState.Issued issued)) {
      throw Refusal.conflict("relation.target-over");
    }
    deliveries.lock(former.id());
    Terms terms = Kept.terms(notice, former, succession);
    long sequence = former.end(issued.supersede(notice.id(), now));
    // Before the later one is out, which may be the same volume.
    notices.flush();
    return new Step(former, succession, terms, sequence);
  }

  FrozenAudience take(Notice notice, Step step) {
    deliveries.take(step.terms());
    return audiences.counted(notice);
  }

  /**
   * @param issued the event by which the later one was issued
   * @return how many it has reached
   */
  int finish(Notice notice, Step step, UUID issued, Instant now) {
    int reached = readers.tell(step.terms(), issued, now);
    events.say(
        step.former(),
        new NoticeEvents.Said(
            EventType.NOTICE_SUPERSEDED,
            step.sequence(),
            now,
            Map.of("supersededBy", notice.id(), "relation", step.succession().wireName()),
            new NoticeSuperseded(
                step.former().id(),
                step.former().usage(),
                step.former().leadIssuer(),
                notice.id(),
                step.succession()),
            issued));
    return reached;
  }
}
