package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {

  @Test
  void ownMessageIsTakenOver() {
    assertThat(Reasons.of(new IllegalStateException("the delivery is not known")))
        .isEqualTo("IllegalStateException: the delivery is not known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "2013-07-1x"})
  void messageOfALibraryIsNotTakenOverBecauseItMayQuote(String value) {
    Throwable thrown = catchThrowable(() -> LocalDate.parse(value));

    assertThat(thrown).hasMessageContaining(value);
    assertThat(Reasons.of(new IllegalStateException(thrown)))
        .matches("DateTime(Parse)?Exception in ReasonsTest.*:[0-9]+")
        .doesNotContain(value);
  }

  @Test
  void innermostCauseCounts() {
    var cause = new SQLException("secret", "23505");

    assertThat(Reasons.of(new IllegalStateException("outer", cause)))
        .startsWith("SQLException: SQL state 23505 in ReasonsTest.innermostCauseCounts:");
  }

  @Test
  void reasonIsOneShortLine() {
    String reason = Reasons.of(new IllegalStateException("a\nb\0" + "x".repeat(1000)));

    assertThat(reason).hasSizeLessThan(210).startsWith("IllegalStateException: a b x");
  }

  @Test
  void whatIsUnreadableSaysSo() {
    assertThat(Reasons.of(new UnreadableEvent("id is missing")))
        .isEqualTo("unreadable: id is missing");
  }
}
