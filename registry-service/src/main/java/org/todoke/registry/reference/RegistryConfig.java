package org.todoke.registry.reference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is particular to the registry. */
@ConfigMapping(prefix = "todoke.registry")
public interface RegistryConfig {

  /**
   * Whether the invented associations, corporations and establishments of {@code docs/demo-data.md}
   * are loaded at start: for tests, development and the embedded stack. Switching it off later
   * takes nothing away again.
   */
  @WithDefault("false")
  boolean sample();
}
