package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTest {

  private static final String DEAD_AT_BEGIN =
      "Exception in association of connection to existing transaction";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03",
        "25P03"
      })
  void databaseThatCannotBeUsedIsAway(String state) {
    assertThat(DatabaseFault.of(new SQLException("x", state))).contains(DatabaseFault.AWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03"})
  void whoHasToGiveWayIsContended(String state) {
    assertThat(DatabaseFault.of(new SQLException("x", state))).contains(DatabaseFault.CONTENDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23502", "22001", "42P01", "42501", "57014", "P0001"})
  void whatFailsAgainIsNoFaultOfTheGround(String state) {
    assertThat(DatabaseFault.of(new SQLException("x", state))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, acquisition timeout!",
        "Acquisition timeout while waiting for new connection",
        "This pool is closed and does not handle any more connections!"
      })
  void poolWithoutConnectionIsAway(String message) {
    assertThat(DatabaseFault.of(new SQLException(message))).contains(DatabaseFault.AWAY);
  }

  @Test
  void connectionThatIsDeadWhenTheTransactionBeginsIsAway() {
    assertThat(DatabaseFault.of(new SQLException(DEAD_AT_BEGIN, new SystemException("x"))))
        .contains(DatabaseFault.AWAY);
    assertThat(
            DatabaseFault.of(
                new SQLException(
                    DEAD_AT_BEGIN, new SQLException("The transaction has been rolled back"))))
        .isEmpty();
  }

  @Test
  void driverThatCallsItPassingIsBelieved() {
    assertThat(DatabaseFault.of(new SQLTransientConnectionException("x")))
        .contains(DatabaseFault.AWAY);
    assertThat(DatabaseFault.of(new SQLRecoverableException("x"))).contains(DatabaseFault.AWAY);
    assertThat(DatabaseFault.of(new SQLException("x"))).isEmpty();
  }
}
