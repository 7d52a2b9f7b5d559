package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFaultsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03",
        "25P03", "40001", "40P01", "55P03"
      })
  void faultOfTheGroundIsTransient(String state) {
    assertThat(TransientFaults.isTransient(new SQLException("x", state))).isTrue();
    assertThat(
            TransientFaults.isTransient(
                new IllegalStateException(new RuntimeException(new SQLException("x", state)))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23502", "22001", "42P01", "42501", "57014", "P0001"})
  void faultOfTheEventIsNot(String state) {
    assertThat(TransientFaults.isTransient(new SQLException("x", state))).isFalse();
  }

  @Test
  void poolThatHasNoConnectionLeftIsTransient() {
    assertThat(TransientFaults.isTransient(new SQLException("Sorry, acquisition timeout!")))
        .isTrue();
    assertThat(
            TransientFaults.isTransient(
                new SQLException("This pool is closed and does not handle any more connections!")))
        .isTrue();
    assertThat(TransientFaults.isTransient(new SQLTransientConnectionException("x"))).isTrue();
  }

  @Test
  void connectionThatIsDeadWhenTheTransactionBeginsIsTransient() {
    String message = "Exception in association of connection to existing transaction";
    assertThat(TransientFaults.isTransient(new SQLException(message, new SystemException("x"))))
        .isTrue();
    assertThat(
            TransientFaults.isTransient(
                new SQLException(
                    message, new SQLException("The transaction has been rolled back"))))
        .isFalse();
  }

  @Test
  void failedCommitIsJudgedByWhatItHides() {
    var lost = new RollbackException("x");
    lost.addSuppressed(new Exception(new SQLException("x", "08006")));
    var refused = new RollbackException("x");
    refused.addSuppressed(new Exception(new SQLException("x", "23503")));

    assertThat(TransientFaults.isTransient(lost)).isTrue();
    assertThat(TransientFaults.isTransient(refused)).isFalse();
  }

  @Test
  void failedBatchIsJudgedByTheStatementThatFailed() {
    var batch = new BatchUpdateException();
    batch.setNextException(new SQLException("x", "40P01"));

    assertThat(TransientFaults.isTransient(batch)).isTrue();
  }

  @Test
  void causesThatGoInACircleEnd() {
    var first = new IllegalStateException("a");
    var second = new IllegalStateException("b", first);
    first.initCause(second);

    assertThat(TransientFaults.isTransient(first)).isFalse();
  }

  @Test
  void anyOtherExceptionIsNotTransient() {
    assertThat(TransientFaults.isTransient(new IllegalArgumentException("x"))).isFalse();
  }
}
