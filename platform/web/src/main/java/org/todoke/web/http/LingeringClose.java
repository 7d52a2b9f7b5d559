package org.todoke.web.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends a connection whose request was refused before it was read. Closing at once would reset the
 * connection under a caller who still sends, and the answer would be lost with it; so the rest is
 * thrown away for a while first.
 */
public final class LingeringClose {

  private static final long PATIENCE_MILLIS = 10_000;

  private LingeringClose() {}

  /** Must be called before the answer is written. */
  public static void arrange(RoutingContext request) {
    HttpServerRequest incoming = request.request();
    HttpConnection connection = incoming.connection();
    request.response().putHeader("Connection", "close");
    if (incoming.isEnded()) {
      return;
    }
    long timer = request.vertx().setTimer(PATIENCE_MILLIS, t -> connection.close());
    incoming.handler(ignored -> {});
    incoming.exceptionHandler(ignored -> request.vertx().cancelTimer(timer));
    incoming.endHandler(
        ended -> {
          request.vertx().cancelTimer(timer);
          connection.close();
        });
    incoming.resume();
  }
}
