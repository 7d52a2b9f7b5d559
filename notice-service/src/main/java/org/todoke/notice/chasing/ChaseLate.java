package org.todoke.notice.chasing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.todoke.notice.calendar.OfficeDays;
import org.todoke.notice.chasing.ChaseProgress.Work;
import org.todoke.security.SystemScope;
import org.todoke.web.JapaneseDay;

/**
 * Reminds whoever is late or will be soon, and tells those above, once on each office day. What is
 * due follows from the facts and from what was done before, so a day on which nothing ran is caught
 * up by the next, and whoever is killed in between goes on where it was, whichever instance it is.
 */
@ApplicationScoped
class ChaseLate {

  private static final Logger LOG = Logger.getLogger(ChaseLate.class);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** A stretch takes seconds; the default is meant for single rows. */
  private static final int STRETCH_SECONDS = 120;

  private final ChaseProgress progress;
  private final ChaseTables tables;
  private final ChasingConfig config;
  private final Clock clock;

  ChaseLate(ChaseProgress progress, ChaseTables tables, ChasingConfig config, Clock clock) {
    this.progress = progress;
    this.tables = tables;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${todoke.chasing.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void chase() {
    try {
      while (chaseStretch()) {
        LOG.debug("more deliveries are to be looked at");
      }
    } catch (RuntimeException e) {
      LOG.warn("could not chase; gone on with next time", e);
    }
  }

  /**
   * One stretch of one notice, in one transaction.
   *
   * @return whether there may be more to do
   */
  boolean chaseStretch() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = JapaneseDay.of(now);
    boolean open = !LocalTime.ofInstant(now, JAPAN).isBefore(config.notBefore());
    if (!open || !OfficeDays.isOfficeDay(today)) {
      return false;
    }
    var more = new boolean[1];
    SystemScope.run(
        () ->
            more[0] =
                QuarkusTransaction.requiringNew()
                    .timeout(STRETCH_SECONDS)
                    .call(() -> chaseStretch(today, now)));
    return more[0];
  }

  private boolean chaseStretch(LocalDate today, Instant now) {
    if (progress.isComplete(today) || !progress.lock() || progress.isComplete(today)) {
      return false;
    }
    Optional<Work> next = progress.next(today);
    if (next.isEmpty()) {
      progress.complete(today, now);
      return false;
    }
    Work work = next.get();
    Ladder ladder = work.ladder();
    int days = config.catchUpDays();
    int reminded = tables.remind(work.stretch(), ladder.reminders(today, days), today, now);
    int escalated = 0;
    for (int step = Ladder.TO_SENDER; step <= Ladder.TO_ISSUER; step++) {
      escalated +=
          tables.escalate(step, work.stretch(), ladder.escalations(step, today, days), today, now);
    }
    progress.done(work, today);
    if (reminded + escalated > 0) {
      LOG.infof(
          "chased: noticeId=%s reminded=%d escalated=%d",
          work.stretch().notice(), reminded, escalated);
    }
    return true;
  }
}
