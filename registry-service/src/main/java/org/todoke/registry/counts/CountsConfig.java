package org.todoke.registry.counts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the counts of establishments are kept. */
@ConfigMapping(prefix = "todoke.counts")
public interface CountsConfig {

  /**
   * How often the changes that statements left behind are folded into one row for each place and
   * service. Counts are exact at any time; the longer it takes, the more rows a reader adds up.
   */
  @WithDefault("PT1M")
  Duration foldEvery();

  /** How many places and services are folded in one transaction. */
  @WithDefault("20000")
  int foldAtMost();
}
