package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(IdentityProviderDownTest.Down.class)
class IdentityProviderDownTest {

  /** Nobody listens on the discard port. */
  public static class Down implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:9/realms/todoke",
          "quarkus.http.test-port", "0",
          "quarkus.management.test-port", "0");
    }
  }

  @Test
  void tokenThatCannotBeCheckedIsNeitherBelievedNorBlamed() {
    HttpResponse<String> response =
        Client.send(
            Client.anonymous("/v1/notices")
                .header("Authorization", "Bearer " + Tokens.of(Client.YAWATAHAMA, "forwarder")));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValueAsLong("retry-after").orElseThrow()).isPositive();
    assertThat(Client.json(response).path("code").asText()).isEqualTo("identity.unavailable");
    assertThat(response.body()).doesNotContain("127.0.0.1").doesNotContain("Exception");
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @Test
  void statusPageIsThereAllTheSame() {
    assertThat(Client.send(Client.anonymous("/")).statusCode()).isEqualTo(200);
    assertThat(Client.send(Client.anonymous("/v1/notices")).statusCode()).isEqualTo(401);
  }
}
