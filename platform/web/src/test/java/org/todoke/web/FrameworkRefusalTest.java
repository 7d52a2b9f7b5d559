package org.todoke.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrameworkRefusalTest extends WebTest {

  @TestHTTPResource("/")
  URI root;

  @Test
  void refusalsOfTheFrameworkAreProblemsToo() {
    assertProblem(asCity().get("/v1/nothing"), 404, "request.no-such-path");
    assertProblem(asCity().delete("/v1/things"), 405, "request.method-not-allowed");
    assertProblem(asCity().accept("text/html").get("/v1/things"), 406, "request.not-acceptable");
    assertProblem(
        asCity().contentType("text/plain").body("x").post("/v1/things"), 415, "request.media-type");
  }

  /** What is not even HTTP never gets as far as our answers; it must not get any further either. */
  @Test
  void whatIsNotHttpIsRefusedWithoutAWord() throws Exception {
    assertThat(raw("GET /v1/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("content-length: 0");
    assertThat(raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .contains(" 414 ")
        .contains("content-length: 0");
    assertThat(raw("GET / HTTP/1.1\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
        .contains(" 431 ")
        .contains("content-length: 0");
  }

  @Test
  void problemSaysWhatItIs() {
    Response answer =
        asCity().header("X-Correlation-Id", "abcd-1234").get("/v1/faults/nix?secret=1");

    assertThat(answer.jsonPath().getMap("").keySet())
        .hasToString("[type, title, status, detail, instance, code, correlationId]");
    assertThat(answer.jsonPath().getString("title")).isEqualTo("見つかりません");
    assertThat(answer.jsonPath().getString("detail")).isEqualTo("「nix」というものはありません。");
    assertThat(answer.jsonPath().getString("instance")).isEqualTo("/v1/faults/nix");
    assertThat(answer.jsonPath().getString("correlationId")).isEqualTo("abcd-1234");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
  }

  @Test
  void languageIsTheCallers() {
    assertLanguage(asCity(), "ja", "「nix」というものはありません。");
    assertLanguage(asCity().header("Accept-Language", "ja"), "ja", "「nix」というものはありません。");
    assertLanguage(
        asCity().header("Accept-Language", "en-US,ja;q=0.5"), "en", "There is no thing \"nix\".");
    assertLanguage(asCity().header("Accept-Language", "fr"), "ja", "「nix」というものはありません。");
  }

  @Test
  void languageIsTheCallersAlsoOutsideOfAnyResource() {
    Response answer = given().header("Accept-Language", "en").get("/v1/things");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.header("Content-Language")).isEqualTo("en");
    assertThat(answer.jsonPath().getString("detail")).isEqualTo("An access token is required.");
  }

  @Test
  void violationsAreInTheLanguageOfTheCaller() {
    Response answer =
        json(asCity().header("Accept-Language", "en"), "{\"name\": \"\", \"count\": 1}")
            .post("/v1/things");

    assertThat(answer.jsonPath().getList("violations.message", String.class))
        .containsExactly("Must not be blank.");
  }

  @Test
  void correlationIdComesBackOnEveryAnswer() {
    assertThat(asCity().header("X-Correlation-Id", "abcd-1234").get("/v1/things"))
        .extracting(answer -> answer.header("X-Correlation-Id"))
        .isEqualTo("abcd-1234");
    assertThat(given().header("X-Correlation-Id", "abcd-1234").get("/v1/things"))
        .extracting(answer -> answer.header("X-Correlation-Id"))
        .isEqualTo("abcd-1234");
    assertThat(asCity().get("/v1/things").header("X-Correlation-Id")).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "has space in it", "{evil:json}"})
  void unfitCorrelationIdIsReplaced(String sent) {
    assertThat(
            asCity().header("X-Correlation-Id", sent).get("/v1/things").header("X-Correlation-Id"))
        .hasSize(36);
  }

  /** A body that nobody reads must not block the connection for what comes after it. */
  @Test
  void connectionSurvivesARefusalWithAnUnreadBody() {
    String body = "x".repeat(900_000);
    for (int i = 0; i < 3; i++) {
      assertThat(given().contentType("text/plain").body(body).post("/v1/things").statusCode())
          .isEqualTo(401);
      assertThat(asCity().contentType("text/plain").body(body).post("/v1/nothing").statusCode())
          .isEqualTo(404);
      assertThat(asCity().contentType("text/plain").body(body).post("/v1/things").statusCode())
          .isEqualTo(415);
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertLanguage(RequestSpecification request, String language, String detail) {
    Response answer = request.get("/v1/faults/nix");
    assertThat(answer.header("Content-Language")).isEqualTo(language);
    assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
  }

  private static void assertProblem(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    assertThat(answer.jsonPath().getString("detail")).isNotBlank().isNotEqualTo(code);
  }
}
