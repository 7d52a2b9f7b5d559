package org.todoke.registry.importing.run;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.todoke.security.SystemScope;

/**
 * Fails runs whose file stopped coming in, because an instance ended or a line broke, and drops the
 * rows of runs that ended long ago. The runs themselves, with their figures, stay.
 */
@ApplicationScoped
class ImportHousekeeping {

  /** A reading notes its progress every few seconds. */
  private static final Duration CUT_OFF_AFTER = Duration.ofMinutes(10);

  private static final Duration KEEP_ROWS = Duration.ofDays(90);

  private static final List<String> ROWS =
      List.of("import_row", "import_service", "import_name", "import_corporation");

  private final EntityManager em;
  private final Clock clock;

  ImportHousekeeping(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tidy() {
    SystemScope.run(() -> QuarkusTransaction.requiringNew().timeout(600).run(this::tidyOnce));
  }

  private void tidyOnce() {
    Instant now = clock.instant();
    em.createNativeQuery(
            """
            update import_run
               set state = 'failed', failure = '{"code": "file.interrupted", "args": []}', ended_at = :now
             where state = 'reading' and touched_at < :before""")
        .setParameter("now", now)
        .setParameter("before", now.minus(CUT_OFF_AFTER))
        .executeUpdate();
    for (String table : ROWS) {
      em.createNativeQuery(
              "delete from "
                  + table
                  + " where run in (select id from import_run where ended_at < :before)")
          .setParameter("before", now.minus(KEEP_ROWS))
          .executeUpdate();
    }
  }
}
