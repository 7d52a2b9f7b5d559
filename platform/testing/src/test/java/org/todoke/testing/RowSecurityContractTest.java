package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowSecurityContractTest {

  @Test
  void forgottenTableIsAFault() {
    assertThat(RowSecurityContract.faults(Map.of("locked", true, "forgotten", false), Map.of()))
        .containsExactly("forgotten: is open to every caller, and no exception says why");
    assertThat(RowSecurityContract.faults(Map.of("shared", false), Map.of("shared", "public data")))
        .isEmpty();
  }

  @Test
  void exceptionHasToBeTrueAndToHaveAReason() {
    assertThat(
            RowSecurityContract.faults(
                Map.of("locked", true, "open", false),
                Map.of("locked", "was open once", "open", " ", "gone", "dropped")))
        .containsExactly(
            "locked: is named as an exception and is none",
            "gone: is named as an exception and does not exist",
            "open: an exception needs a reason");
  }

  @Test
  void emptySchemaProvesNothing() {
    assertThat(RowSecurityContract.faults(Map.of(), Map.of())).hasSize(1);
  }

  @Test
  void lockThatSparesTheOwnerIsNone() throws SQLException {
    TestDatabase database = TestDatabase.named("row_security_contract");
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("drop table if exists spares_owner, forced");
      statement.execute("create table spares_owner (id int)");
      statement.execute("alter table spares_owner enable row level security");
      statement.execute("create table forced (id int)");
      statement.execute("alter table forced enable row level security");
      statement.execute("alter table forced force row level security");
    }

    assertThat(RowSecurityContract.faults(database, Map.of()))
        .singleElement()
        .asString()
        .startsWith("spares_owner: is open");
  }
}
