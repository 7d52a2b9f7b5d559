package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Judges the tokens by what the issuer says over HTTP, as a service does. */
class TokensTest {

  private static final DefaultJWTProcessor<SecurityContext> PROCESSOR = new DefaultJWTProcessor<>();

  @BeforeAll
  static void discover() throws Exception {
    JsonNode discovery =
        new ObjectMapper()
            .readTree(get(TodokeEnvironment.issuerUrl() + "/.well-known/openid-configuration"));
    JWKSet keys = JWKSet.parse(get(discovery.get("jwks_uri").asText()));
    PROCESSOR.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
    PROCESSOR.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "todoke",
            new JWTClaimsSet.Builder().issuer(discovery.get("issuer").asText()).build(),
            Set.of("sub", "exp")));
  }

  @Test
  void goodTokenNamesOrganizationAndRoles() throws Exception {
    JWTClaimsSet claims = PROCESSOR.process(Tokens.of("lg:382043", "forwarder", "responder"), null);

    assertThat(claims.getStringClaim("org")).isEqualTo("lg:382043");
    assertThat(claims.getStringListClaim("roles")).containsExactly("forwarder", "responder");
    assertThat(claims.getSubject()).isNotBlank();
  }

  @Test
  void tokenWithoutOrganizationIsOtherwiseGood() throws Exception {
    assertThat(PROCESSOR.process(Tokens.withoutOrganization("issuer"), null).getClaim("org"))
        .isNull();
  }

  @Test
  void badTokensAreBadForTheReasonTheyAreNamedAfter() {
    assertThatThrownBy(() -> PROCESSOR.process(Tokens.forged("lg:382043", "issuer"), null))
        .isInstanceOf(BadJOSEException.class)
        .hasMessageContaining("signature");
    assertThatThrownBy(() -> PROCESSOR.process(Tokens.expired("lg:382043", "issuer"), null))
        .isInstanceOf(BadJOSEException.class)
        .hasMessageContaining("Expired");
    assertThatThrownBy(
            () -> PROCESSOR.process(Tokens.forAnotherAudience("lg:382043", "issuer"), null))
        .isInstanceOf(BadJOSEException.class)
        .hasMessageContaining("aud");
  }

  private static String get(String url) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
