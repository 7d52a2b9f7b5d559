package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFaultsTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "25P03", "40001", "55P03"})
  void faultOfTheGroundIsTransient(String state) {
    assertThat(TransientFaults.isTransient(new SQLException("x", state))).isTrue();
    assertThat(
            TransientFaults.isTransient(
                new IllegalStateException(new RuntimeException(new SQLException("x", state)))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42501", "57014"})
  void faultOfTheEventIsNot(String state) {
    assertThat(TransientFaults.isTransient(new SQLException("x", state))).isFalse();
  }

  @Test
  void poolThatHasNoConnectionLeftIsTransient() {
    assertThat(TransientFaults.isTransient(new SQLException("Sorry, acquisition timeout!")))
        .isTrue();
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
