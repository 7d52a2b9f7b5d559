package org.todoke.gateway.limits;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.todoke.gateway.GatewayConfig;
import org.todoke.gateway.problem.Problems;
import org.todoke.gateway.problem.Refused;

/** How large a body may be, and the refusal of one that announces more. */
@ApplicationScoped
public class BodyLimits {

  /** Before authentication (200): nothing need be known of the caller to refuse it. */
  private static final int BEFORE_AUTHENTICATION = 9_000;

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final Problems problems;
  private final Pattern uploads;
  private final long max;
  private final long maxUpload;

  BodyLimits(GatewayConfig config, Problems problems) {
    this.problems = problems;
    this.uploads = Pattern.compile(config.bodies().uploads());
    this.max = config.bodies().max().asLongValue();
    this.maxUpload = config.bodies().maxUpload().asLongValue();
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, BEFORE_AUTHENTICATION);
  }

  /** In bytes; a body without an announced length is held to it while it streams. */
  public long of(HttpServerRequest request) {
    boolean upload =
        request.method() == HttpMethod.POST && uploads.matcher(request.path()).matches();
    return upload ? maxUpload : max;
  }

  private void check(RoutingContext context) {
    String announced = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH.toString());
    if (announced == null) {
      context.next();
    } else if (!LENGTH.matcher(announced).matches()) {
      problems.answer(context, Refused.MALFORMED);
    } else if (Long.parseLong(announced) > of(context.request())) {
      problems.answer(context, Refused.tooLarge(of(context.request())));
    } else {
      context.next();
    }
  }
}
