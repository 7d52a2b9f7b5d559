package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class RoutingTest {

  @BeforeEach
  void forget() {
    UpstreamStubs.SERVICES.forEach(s -> Client.stub(s, "/__reset"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/organizations,registry",
    "/v1/organizations/lg%3A382043/children?line=operator,registry",
    "/v1/imports/7/rows?outcome=warned,registry",
    "/v1/places/384411,registry",
    "/v1/department-duties,registry",
    "/v1/suspected-pairs?state=open,registry",
    "/v1/proposals?state=proposed,registry",
    "/v1/approval-rules/contact,registry",
    "/v1/operations/registry/parked,registry",
    "/v1/notices,notice",
    "/v1/notices/7/deliveries/kj:3870498114,notice",
    "/v1/deliveries?cursor=abc,notice",
    "/v1/standing-instructions/7,notice",
    "/v1/operations/notice/parked,notice",
    "/v1/checklists,checklist",
    "/v1/assignments/7/submission,checklist",
    "/v1/remediations?noticeId=7,checklist",
    "/v1/operations/checklist/parked,checklist"
  })
  void pathGoesToTheServiceThatOwnsItUnchanged(String path, String service) {
    JsonNode seen = Client.json(Client.get(path));

    assertThat(seen.path("service").asText()).isEqualTo(service);
    assertThat(seen.path("uri").asText()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void methodAndBodyArePassedOn(String method) {
    HttpRequest.Builder request =
        Client.request("/v1/notices/7")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k-1")
            .header("If-Match", "\"3\"")
            .header("Accept-Language", "en")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{\"title\":\"周知\"}"));

    JsonNode seen = Client.json(Client.send(request));

    assertThat(seen.path("method").asText()).isEqualTo(method);
    assertThat(seen.path("bytes").asInt()).isEqualTo(method.equals("GET") ? 0 : 18);
    JsonNode headers = seen.path("headers");
    assertThat(headers.path("content-type").asText()).isEqualTo("application/json");
    assertThat(headers.path("idempotency-key").asText()).isEqualTo("k-1");
    assertThat(headers.path("if-match").asText()).isEqualTo("\"3\"");
    assertThat(headers.path("accept-language").asText()).isEqualTo("en");
    assertThat(headers.path("authorization").asText()).startsWith("Bearer ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/users",
        "/v1/noticesx",
        "/v1/operations",
        "/v1/operations/gateway",
        "/v2/notices",
        "/q/health",
        "/q/openapi",
        "/openapi-ui/index.html.bak",
        "/nothing"
      })
  void pathOfNobodyIsNotFound(String path) {
    HttpResponse<String> response = Client.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Client.json(response).path("code").asText()).isEqualTo("request.no-such-path");
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/notices/../operations/notice/parked",
        "/v1/notices/%2e%2e/organizations",
        "/v1/notices//7",
        "/v1/notices/7%2Fdeliveries",
        "/v1/notices/7;role=admin",
        "/v1/notices/%5c",
        "/v1/notices/%00",
        "/v1/notices/%252e%252e/x"
      })
  void pathThatCanBeReadInTwoWaysIsRefusedBeforeAnyService(String path) {
    String answer =
        Client.raw(
            "GET %s HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nConnection: close\n\n"
                .formatted(path, Client.token()));

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("request.path-malformed");
    for (String service : UpstreamStubs.SERVICES) {
      assertThat(Client.stub(service, "/__requests")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND"})
  void methodThatNoApiUsesIsRefused(String method) {
    String answer =
        Client.raw(
            "%s /v1/notices HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nConnection: close\n\n"
                .formatted(method, Client.token()));

    assertThat(answer).startsWith("HTTP/1.1 405 ");
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @Test
  void answerOfTheServiceIsPassedBackWithStatusAndType() {
    HttpResponse<String> response = Client.get("/v1/notices/7/refused");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(response.headers().firstValue("etag")).contains("\"7\"");
    assertThat(response.body()).isEqualTo("{\"code\":\"notice.not-a-draft\"}");
  }

  @Test
  void locationNeverNamesTheService() {
    HttpResponse<String> response =
        Client.send(
            Client.request("/v1/notices/created").POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("location")).contains("/v1/notices/7?x=1");
  }

  @Test
  void locationOfAnotherSystemIsLeftAlone() {
    assertThat(Client.get("/v1/notices/elsewhere").headers().firstValue("location"))
        .contains("https://example.jp/paper");
  }

  @ParameterizedTest
  @CsvSource({"/v1/notices/empty,204", "/v1/notices/unchanged,304"})
  void answerWithoutABodyIsWholeAndTheConnectionGoesOn(String path, int status) {
    String ask =
        "GET %s HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n".formatted(path, Client.token());

    String both = Client.raw(ask + "\n" + ask + "Connection: close\n\n");

    assertThat(both.split("HTTP/1.1 " + status, -1)).hasSize(3);
    assertThat(both.toLowerCase()).doesNotContain("transfer-encoding");
  }

  @Test
  void headGivesTheHeadersOfGet() {
    HttpResponse<String> response =
        Client.send(
            Client.request("/v1/notices/7").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).isEmpty();
  }
}
