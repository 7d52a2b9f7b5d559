package org.todoke.stack.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * The import API as far as HTTP goes: it takes one run from state to state. A refusal put in its
 * way is the answer to the next request instead.
 */
public final class ImportApi implements AutoCloseable {

  private static final String ROWS =
      "\"rows\":{\"read\":5392,\"accepted\":4000,\"repaired\":1000,\"warned\":390,\"rejected\":2}";

  private final HttpServer server;
  private final List<String> seen = new ArrayList<>();
  private final Deque<String> inTheWay = new ArrayDeque<>();
  private String state = "created";
  private int looks;
  private String failure = "";
  private String sha256 = "";
  private String created = "";

  public ImportApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers a problem once, in the place of what was asked. */
  public ImportApi inTheWay(int status, String code, String detail) {
    inTheWay.add(status + " {\"code\":\"%s\",\"detail\":\"%s\"}".formatted(code, detail));
    return this;
  }

  /** The file will turn out to be none. */
  public ImportApi failing(String detail) {
    failure = detail;
    return this;
  }

  /** Methods and paths in the order in which they were asked for, looks at the run left out. */
  public synchronized List<String> asked() {
    return List.copyOf(seen);
  }

  public synchronized String sha256() {
    return sha256;
  }

  /** The body with which the run was asked for. */
  public synchronized String created() {
    return created;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    byte[] body = read(exchange);
    if (!inTheWay.isEmpty()) {
      String[] refusal = inTheWay.remove().split(" ", 2);
      send(exchange, Integer.parseInt(refusal[0]), refusal[1]);
      return;
    }
    if (!asked.equals("GET /v1/imports/7")) {
      seen.add(asked);
    }
    switch (asked) {
      case "POST /v1/imports" -> {
        created = new String(body, StandardCharsets.UTF_8);
        send(exchange, 201, run());
      }
      case "PUT /v1/imports/7/file" -> {
        state = failure.isEmpty() ? "read" : "failed";
        send(exchange, 200, run());
      }
      case "GET /v1/imports/7/preview" ->
          send(
              exchange,
              200,
              "{\"corporation\":{\"create\":3,\"change\":0,\"unchanged\":1,\"keep\":0},"
                  + "\"establishment\":{\"create\":1204,\"change\":7,\"unchanged\":1,\"keep\":0,\"notListed\":2}}");
      case "POST /v1/imports/7/application" -> {
        state = "applying";
        looks = 0;
        send(exchange, 202, run());
      }
      case "POST /v1/imports/7/cancellation" -> {
        state = "cancelled";
        send(exchange, 200, run());
      }
      case "GET /v1/imports/7" -> {
        if (state.equals("applying") && ++looks > 2) {
          state = "applied";
        }
        send(exchange, 200, run());
      }
      default -> send(exchange, 404, "{\"code\":\"request.no-such-path\"}");
    }
  }

  private byte[] read(HttpExchange exchange) throws IOException {
    MessageDigest digest = sha();
    try (InputStream in = new DigestInputStream(exchange.getRequestBody(), digest)) {
      byte[] body = in.readAllBytes();
      if (exchange.getRequestMethod().equals("PUT")) {
        sha256 = HexFormat.of().formatHex(digest.digest());
      }
      return body;
    }
  }

  private String run() {
    return """
        {"id":"7","state":"%s","format":"mhlw-open-data","encoding":"UTF-8",%s,
         "progress":{"done":%d,"total":1215},
         "effects":{"corporation":{"created":3,"changed":0},
                    "establishment":{"created":1204,"changed":7,"notListed":2}}%s}
        """
        .formatted(
            state,
            ROWS,
            Math.min(1215, 500 * looks),
            state.equals("failed")
                ? ",\"failure\":{\"code\":\"file.binary\",\"detail\":\"" + failure + "\"}"
                : "");
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
