package org.todoke.web.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

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
    // Both must be over, whichever comes first: the answer written and the request read.
    AtomicInteger open = new AtomicInteger(2);
    long timer = request.vertx().setTimer(PATIENCE_MILLIS, late -> connection.close());
    Runnable over =
        () -> {
          if (open.decrementAndGet() == 0) {
            request.vertx().cancelTimer(timer);
            connection.close();
          }
        };
    request.addEndHandler(answered -> over.run());
    try {
      incoming.handler(ignored -> {});
      incoming.exceptionHandler(ignored -> {});
      incoming.endHandler(read -> over.run());
      incoming.resume();
    } catch (IllegalStateException alreadyRead) {
      over.run();
    }
  }
}
