package org.todoke.web;

/**
 * The names by which log lines can be searched, at the top level of the line in every service and
 * in the gateway; docs/operations.md promises them. Set in the logging context, wherever it is
 * known what the work is about.
 */
public final class LogKeys {

  /** What ties together the lines of one request, or of one cascade of events. */
  public static final String CORRELATION_ID = "correlationId";

  /** Code of the caller's organisation. */
  public static final String ORGANIZATION = "organization";

  /** The notice that a request or an event is about. */
  public static final String NOTICE_ID = "noticeId";

  /** The event that is being handled. */
  public static final String EVENT_ID = "eventId";

  private LogKeys() {}
}
