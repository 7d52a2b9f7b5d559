package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.NoticeEnded;
import org.todoke.notice.delivery.OverNotice;
import org.todoke.notice.input.Checks;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Ends a notice that is out: closes it when nothing more is waited for, or takes it back. An act of
 * its lead issuer; repeating it changes nothing.
 */
@ApplicationScoped
public class EndNotice {

  static final int MAX_REASON = 1_000;

  private final NoticeRepository notices;
  private final NoticeEvents events;
  private final NoticeViews views;
  private final Clock clock;

  EndNotice(NoticeRepository notices, NoticeEvents events, NoticeViews views, Clock clock) {
    this.notices = notices;
    this.events = events;
    this.views = views;
    this.clock = clock;
  }

  @Transactional
  public NoticeView close(UUID id, Actor issuer) {
    Notice notice = lock(id, issuer);
    if (!(notice.state() instanceof NoticeState.Closed)) {
      end(notice, underway(notice).close(now()), EventType.NOTICE_CLOSED, Map.of());
    }
    return views.of(notice, issuer);
  }

  /** The reason that was given first stands. */
  @Transactional
  public NoticeView cancel(UUID id, CancellationForm form, Actor issuer) {
    Notice notice = lock(id, issuer);
    if (!(notice.state() instanceof NoticeState.Cancelled)) {
      NoticeState.Issued underway = underway(notice);
      Checks checks = new Checks();
      String reason = checks.required("/reason", form.reason(), MAX_REASON);
      checks.refuseIfAny();
      end(
          notice,
          underway.cancel(reason, now()),
          EventType.NOTICE_CANCELLED,
          Map.of("reason", reason));
    }
    return views.of(notice, issuer);
  }

  private Notice lock(UUID id, Actor issuer) {
    return notices
        .lockLedBy(id, issuer.organization())
        .orElseThrow(() -> Refusal.notFound("notice.not-found"));
  }

  private static NoticeState.Issued underway(Notice notice) {
    NoticeState state = notice.state();
    if (state instanceof NoticeState.Issued issued) {
      return issued;
    }
    throw state instanceof NoticeState.Draft
        ? Refusal.conflict("notice.not-issued")
        : OverNotice.refusal(state.status().wireName());
  }

  private void end(
      Notice notice, NoticeState.Over over, EventType type, Map<String, String> details) {
    long sequence = notice.end(over);
    notices.flush();
    events.say(
        notice,
        new NoticeEvents.Said(
            type,
            sequence,
            over.at(),
            details,
            new NoticeEnded(notice.id(), notice.usage(), notice.leadIssuer()),
            null));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
