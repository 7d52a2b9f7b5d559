package org.todoke.gateway.problem;

import java.util.List;

/** Every reason for which the gateway itself answers instead of a service. */
public record Refused(int status, String code, List<Object> args, int retryAfterSeconds) {

  private static final int SOON = 2;

  public static final Refused UNAUTHENTICATED = of(401, "actor.unauthenticated");
  public static final Refused TOKEN_REFUSED = of(401, "actor.token-refused");
  public static final Refused ORGANIZATION_MISSING = of(403, "actor.organization-missing");
  public static final Refused FORBIDDEN = of(403, "actor.forbidden");
  public static final Refused MALFORMED = of(400, "request.malformed");
  public static final Refused PATH_MALFORMED = of(400, "request.path-malformed");
  public static final Refused NO_SUCH_PATH = of(404, "request.no-such-path");
  public static final Refused METHOD_NOT_ALLOWED = of(405, "request.method-not-allowed");
  public static final Refused CALLER_TOO_SLOW = of(408, "request.timeout");
  public static final Refused INTERNAL = of(500, "internal");
  public static final Refused UPSTREAM_UNREACHABLE = later(502, "upstream.unreachable");
  public static final Refused UPSTREAM_BROKEN = later(502, "upstream.broken");
  public static final Refused UPSTREAM_BUSY = later(503, "upstream.busy");
  public static final Refused UPSTREAM_TIMEOUT = later(504, "upstream.timeout");
  public static final Refused IDENTITY_UNAVAILABLE = later(503, "identity.unavailable");

  public Refused {
    args = List.copyOf(args);
  }

  /** All there are, so that a test can ask for their texts. */
  static List<Refused> all() {
    return List.of(
        UNAUTHENTICATED,
        TOKEN_REFUSED,
        ORGANIZATION_MISSING,
        FORBIDDEN,
        MALFORMED,
        PATH_MALFORMED,
        NO_SUCH_PATH,
        METHOD_NOT_ALLOWED,
        CALLER_TOO_SLOW,
        INTERNAL,
        UPSTREAM_UNREACHABLE,
        UPSTREAM_BROKEN,
        UPSTREAM_BUSY,
        UPSTREAM_TIMEOUT,
        IDENTITY_UNAVAILABLE,
        tooLarge(1),
        tooOften(1));
  }

  /**
   * @param bytes what would have been taken
   */
  public static Refused tooLarge(long bytes) {
    long mebi = 1024 * 1024;
    String bound = bytes % mebi == 0 ? bytes / mebi + " MiB" : bytes + " B";
    return new Refused(413, "request.too-large", List.of(bound), 0);
  }

  public static Refused tooOften(int retryAfterSeconds) {
    return new Refused(429, "request.too-often", List.of(retryAfterSeconds), retryAfterSeconds);
  }

  private static Refused of(int status, String code) {
    return new Refused(status, code, List.of(), 0);
  }

  private static Refused later(int status, String code) {
    return new Refused(status, code, List.of(), SOON);
  }
}
