package org.todoke.registry.organization.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Eventually;
import org.todoke.testing.TestDatabase;

@QuarkusTest
@FreshRegistry
class ClosureRaceTest extends RegistryTest {

  private static final String CLOSURE = "/v1/organizations/{code}/closure";
  private static final TestDatabase DATABASE = TestDatabase.named("todoke_registry");

  /** What is closing waits for whoever is entering somebody below it, and then sees him. */
  @Test
  void nobodyIsEnteredBelowWhatIsBeingClosed() throws Exception {
    for (String establishment : List.of("kj:3870498114", "kj:3870498122", "kj:3890498136")) {
      as(YAWATAHAMA, "registrar").post(CLOSURE, establishment).then().statusCode(200);
    }
    try (Connection entering = DATABASE.connectAsApp();
        Statement statement = entering.createStatement()) {
      entering.setAutoCommit(false);
      // What registering does first: it holds on to what the new one will refer to.
      statement.execute("select from organization where code = '%s' for share".formatted(SHIOSAI));

      CompletableFuture<Integer> closing =
          CompletableFuture.supplyAsync(
              () -> as(YAWATAHAMA, "registrar").post(CLOSURE, SHIOSAI).statusCode());
      Eventually.value(ClosureRaceTest::somebodyWaitsForALock, waits -> waits);
      statement.execute(
          """
          insert into organization
            (code, kind, name, prefecture, municipality, corporation, state, valid_from, origin, seq)
          values ('%s', 'establishment', '架空', '%s', '%s', '%s', 'active', '2026-04-01',
            'registrar', 1)"""
              .formatted(NEW_ESTABLISHMENT, EHIME, YAWATAHAMA, SHIOSAI));
      entering.commit();

      assertThat(closing.get(30, TimeUnit.SECONDS)).isEqualTo(409);
    }
  }

  private static boolean somebodyWaitsForALock() throws SQLException {
    try (Connection connection = DATABASE.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select exists (
                  select from pg_stat_activity
                   where datname = current_database() and wait_event_type = 'Lock')""")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
