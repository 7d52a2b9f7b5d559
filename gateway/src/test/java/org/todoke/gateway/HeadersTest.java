package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class HeadersTest {

  private static String ask(String extra) {
    return "GET /v1/notices/7 HTTP/1.1\nHost: todoke.example.jp\nAuthorization: Bearer %s\n%s\n\n"
        .formatted(Client.token(), extra);
  }

  private static JsonNode seenFrom(String answer) {
    return Client.json(answer.substring(answer.indexOf("\r\n\r\n") + 4)).path("headers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 203.0.113.9",
        "X-Forwarded-Prefix: /admin",
        "X-Forwarded-Port: 1",
        "Forwarded: for=203.0.113.9",
        "X-Real-IP: 203.0.113.9",
        "X-HTTP-Method-Override: DELETE",
        "X-Original-URL: /v1/operations",
        "X-Todoke-Org: go:mhlw",
        "X_Forwarded_For: 203.0.113.9",
        "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "baggage: a=b",
        "Cookie: session=1",
        "Proxy-Authorization: Basic x",
        "Upgrade: h2c",
        "TE: trailers",
        "X-Correlation-Id: chosen-by-the-caller"
      })
  void headerThatOnlyTheGatewayMaySayIsNotPassedOn(String header) {
    String name = header.substring(0, header.indexOf(':')).toLowerCase();
    String value = header.substring(header.indexOf(':') + 2);

    JsonNode seen = seenFrom(Client.raw(ask(header + "\nConnection: close")));

    assertThat(seen.has("authorization")).isTrue();
    assertThat(seen.path(name).asText()).isNotEqualTo(value);
  }

  @Test
  void headerNamedByConnectionEndsAtTheGateway() {
    JsonNode seen =
        seenFrom(
            Client.raw(
                ask("X-Hop: 1\nX-Stays: 2\nConnection: close\nConnection: X-Hop, Authorization")));

    assertThat(seen.has("x-hop")).isFalse();
    assertThat(seen.path("x-stays").asText()).isEqualTo("2");
    assertThat(seen.has("authorization"))
        .as("what the service checks cannot be declared away")
        .isTrue();
  }

  @Test
  void serviceLearnsWhoAskedAndUnderWhichName() {
    JsonNode seen = seenFrom(Client.raw(ask("Connection: close")));

    assertThat(seen.path("x-forwarded-for").asText()).isEqualTo("127.0.0.1");
    assertThat(seen.path("x-forwarded-host").asText()).isEqualTo("todoke.example.jp");
    assertThat(seen.path("x-forwarded-proto").asText()).isEqualTo("http");
    assertThat("http://" + seen.path("host").asText()).isEqualTo(Client.upstream("notice"));
  }

  @Test
  void correlationIdIsMadeHereAndIsTheSameInsideAndOutside() {
    HttpResponse<String> first = Client.get("/v1/notices/7");
    HttpResponse<String> second = Client.get("/v1/notices/7");

    String outside = first.headers().firstValue("x-correlation-id").orElseThrow();
    assertThat(first.headers().allValues("x-correlation-id")).hasSize(1);
    assertThat(Client.json(first).path("headers").path("x-correlation-id").asText())
        .isEqualTo(outside)
        .matches("[0-9a-f-]{36}");
    assertThat(second.headers().firstValue("x-correlation-id").orElseThrow()).isNotEqualTo(outside);
  }

  @Test
  void refusalQuotesTheCorrelationId() {
    HttpResponse<String> response = Client.send(Client.anonymous("/v1/notices"));

    assertThat(Client.json(response).path("correlationId").asText())
        .isEqualTo(response.headers().firstValue("x-correlation-id").orElseThrow());
  }

  @Test
  void whatAServiceSaysOfItselfStaysInside() {
    var headers = Client.get("/v1/notices/7").headers();

    assertThat(headers.firstValue("server")).isEmpty();
    assertThat(headers.firstValue("x-powered-by")).isEmpty();
    assertThat(headers.firstValue("set-cookie")).isEmpty();
    assertThat(headers.firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void hopByHopHeadersOfTheServiceEndAtTheGateway() {
    var headers = Client.get("/v1/notices/hop").headers();

    assertThat(headers.firstValue("x-hop")).isEmpty();
    assertThat(headers.firstValue("keep-alive")).isEmpty();
    assertThat(headers.firstValue("connection")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/notices/7", "/v1/notices/empty", "/v1/notices/broken", "/v1/nowhere", "/v1/none", "/",
        "/health", "/openapi.json", "/openapi.yaml", "/docs", "/docs/start.js",
            "/assets/status.css",
        "/v1/notices/a;b"
      })
  void everyAnswerCarriesTheSecurityHeadersOnce(String path) {
    var headers = Client.get(path).headers();

    assertThat(headers.allValues("x-content-type-options")).containsExactly("nosniff");
    assertThat(headers.allValues("x-frame-options")).containsExactly("DENY");
    assertThat(headers.allValues("referrer-policy")).containsExactly("no-referrer");
    assertThat(headers.allValues("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(headers.firstValue("strict-transport-security"))
        .as("without TLS it would lock people out")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/notices/7", "/v1/none", "/health"})
  void nothingOfTheApiIsStored(String path) {
    assertThat(Client.get(path).headers().allValues("cache-control")).containsExactly("no-store");
  }

  @Test
  void anotherOriginIsNotLetIn() {
    HttpResponse<String> preflight =
        Client.send(
            Client.anonymous("/v1/notices")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    HttpResponse<String> simple =
        Client.send(Client.request("/v1/notices/7").header("Origin", "https://elsewhere.example"));

    assertThat(preflight.statusCode()).isEqualTo(401);
    for (var response : new HttpResponse<?>[] {preflight, simple}) {
      assertThat(response.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
    }
  }
}
