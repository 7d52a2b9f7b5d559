package org.todoke.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * How a stack is to run.
 *
 * @param root folder of the project, with the built modules below it
 * @param home where data, logs and secrets are kept
 * @param fresh whether what is kept there is dropped first
 * @param idp who issues the tokens
 * @param portOffset added to every usual port
 * @param sizing of its parts
 */
public record StackOptions(
    Path root, Path home, boolean fresh, Idp idp, int portOffset, Sizing sizing) {

  /** Who issues the tokens. */
  public enum Idp {
    /** Small, starts at once, has a login page without looks; for demonstration and tests only. */
    MOCK,
    /** The real thing. */
    KEYCLOAK
  }

  /** How much its parts may take. */
  public enum Sizing {
    /** Starts at once and takes little: for a look at the suite. */
    SMALL(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1"), List.of("shared_buffers=64MB")),
    /**
     * What the suite promises to do with, compiled as well as it can be, on a server set up for
     * data of this size that counts what each statement costs it: for measuring.
     */
    MEASURED(
        List.of("-Xmx512m"),
        List.of(
            "shared_buffers=1GB",
            "max_wal_size=4GB",
            "shared_preload_libraries=pg_stat_statements",
            "pg_stat_statements.track_planning=on",
            "track_io_timing=on"));

    private final List<String> serviceJvm;
    private final List<String> server;

    Sizing(List<String> serviceJvm, List<String> server) {
      this.serviceJvm = serviceJvm;
      this.server = server;
    }

    /** Options of the JVM of each service. */
    public List<String> serviceJvm() {
      return serviceJvm;
    }

    /** Settings of PostgreSQL, each as {@code name=value}. */
    public List<String> server() {
      return server;
    }
  }

  /** The usual stack of a checked-out project. */
  public static StackOptions in(Path root) {
    return new StackOptions(root, root.resolve(".todoke"), false, Idp.MOCK, 0, Sizing.SMALL);
  }

  public StackOptions freshly(boolean wanted) {
    return new StackOptions(root, home, wanted, idp, portOffset, sizing);
  }

  public StackOptions withIdp(Idp other) {
    return new StackOptions(root, home, fresh, other, portOffset, sizing);
  }

  public StackOptions keptIn(Path folder) {
    return new StackOptions(root, folder, fresh, idp, portOffset, sizing);
  }

  public StackOptions onPortsFrom(int offset) {
    return new StackOptions(root, home, fresh, idp, offset, sizing);
  }

  public StackOptions with(Sizing other) {
    return new StackOptions(root, home, fresh, idp, portOffset, other);
  }
}
