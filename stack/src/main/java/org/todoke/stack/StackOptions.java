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
 * @param jvm of each service
 */
public record StackOptions(
    Path root, Path home, boolean fresh, Idp idp, int portOffset, ServiceJvm jvm) {

  /** Who issues the tokens. */
  public enum Idp {
    /** Small, starts at once, has a login page without looks; for demonstration and tests only. */
    MOCK,
    /** The real thing. */
    KEYCLOAK
  }

  /** How the JVM of a service is set up. */
  public enum ServiceJvm {
    /** Starts at once and takes little: for a look at the suite. */
    SMALL("-Xmx192m", "-XX:TieredStopAtLevel=1"),
    /** What the suite promises to do with, compiled as well as it can be: for measuring. */
    MEASURED("-Xmx512m");

    private final List<String> options;

    ServiceJvm(String... options) {
      this.options = List.of(options);
    }

    public List<String> options() {
      return options;
    }
  }

  /** The usual stack of a checked-out project. */
  public static StackOptions in(Path root) {
    return new StackOptions(root, root.resolve(".todoke"), false, Idp.MOCK, 0, ServiceJvm.SMALL);
  }

  public StackOptions freshly(boolean wanted) {
    return new StackOptions(root, home, wanted, idp, portOffset, jvm);
  }

  public StackOptions withIdp(Idp other) {
    return new StackOptions(root, home, fresh, other, portOffset, jvm);
  }

  public StackOptions keptIn(Path folder) {
    return new StackOptions(root, folder, fresh, idp, portOffset, jvm);
  }

  public StackOptions onPortsFrom(int offset) {
    return new StackOptions(root, home, fresh, idp, offset, jvm);
  }

  public StackOptions with(ServiceJvm other) {
    return new StackOptions(root, home, fresh, idp, portOffset, other);
  }
}
