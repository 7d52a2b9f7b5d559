package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "*"})
  void presentVersionPasses(String ifMatch) {
    assertThatCode(() -> Etags.require(ifMatch, 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\"", "\"6\",\"8\"", "\"\""})
  void anyOtherVersionIsStale(String ifMatch) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Etags.require(ifMatch, 7))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
              assertThat(refusal.code()).isEqualTo("request.stale");
            });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void versionMustBeNamed(String ifMatch) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Etags.require(ifMatch, 7))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.PRECONDITION_REQUIRED);
              assertThat(refusal.code()).isEqualTo("request.precondition-required");
            });
  }

  @Test
  void tagCarriesTheVersion() {
    assertThat(Etags.of(7).getValue()).isEqualTo("7");
    assertThat(Etags.of(7).isWeak()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"6\", \"7\"", "*"})
  void readerWhoHasThePresentVersionIsRecognised(String ifNoneMatch) {
    assertThat(Etags.names(ifNoneMatch, 7)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"\"6\"", "7", "\"77\"", ""})
  void readerOfAnotherVersionIsNot(String ifNoneMatch) {
    assertThat(Etags.names(ifNoneMatch, 7)).isFalse();
  }
}
