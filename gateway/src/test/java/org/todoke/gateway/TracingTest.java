package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the one switch on, a trace begins at the gateway and goes on in the service. */
@GatewayTest
@TestProfile(TracingTest.TracingOn.class)
class TracingTest {

  /** As an operator would set it, but for a collector. */
  public static class TracingOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled",
          "false",
          "quarkus.otel.traces.exporter",
          "none",
          "quarkus.otel.propagators",
          "begins-here");
    }
  }

  @Test
  void serviceIsToldTheTraceOfTheGatewayAndNotThatOfTheCaller() {
    String chosen = "4bf92f3577b34da6a3ce929d0e0e4736";

    var answer =
        Client.send(
            Client.anonymous("/v1/notices/7")
                .header("Authorization", "Bearer " + Client.token())
                .header("traceparent", "00-" + chosen + "-00f067aa0ba902b7-01"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer.body()).path("headers").path("traceparent").asText())
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .doesNotContain(chosen);
  }
}
