package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.todoke.testing.Tokens;

@GatewayTest
@TestProfile(RateLimitTest.Tight.class)
class RateLimitTest {

  private static final int ALLOWANCE = 5;

  /** So few, and so slowly more, that no test meets a refill. */
  public static class Tight implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "todoke.gateway.rates.client.requests",
          Integer.toString(ALLOWANCE),
          "todoke.gateway.rates.client.per",
          "PT1H",
          "todoke.gateway.rates.anonymous.requests",
          Integer.toString(ALLOWANCE),
          "todoke.gateway.rates.anonymous.per",
          "PT1H");
    }
  }

  private static List<HttpResponse<String>> times(int n, Supplier<HttpResponse<String>> ask) {
    List<HttpResponse<String>> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(ask.get());
    }
    return all;
  }

  private static HttpResponse<String> as(String organization) {
    return Client.send(
        Client.anonymous("/v1/notices/7")
            .header("Authorization", "Bearer " + Tokens.of(organization, "forwarder")));
  }

  @Test
  void callerIsHeldUpAfterItsAllowanceAndNobodyElseIs() {
    List<HttpResponse<String>> answers = times(ALLOWANCE + 1, () -> as("lg:380008"));

    assertThat(answers.subList(0, ALLOWANCE))
        .allMatch(a -> a.statusCode() == 200)
        .allMatch(a -> a.headers().firstValue("ratelimit-policy").isPresent());
    assertThat(answers.get(0).headers().firstValue("ratelimit").orElseThrow())
        .startsWith("\"client\";r=4;t=");
    HttpResponse<String> refused = answers.get(ALLOWANCE);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Client.json(refused).path("code").asText()).isEqualTo("request.too-often");
    assertThat(refused.headers().firstValueAsLong("retry-after").orElseThrow())
        .isBetween(1L, 3600L / ALLOWANCE + 1);
    assertThat(refused.headers().firstValue("ratelimit").orElseThrow())
        .startsWith("\"client\";r=0;t=");
    assertThat(refused.headers().firstValue("ratelimit-policy")).contains("\"client\";q=5;w=3600");

    assertThat(as("lg:384429").statusCode()).isEqualTo(200);
  }

  @Test
  void whoTriesTokensIsHeldUpByAddressAndAGoodTokenFromThereIsNot() {
    List<Integer> answers =
        times(
                ALLOWANCE + 2,
                () ->
                    Client.send(
                        Client.anonymous("/v1/notices")
                            .header(
                                "Authorization",
                                "Bearer " + Tokens.forged("lg:382043", "forwarder"))))
            .stream()
            .map(HttpResponse::statusCode)
            .toList();

    assertThat(answers).endsWith(429, 429).contains(401).containsOnly(401, 429);
    assertThat(Client.send(Client.anonymous("/v1/notices")).statusCode()).isEqualTo(429);
    assertThat(Client.send(Client.anonymous("/docs")).statusCode()).isEqualTo(429);
    assertThat(as("lg:382078").statusCode()).isEqualTo(200);
  }
}
