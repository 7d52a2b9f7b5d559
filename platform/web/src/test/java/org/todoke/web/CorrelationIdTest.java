package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"abcd-1234", "A.b_c-123", "0191d1de-0000-7000-8000-000000000000"})
  void fitIdIsTakenOver(String sent) {
    assertThat(CorrelationId.acceptOrCreate(sent)).isEqualTo(sent);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "short", "with space 1", "line\nbreak12", "相関識別子です１２", "<script>12"})
  void anyOtherIsReplaced(String sent) {
    assertThat(CorrelationId.acceptOrCreate(sent))
        .isNotEqualTo(sent)
        .matches("[A-Za-z0-9._-]{8,64}");
  }

  @org.junit.jupiter.api.Test
  void longIdIsReplaced() {
    assertThat(CorrelationId.acceptOrCreate("x".repeat(64))).hasSize(64).startsWith("xxx");
    assertThat(CorrelationId.acceptOrCreate("x".repeat(65))).doesNotStartWith("xxx");
  }
}
