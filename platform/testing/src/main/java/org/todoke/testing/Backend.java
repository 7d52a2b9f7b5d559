package org.todoke.testing;

import java.util.List;

/**
 * Where PostgreSQL and Kafka come from. Containers only where a local Docker has the images
 * already: Testcontainers waits for minutes where they cannot be pulled.
 */
enum Backend {
  EMBEDDED,
  CONTAINERS;

  static final String POSTGRES_IMAGE = "postgres:18";
  static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

  /** Set to {@code embedded} or {@code containers} to forestall the look at Docker. */
  static final String PROPERTY = "todoke.testing.backend";

  private static final class Choice {
    static final Backend MADE = choose();
  }

  static Backend chosen() {
    return Choice.MADE;
  }

  private static Backend choose() {
    String wanted = System.getProperty(PROPERTY, "");
    for (Backend backend : values()) {
      if (backend.name().equalsIgnoreCase(wanted)) {
        return backend;
      }
    }
    return LocalDocker.atUsualPlace().hasAll(List.of(POSTGRES_IMAGE, KAFKA_IMAGE))
        ? CONTAINERS
        : EMBEDDED;
  }
}
