package org.todoke.registry.counts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;

/**
 * Folds the changes of counts that statements left behind. Nothing waits for it and nothing depends
 * on when it runs: readers add up both. An advisory lock keeps a second instance out.
 */
@ApplicationScoped
class FoldCounts {

  private static final Logger LOG = Logger.getLogger(FoldCounts.class);

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext('establishment_count'))";

  private static final String FOLD =
      """
      with several as (
        select prefecture, municipality, service from establishment_count
         group by 1, 2, 3 having count(*) > 1 order by 1, 2, 3 limit :atMost
      ), gone as (
        delete from establishment_count c using several s
         where c.prefecture = s.prefecture and c.municipality = s.municipality
           and c.service = s.service
        returning c.*
      ), folded as (
        insert into establishment_count (prefecture, municipality, service, establishments)
        select prefecture, municipality, service, sum(establishments) from gone
         group by 1, 2, 3 having sum(establishments) <> 0
      )
      select count(*) from several""";

  private final EntityManager entityManager;
  private final CountsConfig config;

  FoldCounts(EntityManager entityManager, CountsConfig config) {
    this.entityManager = entityManager;
    this.config = config;
  }

  @Scheduled(
      every = "${todoke.counts.fold-every:PT1M}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void foldWaiting() {
    try {
      while (foldOnce() == config.foldAtMost()) {
        LOG.debug("more changes of counts are waiting");
      }
    } catch (RuntimeException e) {
      LOG.warn("could not fold counts; tried again next time, they are exact meanwhile", e);
    }
  }

  /** How many places and services were folded: fewer than the bound when none is left. */
  int foldOnce() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Boolean) entityManager.createNativeQuery(LOCK, Boolean.class).getSingleResult()
                    ? ((Number)
                            entityManager
                                .createNativeQuery(FOLD)
                                .setParameter("atMost", config.foldAtMost())
                                .getSingleResult())
                        .intValue()
                    : 0);
  }
}
