package org.todoke.gateway.edge;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is written in the one way in which gateway and service cannot understand it
 * differently: two readings of one path are a way round any rule about paths.
 */
final class RequestForm {

  static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  /** Dot segments, empty segments, parameters of segments, and separators in disguise. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%(2e|2f|5c|3b|25|00)", Pattern.CASE_INSENSITIVE);

  private RequestForm() {}

  static boolean isClear(@Nullable String path) {
    return path != null && path.startsWith("/") && !AMBIGUOUS.matcher(path).find();
  }
}
