package org.todoke.web;

import java.util.List;

/**
 * One fault of the input.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, or {@code query:<name>}, {@code
 *     header:<name>}, {@code path:<name>}
 * @param code stable and dotted; also the key of the message in the bundle
 * @param args what the message mentions
 */
public record Violation(String pointer, String code, List<Object> args) {

  public static Violation at(String pointer, String code, Object... args) {
    return new Violation(pointer, code, List.of(args));
  }
}
