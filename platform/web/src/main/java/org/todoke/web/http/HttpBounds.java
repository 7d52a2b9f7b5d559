package org.todoke.web.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds that the framework has no setting for. */
@ConfigMapping(prefix = "todoke.http")
public interface HttpBounds {

  /**
   * How large a JSON body may be. What is larger is refused with 413; more than {@code
   * quarkus.http.limits.max-body-size} has no effect.
   */
  @WithDefault("1M")
  MemorySize jsonBodySize();
}
