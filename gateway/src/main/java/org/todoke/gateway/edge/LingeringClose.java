package org.todoke.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends a connection whose request was answered before it was read. Closing at once would reset the
 * connection under a caller who still sends, and the answer would be lost with it; so the rest is
 * thrown away for a while first.
 */
final class LingeringClose {

  private static final long PATIENCE_MILLIS = 5_000;

  private LingeringClose() {}

  /** Whether a body was announced that nobody has read to its end. */
  static boolean isDue(HttpServerRequest request) {
    if (request.isEnded()) {
      return false;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !"0".equals(length);
  }

  static void afterAnswer(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isDue(request) || context.response().closed()) {
      return;
    }
    long timer = context.vertx().setTimer(PATIENCE_MILLIS, late -> request.connection().close());
    request.handler(ignored -> {});
    request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
    request.endHandler(
        read -> {
          context.vertx().cancelTimer(timer);
          request.connection().close();
        });
    request.resume();
  }
}
