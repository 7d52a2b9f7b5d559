package org.todoke.registry.importing.applying;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.todoke.registry.identity.SuspectedPairs;

/**
 * Applies what registrars have asked for, one run after another, in a thread of its own. Looks by
 * itself as well, for what another instance or a crash has left.
 */
@ApplicationScoped
public class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);

  private final ApplyImport applyImport;
  private final SuspectedPairs pairs;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread worker = new Thread(work, "todoke-import");
            worker.setDaemon(true);
            return worker;
          });

  ImportWorker(ApplyImport applyImport, SuspectedPairs pairs) {
    this.applyImport = applyImport;
    this.pairs = pairs;
  }

  /** To be called when a run that waits has been committed; returns at once. */
  @Scheduled(
      every = "${todoke.import.look-every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void wake() {
    if (!thread.isShutdown()) {
      thread.execute(this::work);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
  }

  private void work() {
    try {
      for (UUID run : applyImport.waiting()) {
        LOG.infof("applying import %s", run);
        applyImport.apply(run);
        LOG.infof("import %s has ended; %d new pairs for a person to look at", run, pairs.search());
      }
    } catch (RuntimeException e) {
      LOG.error("an import stopped and will be tried again from where it was", e);
    }
  }
}
