package org.todoke.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.todoke.gateway.problem.Problems;
import org.todoke.gateway.problem.Refused;

/** One request on its way to a service and the answer on its way back. */
final class Exchange implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Exchange.class);

  private final RoutingContext context;
  private final Upstream upstream;
  private final Problems problems;
  private final Duration patience;
  private final long bound;
  private final Progress progress = new Progress();

  private @Nullable WatchedStream body;
  private @Nullable HttpClientRequest sent;
  private @Nullable Refused stalled;
  private boolean ownAnswer;
  private boolean over;

  Exchange(
      RoutingContext context, Upstream upstream, Problems problems, Duration patience, long bound) {
    this.context = context;
    this.upstream = upstream;
    this.problems = problems;
    this.patience = patience;
    this.bound = bound;
  }

  Future<HttpClientRequest> connect(HttpClient client, Duration connectTimeout) {
    RequestOptions options =
        new RequestOptions()
            .setHost(upstream.host())
            .setPort(upstream.port())
            .setSsl(upstream.tls())
            .setConnectTimeout(connectTimeout.toMillis());
    return client
        .request(options)
        .onSuccess(
            request -> {
              sent = request;
              // What goes wrong reaches the caller through the response; without this it would be
              // logged as an error also when it is the caller who went away.
              request.exceptionHandler(failure -> LOG.debug("exchange broken off", failure));
              progress.touch();
            });
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
    HttpServerRequest request = context.request();
    String correlationId = String.valueOf(context.<String>get(Problems.CORRELATION_ID));
    RequestHeaders.prepare(proxy.request().headers(), request, correlationId);
    WatchedStream watched = new WatchedStream(request, bound, progress);
    body = watched;
    proxy.request().setBody(Body.body(watched, proxy.request().getBody().length()));
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      // Everything that could refuse the request without its body has been asked by now.
      request.response().writeContinue();
    }
    context.addEndHandler(ended -> over = true);
    watch();
    return proxy.sendRequest().recover(failure -> refuse(proxy, failure));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext proxy) {
    ProxyResponse response = proxy.response();
    if (!ownAnswer) {
      progress.touch();
      ResponseHeaders.prepare(response.headers(), upstream);
      passBody(response);
    }
    return proxy.sendResponse();
  }

  private void passBody(ProxyResponse response) {
    Body answer = response.getBody();
    if (answer == null || context.request().method() == HttpMethod.HEAD) {
      return;
    }
    if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
      // Has no body by definition; announced as chunked it would spoil the connection.
      answer.stream().resume();
      response.setBody(null);
      return;
    }
    response.setBody(
        Body.body(new WatchedStream(answer.stream(), Long.MAX_VALUE, progress), answer.length()));
  }

  private Future<ProxyResponse> refuse(ProxyContext proxy, Throwable failure) {
    Refused refused = reason(failure);
    if (refused.status() >= 500) {
      LOG.warnf("%s: %s (%s)", upstream.name(), refused.code(), failure);
    }
    ownAnswer = true;
    ProxyResponse response = proxy.request().release().response();
    Buffer problem = problems.write(context, refused, response.headers());
    return Future.succeededFuture(
        response.setStatusCode(refused.status()).setBody(Body.body(problem)));
  }

  private Refused reason(Throwable failure) {
    if (body != null && body.isTooLong()) {
      return Refused.tooLarge(bound);
    }
    if (stalled != null) {
      return stalled;
    }
    return UpstreamFailure.of(failure, sent != null);
  }

  /** Looks again when the time would be up if nothing had moved since. */
  private void watch() {
    long leftMillis = Math.max(1, patience.toMillis() - progress.idleNanos() / 1_000_000);
    context.vertx().setTimer(leftMillis, timer -> look());
  }

  private void look() {
    if (over || context.response().closed()) {
      return;
    }
    if (progress.idleNanos() < patience.toNanos()) {
      watch();
      return;
    }
    boolean callerIsSlow = body != null && body.awaitsSender();
    stalled = callerIsSlow ? Refused.CALLER_TOO_SLOW : Refused.UPSTREAM_TIMEOUT;
    if (context.response().headWritten()) {
      // Half an answer is out: only a broken connection tells that it is not the whole.
      LOG.warnf("%s: the answer stopped in the middle", upstream.name());
      context.response().reset();
    }
    if (sent != null) {
      sent.reset();
    }
  }
}
