package org.todoke.gateway.routing;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.todoke.gateway.problem.Refused;

/** Tells a caller how a service failed, as far as that is the caller's business. */
final class UpstreamFailure {

  private UpstreamFailure() {}

  /**
   * @param connected whether a connection stood when it failed
   */
  static Refused of(Throwable failure, boolean connected) {
    if (failure instanceof ConnectionPoolTooBusyException) {
      return Refused.UPSTREAM_BUSY;
    }
    if (failure instanceof TimeoutException || failure instanceof ConnectTimeoutException) {
      return Refused.UPSTREAM_TIMEOUT;
    }
    if (failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || !connected) {
      return Refused.UPSTREAM_UNREACHABLE;
    }
    return Refused.UPSTREAM_BROKEN;
  }
}
