package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.testing.Tokens;

@GatewayTest
class TokenTest {

  @BeforeEach
  void forget() {
    Client.stub("notice", "/__reset");
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        Arguments.of("forged", Tokens.forged(Client.YAWATAHAMA, "forwarder")),
        Arguments.of("expired", Tokens.expired(Client.YAWATAHAMA, "forwarder")),
        Arguments.of(
            "of another audience", Tokens.forAnotherAudience(Client.YAWATAHAMA, "forwarder")),
        Arguments.of("unsigned", unsigned(Tokens.of(Client.YAWATAHAMA, "forwarder"))),
        Arguments.of("changed", changed(Tokens.of(Client.YAWATAHAMA, "forwarder"))),
        Arguments.of("cut off", Tokens.of(Client.YAWATAHAMA, "forwarder").substring(0, 100)),
        Arguments.of("nonsense", "nonsense"),
        Arguments.of("three empty parts", ".."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void badTokenIsRefusedBeforeAnyService(String kind, String token) {
    HttpResponse<String> response =
        Client.send(
            Client.anonymous("/v1/notices")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en"));

    assertThat(response.statusCode()).as(kind).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
        .startsWith("Bearer");
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Client.json(response).path("code").asText()).isEqualTo("actor.token-refused");
    assertThat(response.body()).doesNotContain("Exception").doesNotContain(token);
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @Test
  void withoutATokenTheAnswerSaysWhatIsMissing() {
    HttpResponse<String> response = Client.send(Client.anonymous("/v1/notices"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
        .startsWith("Bearer");
    assertThat(Client.json(response).path("code").asText()).isEqualTo("actor.unauthenticated");
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @Test
  void refusalWithoutABodyLeavesTheConnectionOpen() {
    String ask = "GET /v1/notices HTTP/1.1\nHost: x\n";

    String both = Client.raw(ask + "\n" + ask + "Connection: close\n\n");

    assertThat(both.split("HTTP/1.1 401 ", -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWRtaW46YWRtaW4=", "Bearer", "Token x", ""})
  void anotherSchemeIsNoToken(String authorization) {
    HttpResponse<String> response =
        Client.send(Client.anonymous("/v1/notices").header("Authorization", authorization));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void tokenInTheQueryIsNoToken() {
    assertThat(
            Client.send(Client.anonymous("/v1/notices?access_token=" + Client.token()))
                .statusCode())
        .isEqualTo(401);
  }

  static Stream<Arguments> tokensOfNobody() {
    return Stream.of(
        Arguments.of("no claim", Tokens.withoutOrganization("admin")),
        Arguments.of("no code", Tokens.withOrganizationClaim("八幡浜市", "admin")),
        Arguments.of("empty", Tokens.withOrganizationClaim("", "admin")),
        Arguments.of("a list", Tokens.withOrganizationClaim(List.of("lg:382043"), "admin")),
        Arguments.of("a number", Tokens.withOrganizationClaim(382043, "admin")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokensOfNobody")
  void tokenWithoutAnOrganisationIsForbidden(String kind, String token) {
    HttpResponse<String> response =
        Client.send(Client.anonymous("/v1/notices").header("Authorization", "Bearer " + token));

    assertThat(response.statusCode()).as(kind).isEqualTo(403);
    assertThat(Client.json(response).path("code").asText()).isEqualTo("actor.organization-missing");
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @Test
  void refusalSpeaksJapaneseUnlessEnglishIsPreferred() {
    var japanese = Client.send(Client.anonymous("/v1/notices"));
    var english = Client.send(Client.anonymous("/v1/notices").header("Accept-Language", "en-GB"));

    assertThat(japanese.headers().firstValue("content-language")).contains("ja");
    assertThat(Client.json(japanese).path("title").asText()).isEqualTo("認証が必要です");
    assertThat(english.headers().firstValue("content-language")).contains("en");
    assertThat(Client.json(english).path("title").asText()).isEqualTo("Authentication is required");
  }

  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes());
    return header + "." + token.split("\\.")[1] + ".";
  }

  /** Says another organisation than the one that was signed. */
  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]));
    String other = claims.replace(Client.YAWATAHAMA, "lg:380008");
    assertThat(other).isNotEqualTo(claims);
    return parts[0]
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes())
        + "."
        + parts[2];
  }
}
