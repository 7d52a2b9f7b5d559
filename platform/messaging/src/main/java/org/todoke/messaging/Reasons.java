package org.todoke.messaging;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Says in short why an event failed, without quoting the event: our own messages are taken over, of
 * everybody else's exceptions only what they are and where our code met them.
 */
final class Reasons {

  private static final String OURS = "org.todoke.";
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
    String kind = root.getClass().getSimpleName();
    if (root instanceof SQLException sql) {
      return clean(kind + ": SQL state " + sql.getSQLState() + place(thrown));
    }
    return clean(isOurs(root) ? kind + ": " + root.getMessage() : kind + place(thrown));
  }

  private static boolean isOurs(Throwable root) {
    StackTraceElement[] frames = root.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith(OURS);
  }

  /** The innermost place in our code, as far as any of the exceptions knows one. */
  private static String place(Throwable thrown) {
    String place = "";
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      Optional<StackTraceElement> frame =
          Arrays.stream(t.getStackTrace())
              .filter(f -> f.getClassName().startsWith(OURS) && f.getLineNumber() > 0)
              .findFirst();
      if (frame.isPresent()) {
        String type = frame.get().getClassName();
        place =
            " in %s.%s:%d"
                .formatted(
                    type.substring(type.lastIndexOf('.') + 1),
                    frame.get().getMethodName(),
                    frame.get().getLineNumber());
      }
    }
    return place;
  }

  private static String clean(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return oneLine.length() <= MAX ? oneLine : oneLine.substring(0, MAX) + "…";
  }
}
