package org.todoke.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.security.SystemScope;
import org.todoke.testing.Eventually;
import org.todoke.testing.RowSecurityContract;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TopicWriter;

/** The second lock: what the database shows to a query that forgets to ask whose it is. */
@QuarkusTest
class RowSecurityTest extends ServiceTest {

  private static final List<String> OF_ASSIGNMENTS =
      List.of("assignment", "assignment_fact", "submission", "submission_revision", "remediation");

  private static final Map<String, String> OPEN =
      Map.of(
          "organization", "a copy of the public register, of which everybody may know everything",
          "notice_checklist", "two ids that say nothing without the notice and the checklist",
          "flyway_schema_history", "says nothing of anybody");

  @Inject EntityManager entities;

  private final TestDatabase database = TestDatabase.ensure(ServiceDatabase.ofService("checklist"));

  @Test
  void everyTableIsBehindTheLock() throws SQLException {
    assertThat(RowSecurityContract.faults(database, OPEN)).isEmpty();
  }

  @Test
  void forgetfulQueryIsShownTheLinesOfTheCallerOnly() throws SQLException {
    answered();

    for (String table : OF_ASSIGNMENTS) {
      for (String seeing : List.of(Org.HOME, Org.CORPORATION, Org.CITY, Org.PREFECTURE, "system")) {
        assertThat(rows(table, seeing)).as("%s as %s", table, seeing).isPositive();
      }
      for (String blind :
          List.of(
              "",
              Org.MINISTRY,
              Org.OTHER_PREFECTURE,
              Org.CITY_NEXT_DOOR,
              Org.OTHER_CORPORATION,
              Org.SECOND_HOME)) {
        assertThat(rows(table, blind)).as("%s as %s", table, blind).isZero();
      }
    }
  }

  @Test
  void connectionThatSpeaksForNobodyIsShownNothing() throws SQLException {
    answered();
    List<String> tables = new ArrayList<>(OF_ASSIGNMENTS);
    tables.addAll(List.of("checklist", "delivery_excuse"));

    for (String table : tables) {
      try (Connection application = database.connectAsApp();
          Connection superuser = database.connectAsSuperuser()) {
        assertThat(rows(table, application)).as(table).isZero();
        assertThat(rows(table, superuser)).as("%s has something to hide", table).isPositive();
      }
    }
  }

  @Test
  void poolSpeaksForTheSystemOnlyInItsScope() throws Exception {
    answered();

    assertThat(QuarkusTransaction.requiringNew().call(this::assignments)).isZero();
    assertThat(SystemScope.call(() -> QuarkusTransaction.requiringNew().call(this::assignments)))
        .isEqualTo(1);
  }

  @Test
  void draftOfAChecklistIsShownToItsOwnerOnly() throws SQLException {
    Cascade.draftChecklist();

    assertThat(rows("checklist", Org.MINISTRY)).isEqualTo(1);
    assertThat(rows("checklist", Org.OTHER_MINISTRY)).isZero();
    assertThat(rows("checklist", Org.CITY)).isZero();
  }

  @Test
  void whatWasRecordedCannotBeChangedByTheService() throws SQLException {
    answered();
    for (String tampering :
        List.of(
            "update assignment_fact set kind = 'x'",
            "delete from assignment_fact",
            "update submission_revision set result = 'compliant'",
            "delete from submission_revision")) {
      try (Connection connection = as("system");
          PreparedStatement statement = connection.prepareStatement(tampering)) {
        assertThatThrownBy(statement::execute)
            .as(tampering)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void foreignerCannotWriteIntoAnAssignment() throws SQLException {
    UUID id = answered();
    for (String foreigner : List.of(Org.CITY_NEXT_DOOR, Org.MINISTRY, "")) {
      assertThatNothingCanBeWritten(id, foreigner);
    }
  }

  private void assertThatNothingCanBeWritten(UUID id, String foreigner) throws SQLException {
    try (Connection connection = as(foreigner);
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update submission set result = 'compliant' where assignment_id = '" + id + "'"))
          .isZero();
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into assignment_fact
                        (notice_id, assignment_id, kind, time, recorded_time)
                      values ('%s', '%s', 'closed', now(), now())
                      """
                          .formatted(UUID.randomUUID(), id)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("row-level security");
    }
  }

  private long assignments() {
    return (Long) entities.createNativeQuery("select count(*) from assignment").getSingleResult();
  }

  /** A non-compliant answer of {@link Org#HOME}, with an excuse of somebody else beside it. */
  private UUID answered() {
    UUID id = Cascade.assigned();
    Cascade.completed(id, Vol334.nonCompliant());
    try (TopicWriter writer = new TopicWriter()) {
      writer.send(Cascade.excused(UUID.randomUUID(), Org.SECOND_HOME, 1, "omitted"));
    }
    Eventually.assertThat(() -> assertThat(rows("delivery_excuse", "system")).isEqualTo(1));
    return id;
  }

  private long rows(String table, String organization) throws SQLException {
    try (Connection connection = as(organization)) {
      return rows(table, connection);
    }
  }

  private static long rows(String table, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getLong(1);
    }
  }

  private Connection as(String organization) throws SQLException {
    Connection connection = database.connectAsApp();
    try (PreparedStatement setting =
        connection.prepareStatement("select set_config('todoke.org', ?, false)")) {
      setting.setString(1, organization);
      setting.execute();
    }
    return connection;
  }
}
