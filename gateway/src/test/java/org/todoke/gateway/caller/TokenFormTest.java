package org.todoke.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer aa.bb.cc", "bearer a_a.b-b.cc", "Basic dXNlcjpwYXNz", ""})
  void tokenInThreePartsAndOtherSchemesAreLetThrough(String authorization) {
    assertThat(TokenForm.isWellFormed(authorization)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer ..",
        "Bearer a.b",
        "Bearer a.b.",
        "Bearer a.b.c.d",
        "Bearer a.b.c d",
        "Bearer a.b.ü",
        "bearer\ta.b.c"
      })
  void anythingElseAfterBearerIsNoToken(String authorization) {
    assertThat(TokenForm.isWellFormed(authorization)).isFalse();
  }
}
