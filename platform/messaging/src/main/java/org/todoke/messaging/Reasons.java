package org.todoke.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;

/** Says in short why an event failed, without quoting the event. */
final class Reasons {

  private static final int MAX = 200;

  private Reasons() {}

  static String of(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && !(root instanceof UnreadableEvent)) {
      root = root.getCause();
    }
    if (root instanceof UnreadableEvent) {
      return clean("unreadable: " + root.getMessage());
    }
    return clean(root.getClass().getSimpleName() + ": " + message(root));
  }

  private static String message(Throwable root) {
    if (root instanceof SQLException sql) {
      // PostgreSQL puts the offending values into the details, and some into the message itself.
      return "SQL state " + sql.getSQLState();
    }
    if (root instanceof JsonProcessingException json) {
      return "at " + (json.getLocation() == null ? "?" : json.getLocation().getByteOffset());
    }
    return String.valueOf(root.getMessage());
  }

  private static String clean(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return oneLine.length() <= MAX ? oneLine : oneLine.substring(0, MAX) + "…";
  }
}
