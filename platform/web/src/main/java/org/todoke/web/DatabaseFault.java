package org.todoke.web;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Optional;

/**
 * A fault of the ground: nothing is wrong with what was asked, and the same thing may succeed
 * later. Whoever answers a request and whoever handles an event ask here, so that both judge a
 * restart of the database alike.
 */
public enum DatabaseFault {
  /** The database or the pool before it cannot be used at present: away, starting, full. */
  AWAY,
  /** It chose us to give way to somebody else. */
  CONTENDED;

  /**
   * Judges one exception by itself, without what caused it. States are those of the appendix
   * "PostgreSQL Error Codes" of its manual.
   *
   * @return empty if it would fail again however often it is tried
   */
  public static Optional<DatabaseFault> of(SQLException thrown) {
    String state = thrown.getSQLState();
    if (state != null) {
      return ofState(state);
    }
    return ofPool(thrown) ? Optional.of(AWAY) : Optional.empty();
  }

  private static Optional<DatabaseFault> ofState(String state) {
    return switch (state) {
      // Serialisation, deadlock, lock not available.
      case "40001", "40P01", "55P03" -> Optional.of(CONTENDED);
      // Idle in a transaction for too long: the server has closed the connection.
      case "25P03" -> Optional.of(AWAY);
      default ->
          state.startsWith("08") // connection
                  || state.startsWith("53") // resources
                  || state.startsWith("57P0") // shut down, starting up
              ? Optional.of(AWAY)
              : Optional.empty();
    };
  }

  /**
   * Agroal (3.0) has no states: neither for a time-out, nor for being shut down, nor for a
   * connection that turns out to be dead when the transaction begins on it. The last it also says
   * of a transaction that was rolled back before, which is no fault of the ground.
   */
  private static boolean ofPool(SQLException thrown) {
    if (thrown instanceof SQLTransientException || thrown instanceof SQLRecoverableException) {
      return true;
    }
    String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("acquisition timeout")
        || message.contains("pool is closed")
        || (message.contains("association of connection")
            && thrown.getCause() instanceof SystemException);
  }
}
