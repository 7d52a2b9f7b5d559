package org.todoke.messaging;

import java.time.Duration;

/** The bound is reached up to which a consumer waits for its database. */
class DatabaseStayedAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseStayedAway(String consumer, Duration bound, Throwable cause) {
    super(consumer + " stops: the database stayed away for more than " + bound, cause);
  }
}
