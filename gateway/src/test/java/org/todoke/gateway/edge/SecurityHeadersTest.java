package org.todoke.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

  @Test
  void transportSecurityIsPromisedBehindTlsOnly() {
    MultiMap plain = MultiMap.caseInsensitiveMultiMap();
    MultiMap secure = MultiMap.caseInsensitiveMultiMap();

    SecurityHeaders.complete(plain, false);
    SecurityHeaders.complete(secure, true);

    assertThat(plain.contains("Strict-Transport-Security")).isFalse();
    assertThat(secure.get("Strict-Transport-Security")).isEqualTo("max-age=31536000");
  }

  @Test
  void policyOfAPageIsKept() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    headers.set("content-security-policy", "default-src 'none'; style-src 'self'");

    SecurityHeaders.complete(headers, false);

    assertThat(headers.getAll("Content-Security-Policy"))
        .containsExactly("default-src 'none'; style-src 'self'");
    assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
