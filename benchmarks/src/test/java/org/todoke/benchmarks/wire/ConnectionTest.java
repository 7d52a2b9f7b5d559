package org.todoke.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  private static final String LONG = "届".repeat(20_000);

  private final List<String> heard = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/counted", exchange -> answer(exchange, 200, LONG, LONG.length() * 3L));
    server.createContext("/chunked", exchange -> answer(exchange, 200, LONG, 0));
    server.createContext("/nothing", exchange -> answer(exchange, 204, "", -1));
    server.createContext("/refused", exchange -> answer(exchange, 409, "{\"code\":\"no\"}", 13));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, int status, String body, long length)
      throws IOException {
    heard.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("Idempotency-Key")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            + " "
            + exchange.getRemoteAddress().getPort());
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  @Test
  void answersAreReadToTheirEndHoweverTheirLengthIsTold() throws IOException {
    try (Connection connection = connection()) {
      for (String path : List.of("/counted", "/chunked", "/counted")) {
        Answer answer = connection.send("GET", path, "t", null, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(LONG);
      }
      assertThat(connection.send("POST", "/nothing", "t", null, null).status()).isEqualTo(204);
    }
    assertThat(heard.stream().map(line -> line.replaceAll(".* ", "")).distinct())
        .as("the same connection for all")
        .hasSize(1);
  }

  @Test
  void requestCarriesTokenKeyAndBody() throws IOException {
    try (Connection connection = connection()) {
      Answer answer =
          connection.send(
              "POST", "/refused?a=1", "tok", "{\"b\":2}".getBytes(StandardCharsets.UTF_8), "k-1");

      assertThat(heard.get(0)).startsWith("POST /refused?a=1 Bearer tok k-1 {\"b\":2} ");
      assertThat(answer.isGood()).isFalse();
      assertThatThrownBy(answer::json).hasMessageContaining("409").hasMessageContaining("no");
    }
  }

  @Test
  void whereNobodyListensThereIsNoAnswer() {
    server.stop(0);

    try (Connection connection = connection()) {
      assertThatThrownBy(() -> connection.send("GET", "/counted", "t", null, null))
          .isInstanceOf(IOException.class);
    }
  }

  private Connection connection() {
    return new Connection(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }
}
