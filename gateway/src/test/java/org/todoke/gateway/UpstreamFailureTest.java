package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The patience of the gateway under test is one second. */
@GatewayTest
class UpstreamFailureTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/nowhere,502,upstream.unreachable",
    "/v1/notices/die,502,upstream.broken",
    "/v1/notices/slow,504,upstream.timeout"
  })
  void serviceThatDoesNotAnswerIsReportedWithAHintWhenToTryAgain(
      String path, int status, String code) {
    HttpResponse<String> response = Client.get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(response.headers().firstValueAsLong("retry-after").orElseThrow()).isPositive();
    assertThat(Client.json(response).path("code").asText()).isEqualTo(code);
    assertThat(response.body())
        .doesNotContain("Exception")
        .doesNotContain("127.0.0.1")
        .doesNotContain("io.vertx");
  }

  @Test
  void slowServiceIsGivenUpAlsoWhileABodyWaits() {
    HttpResponse<String> response =
        Client.send(
            Client.request("/v1/notices/deaf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1024 * 1024])));

    assertThat(response.statusCode()).isEqualTo(504);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/notices/cut", "/v1/notices/cut-chunked", "/v1/notices/stall"})
  void halfAnAnswerIsNeverTakenForAWholeOne(String path) {
    assertThatThrownBy(() -> Client.trySend(Client.request(path))).isInstanceOf(IOException.class);
  }

  @Test
  void slowAnswerThatKeepsMovingIsWaitedFor() {
    HttpResponse<String> response = Client.get("/v1/notices/trickle");

    assertThat(response.body()).isEqualTo("[[[[[[[[]");
  }

  @Test
  void callerThatStopsInTheMiddleIsTheOneToBlame() throws IOException {
    try (Socket socket = Client.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /v1/notices HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 100\r\n\r\n{"
              .formatted(Client.token())
              .getBytes(StandardCharsets.ISO_8859_1));

      assertThat(Client.readUntil(socket, "}"))
          .startsWith("HTTP/1.1 408 ")
          .contains("request.timeout");
    }
  }

  @Test
  void faultOfAServiceIsPassedOnAsItTellsIt() {
    HttpResponse<String> response = Client.get("/v1/notices/broken");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"code\":\"internal\"}");
  }

  @Test
  void oneBrokenServiceLeavesTheOthersAlone() {
    assertThat(Client.get("/v1/notices/die").statusCode()).isEqualTo(502);
    assertThat(Client.get("/v1/notices/7").statusCode()).isEqualTo(200);
    assertThat(Client.get("/v1/checklists").statusCode()).isEqualTo(200);
  }
}
