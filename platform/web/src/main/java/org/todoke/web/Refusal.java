package org.todoke.web;

import java.util.List;

/**
 * A request that the domain refuses. The one exception family of the suite: only {@code
 * platform/web} knows which HTTP status each kind has, and looks the text up by code in {@code
 * problems_ja.properties} and {@code problems_en.properties} on the class path.
 */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, in terms of the caller. */
  public enum Kind {
    /** 400: the request cannot be understood. */
    MALFORMED,
    /** 403: the caller's role or organisation may not do this at all. */
    FORBIDDEN,
    /** 404: it does not exist, or the caller may not know that it does. */
    NOT_FOUND,
    /** 409: the present state does not allow it. */
    CONFLICT,
    /** 412: it was changed since the caller read it. */
    STALE,
    /** 413: larger than the bound. */
    TOO_LARGE,
    /** 422: understood, and wrong; {@link #violations()} says where. */
    INVALID,
    /** 428: it can only be changed by somebody who says which version was read. */
    PRECONDITION_REQUIRED,
    /** 503: something that it needs is away; the same request may succeed later. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;
  private final transient List<Object> args;
  private final transient List<Violation> violations;

  public Refusal(Kind kind, String code, List<Object> args, List<Violation> violations) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.args = List.copyOf(args);
    this.violations = List.copyOf(violations);
  }

  public static Refusal notFound(String code, Object... args) {
    return new Refusal(Kind.NOT_FOUND, code, List.of(args), List.of());
  }

  public static Refusal conflict(String code, Object... args) {
    return new Refusal(Kind.CONFLICT, code, List.of(args), List.of());
  }

  public static Refusal forbidden(String code, Object... args) {
    return new Refusal(Kind.FORBIDDEN, code, List.of(args), List.of());
  }

  public static Refusal stale() {
    return new Refusal(Kind.STALE, "request.stale", List.of(), List.of());
  }

  public static Refusal malformed(Violation... violations) {
    return new Refusal(Kind.MALFORMED, "request.malformed", List.of(), List.of(violations));
  }

  public static Refusal preconditionRequired() {
    return new Refusal(
        Kind.PRECONDITION_REQUIRED, "request.precondition-required", List.of(), List.of());
  }

  public static Refusal invalid(List<Violation> violations) {
    return new Refusal(Kind.INVALID, "request.invalid", List.of(), violations);
  }

  public static Refusal invalid(Violation... violations) {
    return invalid(List.of(violations));
  }

  public Kind kind() {
    return kind;
  }

  /** Stable and dotted, for example {@code forwarding.already-forwarded}. */
  public String code() {
    return code;
  }

  public List<Object> args() {
    return args;
  }

  public List<Violation> violations() {
    return violations;
  }
}
