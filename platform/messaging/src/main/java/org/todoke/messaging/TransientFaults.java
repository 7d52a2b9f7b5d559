package org.todoke.messaging;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault of the ground (the database is away, overloaded, or chose us to give way) from one
 * of the event. The former passes by itself; the latter comes back however often it is tried.
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
        if (isTransient(sql)) {
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

  private static boolean isTransient(SQLException e) {
    if (e instanceof SQLTransientException || e instanceof SQLRecoverableException) {
      return true;
    }
    String state = e.getSQLState();
    if (state == null) {
      // The pool has no codes: neither for a time-out, nor for being shut down, nor for a
      // connection that turns out to be dead when the transaction begins on it.
      String message = String.valueOf(e.getMessage());
      return message.contains("acquisition timeout")
          || message.contains("pool is closed")
          || (message.contains("association of connection")
              && e.getCause() instanceof SystemException);
    }
    return state.startsWith("08") // connection
        || state.startsWith("53") // resources
        || state.startsWith("57P0") // shut down, starting up
        || state.equals("25P03") // idle in a transaction for too long
        || state.equals("40001") // serialisation
        || state.equals("40P01") // deadlock
        || state.equals("55P03"); // lock not available
  }
}
