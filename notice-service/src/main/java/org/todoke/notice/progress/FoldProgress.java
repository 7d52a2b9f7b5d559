package org.todoke.notice.progress;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;

/**
 * Adds the changes that statements left behind to the counters, so that readers have little left to
 * add up. Nothing waits for it and nothing depends on when it runs: readers count both. An advisory
 * lock keeps a second instance out.
 */
@ApplicationScoped
class FoldProgress {

  private static final Logger LOG = Logger.getLogger(FoldProgress.class);

  private final EntityManager em;
  private final ProgressConfig config;

  FoldProgress(EntityManager em, ProgressConfig config) {
    this.em = em;
    this.config = config;
  }

  @Scheduled(
      every = "${todoke.progress.fold-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void foldWaiting() {
    try {
      while (foldOnce() == config.foldAtMost()) {
        LOG.debug("more changes of figures are waiting");
      }
    } catch (RuntimeException e) {
      LOG.warn("could not add up figures; tried again next time, they are exact meanwhile", e);
    }
  }

  /** How many changes were added up: fewer than the bound when none is left. */
  int foldOnce() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        em.createNativeQuery("select progress_fold(:atMost)")
                            .setParameter("atMost", config.foldAtMost())
                            .getSingleResult())
                    .intValue());
  }
}
