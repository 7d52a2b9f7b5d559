package org.todoke.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/notices",
        "/v1/notices/",
        "/v1/organizations/lg:382043",
        "/v1/organizations/lg%3A382043",
        "/v1/organizations/go:mhlw.roken.somu",
        "/v1/organizations/%E5%85%AB%E5%B9%A1%E6%B5%9C",
        "/docs/swagger-ui-bundle.js",
        "/v1/notices/..."
      })
  void pathWithOneReadingIsClear(String path) {
    assertThat(RequestForm.isClear(path)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "*",
        "v1/notices",
        "//v1",
        "/v1//notices",
        "/v1/./notices",
        "/v1/../notices",
        "/v1/..",
        "/v1/.",
        "/v1/%2E%2e/notices",
        "/v1/.%2e/notices",
        "/v1%2fnotices",
        "/v1/a%5Cb",
        "/v1/a\\b",
        "/v1/a;b=c",
        "/v1/a%3bb",
        "/v1/%252e",
        "/v1/%00"
      })
  void pathWithTwoReadingsIsNotClear(String path) {
    assertThat(RequestForm.isClear(path)).isFalse();
  }
}
