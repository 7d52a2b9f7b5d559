package org.todoke.messaging;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.web.DatabaseFault;

/**
 * Tells a fault of the ground (the database is away, overloaded, or chose us to give way) from one
 * of the event, wherever in the causes it stands. The former passes by itself; the latter comes
 * back however often it is tried.
 */
final class TransientFaults {

  private TransientFaults() {}

  static boolean isTransient(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<@Nullable Throwable> open = new ArrayDeque<>();
    open.push(thrown);
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof SQLException sql) {
        if (DatabaseFault.of(sql).isPresent()) {
          return true;
        }
        push(open, sql.getNextException());
      }
      push(open, next.getCause());
      // A failed commit is thrown as a rollback, with the reason among the suppressed.
      for (Throwable suppressed : next.getSuppressed()) {
        push(open, suppressed);
      }
    }
    return false;
  }

  private static void push(Deque<@Nullable Throwable> open, @Nullable Throwable thrown) {
    if (thrown != null) {
      open.push(thrown);
    }
  }
}
