package org.todoke.registry.attempt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.AttemptFailure;
import org.todoke.registry.attempt.Outcome;

class SmtpRepliesTest {

  @ParameterizedTest
  @ValueSource(ints = {421, 454, 530, 534, 535, 538})
  void whatTheServerHasAgainstUsIsNotBlamedOnTheAddress(int code) {
    assertThat(SmtpReplies.outcomeOf(code))
        .isEqualTo(new Outcome.Later(AttemptFailure.NO_CONNECTION, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {450, 451, 452, 471})
  void fourHundredsMayWorkAnotherTime(int code) {
    assertThat(SmtpReplies.outcomeOf(code)).isInstanceOf(Outcome.Later.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {550, 551, 552, 553, 554, 571})
  void fiveHundredsNeverDo(int code) {
    assertThat(SmtpReplies.outcomeOf(code)).isInstanceOf(Outcome.Never.class);
  }

  @Test
  void noAnswerIsOurOwnSide() {
    assertThat(SmtpReplies.outcomeOf(new ConnectException("refused")))
        .isEqualTo(new Outcome.Later(AttemptFailure.NO_CONNECTION, false));
  }
}
