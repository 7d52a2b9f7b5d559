package org.todoke.notice.deadline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many office days each tier is given from its own receipt on where the issuer says nothing. A
 * change holds for notices issued from then on.
 */
@ConfigMapping(prefix = "todoke.deadline")
public interface DeadlineConfig {

  Allowance allowance();

  /** By tier, the ones that pass on first. */
  interface Allowance {

    @WithDefault("3")
    @Min(1)
    @Max(Allowances.MAX)
    int prefecture();

    @WithDefault("5")
    @Min(1)
    @Max(Allowances.MAX)
    int municipality();

    @WithDefault("5")
    @Min(1)
    @Max(Allowances.MAX)
    int union();

    @WithDefault("5")
    @Min(1)
    @Max(Allowances.MAX)
    int association();

    @WithDefault("3")
    @Min(1)
    @Max(Allowances.MAX)
    int corporation();

    @WithDefault("10")
    @Min(1)
    @Max(Allowances.MAX)
    int establishment();
  }
}
