package org.todoke.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How events from a topic are handled. */
@ConfigMapping(prefix = "todoke.inbox")
public interface InboxConfig {

  /** How often an event is tried by itself before its key is parked. */
  @WithDefault("3")
  @Min(1)
  @Max(100)
  int attempts();

  /** Pause before an event is tried again; doubles with every attempt. */
  @WithDefault("PT0.1S")
  Duration attemptPause();

  /** First pause when the database is away; doubles up to {@link #maxPause}. */
  @WithDefault("PT0.1S")
  Duration minPause();

  /** Longest pause between two tries while the database is away. */
  @WithDefault("PT5S")
  Duration maxPause();

  /** After so long without the database the channel stops; readiness and liveness say so. */
  @WithDefault("PT5M")
  Duration giveUpAfter();

  /**
   * How long a mark is kept. Must be longer than what is on the topics can come again: a record
   * read anew after its mark is gone is handled anew.
   */
  @WithDefault("P30D")
  Duration keep();

  /** How long the answer under an {@code Idempotency-Key} is kept. */
  @WithDefault("P7D")
  Duration keepIdempotencyKeys();

  /** How often what is older is deleted; {@code off} for never. */
  @WithDefault("1h")
  String cleanEvery();
}
