package org.todoke.security;

import java.util.concurrent.Callable;

/**
 * Work that the suite does on nobody's behalf (events from a topic, scheduled work) and that
 * row-level security therefore lets see every row. Must be entered before the transaction begins,
 * because the scope is fixed when the connection is taken.
 */
public final class SystemScope {

  private static final ThreadLocal<Boolean> ENTERED = ThreadLocal.withInitial(() -> false);

  private SystemScope() {}

  public static boolean isEntered() {
    return ENTERED.get();
  }

  public static void run(Runnable work) {
    boolean before = ENTERED.get();
    ENTERED.set(true);
    try {
      work.run();
    } finally {
      ENTERED.set(before);
    }
  }

  public static <T> T call(Callable<T> work) throws Exception {
    boolean before = ENTERED.get();
    ENTERED.set(true);
    try {
      return work.call();
    } finally {
      ENTERED.set(before);
    }
  }
}
