package org.todoke.notice.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How the changes of figures are added up. The figures are exact in any case. */
@ConfigMapping(prefix = "todoke.progress")
public interface ProgressConfig {

  /**
   * How often waiting changes are added to the counters, {@code off} for never (in this instance).
   * Seldom makes reading slower, because what waits is added up by each reader.
   */
  @WithDefault("1s")
  String foldEvery();

  /** So many changes at most in one transaction; small ones leave the database room to breathe. */
  @WithDefault("20000")
  @Min(1)
  @Max(1_000_000)
  int foldAtMost();
}
