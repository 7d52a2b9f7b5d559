package org.todoke.checklist.assignment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.todoke.security.SystemScope;

/**
 * Goes on where the news of a notice's end left off. Several instances wait for each other's rows
 * and then find them closed; after a restart the next look goes on.
 */
@ApplicationScoped
class FinishEnds {

  private static final Logger LOG = Logger.getLogger(FinishEnds.class);

  private final CloseEnded ends;

  FinishEnds(CloseEnded ends) {
    this.ends = ends;
  }

  @Scheduled(
      every = "${todoke.assignments.close-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void finish() {
    SystemScope.run(
        () -> {
          try {
            while (closeStretch() == CloseEnded.STRETCH) {
              LOG.debug("more assignments of notices that are over are waiting");
            }
          } catch (RuntimeException e) {
            LOG.warn("could not close assignments of a notice that is over; tried again", e);
          }
        });
  }

  private int closeStretch() {
    return QuarkusTransaction.requiringNew().call(() -> ends.closeStretch(CloseEnded.STRETCH));
  }
}
