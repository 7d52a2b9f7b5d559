package org.todoke.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What ties the log lines of one request together, across services and with its answer. */
public final class CorrelationId {

  public static final String HEADER = "X-Correlation-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private CorrelationId() {}

  /** Empty outside a request. */
  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(LogKeys.CORRELATION_ID)).map(String::valueOf);
  }

  /** What the caller sent if it is fit for a log line, else a new one. */
  public static String acceptOrCreate(@Nullable String sent) {
    return sent != null && FORM.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }
}
