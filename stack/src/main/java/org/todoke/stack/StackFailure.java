package org.todoke.stack;

import java.util.List;

/** Something that keeps the stack from running, to be told in one line. */
final class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final List<String> arguments;

  StackFailure(String key, String... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** In the language of the person at the terminal. */
  String inWords() {
    return Messages.text(key, arguments.toArray());
  }
}
