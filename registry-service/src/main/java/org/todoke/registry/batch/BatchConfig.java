package org.todoke.registry.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the answers to batches are kept for those who send one again. */
@ConfigMapping(prefix = "todoke.batch")
public interface BatchConfig {

  /** Who sends a batch again later than this has it done anew. */
  @WithDefault("P7D")
  Duration keep();

  /** How often what is older is deleted. */
  @WithDefault("PT1H")
  Duration cleanEvery();
}
