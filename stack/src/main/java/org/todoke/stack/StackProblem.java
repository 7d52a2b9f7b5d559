package org.todoke.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the stack cannot start or go on, as a stable key with its arguments; the command line puts it
 * into the reader's language.
 */
public final class StackProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  public StackProblem(String key, Object... arguments) {
    this(null, key, arguments);
  }

  public StackProblem(@Nullable Throwable cause, String key, Object... arguments) {
    super(key + " " + List.of(arguments), cause);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
