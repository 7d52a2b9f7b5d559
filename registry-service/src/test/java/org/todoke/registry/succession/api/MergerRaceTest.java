package org.todoke.registry.succession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Eventually;
import org.todoke.testing.TestDatabase;

@QuarkusTest
@FreshRegistry
class MergerRaceTest extends RegistryTest {

  private static final TestDatabase DATABASE = TestDatabase.named("todoke_registry");

  /** Whoever was being entered below is not left behind: the merger is tried again with him. */
  @Test
  void nobodyIsLeftBelowWhatIsBeingMerged() throws Exception {
    try (Connection entering = DATABASE.connectAsApp();
        Statement statement = entering.createStatement()) {
      entering.setAutoCommit(false);
      // What registering does first: it holds on to what the new one will refer to.
      statement.execute("select from organization where code = '%s' for share".formatted(SHIOSAI));
      CompletableFuture<Response> merging = CompletableFuture.supplyAsync(MergerRaceTest::merge);
      Eventually.value(MergerRaceTest::somebodyWaitsForALock, waits -> waits);
      statement.execute(
          """
          insert into organization
            (code, kind, name, prefecture, municipality, corporation, state, valid_from, origin, seq)
          values ('%s', 'establishment', '架空', '%s', '%s', '%s', 'active', '2026-02-01',
            'registrar', 1)"""
              .formatted(NEW_ESTABLISHMENT, EHIME, YAWATAHAMA, SHIOSAI));
      statement.execute(
          """
          insert into organization_history
            (organization, seq, name, services, state, valid_from, recorded_at)
          values ('%s', 1, '架空', '{}', 'active', '2026-02-01', '2026-04-01T00:00:00Z')"""
              .formatted(NEW_ESTABLISHMENT));
      entering.commit();

      Response contended = merging.get(30, TimeUnit.SECONDS);
      assertThat(contended.statusCode()).isEqualTo(503);
      assertThat(contended.<String>path("code")).isEqualTo("request.contended");
    }
    assertThat(merge().statusCode()).isEqualTo(200);
    as(HIJIKAWA, "responder")
        .get("/v1/organizations/{code}", NEW_ESTABLISHMENT)
        .then()
        .body("corporation", equalTo(MINATO));
  }

  private static Response merge() {
    return as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"0\"")
        .body("{\"into\": \"%s\", \"effectiveOn\": \"2026-03-01\"}".formatted(MINATO))
        .post("/v1/organizations/{code}/merger", SHIOSAI);
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
