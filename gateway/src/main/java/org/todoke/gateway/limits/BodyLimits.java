package org.todoke.gateway.limits;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
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
  private final long max;
  private final List<Upload> uploads;

  private record Upload(HttpMethod method, Pattern path, long max) {

    static Upload of(GatewayConfig.Upload config) {
      return new Upload(
          HttpMethod.valueOf(config.method()),
          Pattern.compile(config.path()),
          config.max().asLongValue());
    }

    boolean covers(HttpServerRequest request) {
      return request.method().equals(method) && path.matcher(request.path()).matches();
    }
  }

  BodyLimits(GatewayConfig config, Problems problems) {
    this.problems = problems;
    this.max = config.bodies().max().asLongValue();
    this.uploads = config.bodies().uploads().values().stream().map(Upload::of).toList();
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, BEFORE_AUTHENTICATION);
  }

  /** In bytes; a body without an announced length is held to it while it streams. */
  public long of(HttpServerRequest request) {
    return uploads.stream()
        .filter(upload -> upload.covers(request))
        .mapToLong(Upload::max)
        .max()
        .orElse(max);
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
