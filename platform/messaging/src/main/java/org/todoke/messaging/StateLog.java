package org.todoke.messaging;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says once that something fails and once that it works again, however often it is tried. */
final class StateLog {

  private final Logger log;
  private final String what;
  private @Nullable String failing;
  private long since;

  StateLog(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  synchronized void works() {
    if (failing != null) {
      log.infof("%s works again after %s", what, Duration.ofNanos(System.nanoTime() - since));
      failing = null;
    }
  }

  synchronized void fails(Throwable cause) {
    String kind = rootOf(cause).getClass().getName();
    if (failing == null) {
      since = System.nanoTime();
    }
    if (kind.equals(failing)) {
      log.debugf(cause, "%s still fails", what);
    } else {
      failing = kind;
      log.warnf(cause, "%s fails; tried until it works", what);
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
