package org.todoke.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.todoke.gateway.GatewayConfig;
import org.todoke.gateway.caller.Caller;
import org.todoke.gateway.problem.Problems;
import org.todoke.gateway.problem.Refused;

/**
 * Lets a caller ask so often and no more: by organisation and subject once a token is checked, by
 * remote address before. A good token is never held up by those who share its address.
 */
@ApplicationScoped
public class RateLimits {

  /** Behind authentication (200), which says whom to count, and before authorisation (100). */
  private static final int AFTER_AUTHENTICATION = 150;

  private static final String VERDICT = "todoke.rate-verdict";

  private final Problems problems;
  private final RateLimiter clients;
  private final RateLimiter anonymous;

  RateLimits(GatewayConfig config, Problems problems, MeterRegistry metrics) {
    GatewayConfig.Rates rates = config.rates();
    this.problems = problems;
    this.clients =
        new RateLimiter("client", rates.client(), rates.tracked(), TimeMeter.SYSTEM_NANOTIME);
    this.anonymous =
        new RateLimiter("anonymous", rates.anonymous(), rates.tracked(), TimeMeter.SYSTEM_NANOTIME);
    for (RateLimiter each : new RateLimiter[] {clients, anonymous}) {
      Gauge.builder("todoke.gateway.rate.tracked", each, RateLimiter::remembered)
          .tag("limit", each.name())
          .register(metrics);
    }
  }

  void install(@Observes Filters filters) {
    filters.register(this::count, AFTER_AUTHENTICATION);
  }

  private void count(RoutingContext request) {
    SecurityIdentity identity =
        request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    Caller caller = identity == null ? null : Caller.of(identity).orElse(null);
    boolean allowed;
    if (caller == null) {
      allowed = takeAnonymous(request);
    } else {
      request.put(Caller.class.getName(), caller);
      allowed = take(clients, caller.organization().value() + ' ' + caller.subject(), request);
    }
    if (allowed) {
      request.next();
    } else {
      problems.answer(request, tooOften(request));
    }
  }

  /** Counts a request that brought no good token; false where it was one too many. */
  public boolean takeAnonymous(RoutingContext request) {
    return take(anonymous, RemoteAddress.key(request.request().remoteAddress()), request);
  }

  /** What to answer after a verdict of false. */
  public Refused tooOften(RoutingContext request) {
    RateLimiter.@Nullable Verdict verdict = request.get(VERDICT);
    return Refused.tooOften(verdict == null ? 1 : Math.max(1, (int) verdict.waitSeconds()));
  }

  private static boolean take(RateLimiter limiter, String key, RoutingContext request) {
    RateLimiter.Verdict verdict = limiter.take(key);
    request.put(VERDICT, verdict);
    request.addHeadersEndHandler(written -> tell(limiter, verdict, request.response().headers()));
    return verdict.allowed();
  }

  /** The structured fields of the IETF draft; nothing in them is secret. */
  private static void tell(RateLimiter limiter, RateLimiter.Verdict verdict, MultiMap headers) {
    headers.set(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d"
            .formatted(limiter.name(), limiter.allowance(), limiter.per().toSeconds()));
    headers.set(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(
                limiter.name(),
                verdict.remaining(),
                verdict.allowed() ? verdict.fullSeconds() : verdict.waitSeconds()));
  }
}
