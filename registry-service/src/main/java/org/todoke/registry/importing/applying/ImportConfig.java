package org.todoke.registry.importing.applying;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How imports are applied. */
@ConfigMapping(prefix = "todoke.import")
public interface ImportConfig {

  /**
   * Organisations that one transaction brings in. Fewer let the relay begin earlier and lose less
   * to a crash; more cost fewer plans.
   */
  @WithDefault("20000")
  @Min(1)
  @Max(100000)
  int stretch();
}
