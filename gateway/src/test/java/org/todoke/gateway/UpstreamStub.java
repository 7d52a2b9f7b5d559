package org.todoke.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service as far as HTTP goes: it echoes what it got, and misbehaves where the last segment of
 * the path says so.
 */
final class UpstreamStub {

  private final String name;
  private final Vertx vertx;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bodyBytes = new AtomicLong();
  private final AtomicLong writtenBytes = new AtomicLong();
  private volatile String readiness = "up";
  private final HttpServer server;

  UpstreamStub(String name, Vertx vertx) {
    this.name = name;
    this.vertx = vertx;
    this.server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::answer)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    if (path.startsWith("/__")) {
      control(request);
      return;
    }
    if (path.equals("/q/health/ready")) {
      ready(request);
      return;
    }
    requests.incrementAndGet();
    HttpServerResponse response = request.response();
    response
        .putHeader("Server", "stub")
        .putHeader("X-Powered-By", "stub")
        .putHeader("Set-Cookie", "session=1")
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("X-Frame-Options", "ALLOWALL")
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("X-Correlation-Id", "made-up-by-the-service")
        .putHeader("ETag", "\"7\"");
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "slow" -> request.resume();
      case "deaf" -> request.pause();
      case "die" -> request.connection().close();
      case "cut" -> {
        response.putHeader("Content-Length", "1000").write("{\"items\":[");
        vertx.setTimer(50, t -> request.connection().close());
      }
      case "cut-chunked" -> {
        response.setChunked(true).write("{\"items\":[");
        vertx.setTimer(50, t -> request.connection().close());
      }
      case "stall" -> response.setChunked(true).write("{\"items\":[");
      case "trickle" -> trickle(response.setChunked(true), 8);
      case "created" ->
          response.setStatusCode(201).putHeader("Location", url() + "/v1/notices/7?x=1").end();
      case "elsewhere" ->
          response.setStatusCode(303).putHeader("Location", "https://example.jp/paper").end();
      case "empty" -> response.setStatusCode(204).end();
      case "unchanged" -> response.setStatusCode(304).end();
      case "refused" ->
          response
              .setStatusCode(409)
              .putHeader("Content-Type", "application/problem+json")
              .end("{\"code\":\"notice.not-a-draft\"}");
      case "broken" -> response.setStatusCode(500).end("{\"code\":\"internal\"}");
      case "big" -> big(response, Long.parseLong(request.getParam("size")));
      case "hop" ->
          response
              .putHeader("Connection", "X-Hop, keep-alive")
              .putHeader("X-Hop", "1")
              .putHeader("Keep-Alive", "timeout=5")
              .end("{}");
      default -> echo(request);
    }
  }

  private void echo(HttpServerRequest request) {
    MessageDigest digest = sha256();
    AtomicLong bytes = new AtomicLong();
    request.handler(
        part -> {
          bytes.addAndGet(part.length());
          bodyBytes.addAndGet(part.length());
          digest.update(part.getBytes());
        });
    request.endHandler(
        end -> {
          JsonObject headers = new JsonObject();
          request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(), h.getValue()));
          request
              .response()
              .putHeader("Content-Type", "application/json")
              .end(
                  new JsonObject()
                      .put("service", name)
                      .put("method", request.method().name())
                      .put("uri", request.uri())
                      .put("headers", headers)
                      .put("bytes", bytes.get())
                      .put("sha256", HexFormat.of().formatHex(digest.digest()))
                      .toBuffer());
        });
  }

  private void trickle(HttpServerResponse response, int left) {
    if (left == 0) {
      response.end("]");
      return;
    }
    response.write("[");
    vertx.setTimer(250, t -> trickle(response, left - 1));
  }

  private void big(HttpServerResponse response, long size) {
    response.putHeader("Content-Length", Long.toString(size));
    response.drainHandler(drained -> fill(response, size));
    fill(response, size);
  }

  private void fill(HttpServerResponse response, long size) {
    while (!response.closed() && !response.writeQueueFull() && writtenBytes.get() < size) {
      int part = (int) Math.min(64 * 1024, size - writtenBytes.get());
      writtenBytes.addAndGet(part);
      response.write(Buffer.buffer(new byte[part]));
    }
    if (writtenBytes.get() >= size && !response.ended()) {
      response.end();
    }
  }

  private void ready(HttpServerRequest request) {
    if (!readiness.equals("hang")) {
      request
          .response()
          .setStatusCode(readiness.equals("up") ? 200 : 503)
          .end("{\"status\":\"x\",\"checks\":[{\"name\":\"secret database on db-7\"}]}");
    }
  }

  /** How a test looks into the stub: it lives in another class loader. */
  private void control(HttpServerRequest request) {
    switch (request.path()) {
      case "/__requests" -> request.response().end(Long.toString(requests.get()));
      case "/__bytes" -> request.response().end(Long.toString(bodyBytes.get()));
      case "/__written" -> request.response().end(Long.toString(writtenBytes.get()));
      case "/__reset" -> {
        requests.set(0);
        bodyBytes.set(0);
        writtenBytes.set(0);
        readiness = "up";
        request.response().end();
      }
      default -> {
        readiness = request.path().substring("/__ready/".length());
        request.response().end();
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
