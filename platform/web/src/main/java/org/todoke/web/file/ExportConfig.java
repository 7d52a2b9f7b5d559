package org.todoke.web.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is written to files. */
@ConfigMapping(prefix = "todoke.export")
public interface ExportConfig {

  /**
   * How many exports one instance writes at a time; whoever comes then is told to come back. Each
   * keeps a thread for as long as its reader takes and a connection for a moment at a time, so more
   * than half of the connections would be felt by everybody else. At least 1.
   */
  @WithDefault("4")
  int atOnce();
}
