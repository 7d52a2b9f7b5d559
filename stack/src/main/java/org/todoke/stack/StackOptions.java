package org.todoke.stack;

import java.nio.file.Path;

/**
 * How a stack is to run.
 *
 * @param root folder of the project, with the built modules below it
 * @param home where data, logs and secrets are kept
 * @param fresh whether what is kept there is dropped first
 * @param idp who issues the tokens
 * @param portOffset added to every usual port
 */
public record StackOptions(Path root, Path home, boolean fresh, Idp idp, int portOffset) {

  /** Who issues the tokens. */
  public enum Idp {
    /** Small, starts at once, has a login page without looks; for demonstration and tests only. */
    MOCK,
    /** The real thing. */
    KEYCLOAK
  }

  /** The usual stack of a checked-out project. */
  public static StackOptions in(Path root) {
    return new StackOptions(root, root.resolve(".todoke"), false, Idp.MOCK, 0);
  }

  public StackOptions freshly(boolean wanted) {
    return new StackOptions(root, home, wanted, idp, portOffset);
  }

  public StackOptions withIdp(Idp other) {
    return new StackOptions(root, home, fresh, other, portOffset);
  }

  public StackOptions keptIn(Path folder) {
    return new StackOptions(root, folder, fresh, idp, portOffset);
  }

  public StackOptions onPortsFrom(int offset) {
    return new StackOptions(root, home, fresh, idp, offset);
  }
}
