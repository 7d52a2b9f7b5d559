package org.todoke.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMintTest {

  @Test
  void tokenIsSignedForTheOrganisationAndMadeOnce() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("todoke").generate();
    TokenMint mint = new TokenMint(key.toJSONString(), "http://issuer/todoke");

    SignedJWT token = SignedJWT.parse(mint.of("kj:3870498114"));

    assertThat(token.verify(new RSASSAVerifier(key.toRSAPublicKey()))).isTrue();
    assertThat(token.getHeader().getKeyID()).isEqualTo("todoke");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("http://issuer/todoke");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("todoke");
    assertThat(token.getJWTClaimsSet().getStringClaim("org")).isEqualTo("kj:3870498114");
    mint.prepare(List.of("kj:3870498114", "cn:2999905000101"));
    assertThat(mint.of("kj:3870498114")).isEqualTo(token.serialize());
    assertThat(mint.of("kj:3870498114", "somebody")).isNotEqualTo(token.serialize());
  }

  @ParameterizedTest
  @CsvSource({
    "go:mhlw.roken.somu,issuer",
    "lg:382043,forwarder responder",
    "cn:2999905000101,forwarder responder",
    "op:0bec000000000001,forwarder responder",
    "kj:3870498114,responder"
  })
  void nobodyHasMoreRolesThanItNeeds(String organization, String roles) {
    assertThat(TokenMint.roles(organization)).containsExactly(roles.split(" "));
  }

  @Test
  void keyThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new TokenMint("{}", "http://issuer"))
        .isInstanceOf(IllegalStateException.class);
  }
}
