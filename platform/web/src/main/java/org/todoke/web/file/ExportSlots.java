package org.todoke.web.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.todoke.web.Refusal;

/** Lets so many exports run at a time that everybody else's requests do not feel them. */
@ApplicationScoped
public class ExportSlots {

  private final Semaphore free;

  ExportSlots(ExportConfig config) {
    free = new Semaphore(Math.max(1, config.atOnce()));
  }

  /**
   * Takes a slot.
   *
   * @return gives it back; doing so again changes nothing
   * @throws Refusal (unavailable) {@code export.too-many}
   */
  public Runnable take() {
    if (!free.tryAcquire()) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "export.too-many", List.of(), List.of());
    }
    AtomicBoolean given = new AtomicBoolean();
    return () -> {
      if (given.compareAndSet(false, true)) {
        free.release();
      }
    };
  }
}
