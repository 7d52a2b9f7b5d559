package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.testing.Eventually;

@GatewayTest
class HealthTest {

  @ConfigProperty(name = "quarkus.management.test-port")
  int managementPort;

  @BeforeEach
  void allReady() {
    UpstreamStubs.SERVICES.forEach(s -> Client.stub(s, "/__reset"));
  }

  private static HttpResponse<String> health() {
    return Client.send(Client.anonymous("/health"));
  }

  private static String statusOf(JsonNode health, String service) {
    for (JsonNode each : health.path("services")) {
      if (each.path("name").asText().equals(service)) {
        return each.path("status").asText();
      }
    }
    throw new AssertionError(service + " is not named in " + health);
  }

  @Test
  void wholeIsUpWhenEveryServiceIsReady() {
    Eventually.assertThat(() -> assertThat(health().statusCode()).isEqualTo(200));

    JsonNode health = Client.json(health());
    assertThat(health.path("status").asText()).isEqualTo("UP");
    for (String service : UpstreamStubs.SERVICES) {
      assertThat(statusOf(health, service)).isEqualTo("UP");
    }
    assertThat(statusOf(health, "gateway")).isEqualTo("UP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "hang"})
  void serviceThatIsNotReadyIsNamedAndTheWholeIsDown(String state) {
    Client.stub("checklist", "/__ready/" + state);

    Eventually.assertThat(
        () -> {
          HttpResponse<String> response = health();
          assertThat(response.statusCode()).isEqualTo(503);
          JsonNode health = Client.json(response);
          assertThat(health.path("status").asText()).isEqualTo("DOWN");
          assertThat(statusOf(health, "checklist")).isEqualTo("DOWN");
          assertThat(statusOf(health, "notice")).isEqualTo("UP");
        });
  }

  @Test
  void publicIsToldNoDetails() {
    assertThat(health().body())
        .doesNotContain("database")
        .doesNotContain("127.0.0.1")
        .doesNotContain("checks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics"})
  void operatorsHaveAPortOfTheirOwn(String path) {
    HttpResponse<String> response =
        Client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Client.send(Client.anonymous(path)).statusCode()).isEqualTo(401);
  }

  @Test
  void sizeOfTheRateMemoryIsAMetric() {
    Client.get("/v1/notices/7");

    String metrics =
        Client.send(
                HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + managementPort + "/q/metrics")))
            .body();

    assertThat(metrics).contains("todoke_gateway_rate_tracked{limit=\"client\"");
  }
}
