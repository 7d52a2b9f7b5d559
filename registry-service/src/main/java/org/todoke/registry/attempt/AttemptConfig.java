package org.todoke.registry.attempt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** How organisations are told over other channels than the inbox. */
@ConfigMapping(prefix = "todoke.attempts")
public interface AttemptConfig {

  /** How often it is looked for what is to be sent, {@code off} for never (in this instance). */
  @WithDefault("10s")
  String every();

  /** So many are taken, sent beside each other and recorded at once. */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int atOnce();

  /** What has not been taken by then counts as not sent, and is tried again. */
  @WithDefault("PT30S")
  Duration timeout();

  /** How long is waited after each failure that may pass; after as many the channel is given up. */
  @WithDefault("PT1M,PT5M,PT15M,PT1H,PT4H,PT12H")
  @Size(min = 1, max = 20)
  List<Duration> waits();

  /**
   * Whoever has been at it for longer counts as gone. Longer than sending and recording can take,
   * or two would send the same.
   */
  default Duration lease() {
    return timeout().multipliedBy(2).plusMinutes(1);
  }
}
