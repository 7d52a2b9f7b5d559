package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Databases;
import org.todoke.testing.Eventually;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;

/** Imports on the real database, each test on the registry as it was loaded. */
abstract class ImportTest extends RegistryTest {

  static final ServiceDatabase DATABASE = ServiceDatabase.ofService("registry");

  @BeforeEach
  void beginWithWhatWasLoadedAgain() {
    Databases.clean(DATABASE, Set.of(), Set.of("organization", "organization_history", "contact"));
  }

  static UUID created(String asOf) {
    return UUID.fromString(
        creatingAs(MINISTRY, "registrar")
            .body("{\"fileName\": \"jigyosho_150.csv\", \"asOf\": \"%s\"}".formatted(asOf))
            .post("/v1/imports")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  static ValidatableResponse upload(UUID run, byte[] file) {
    return as(MINISTRY, "registrar")
        .contentType("application/octet-stream")
        .body(file)
        .put("/v1/imports/{id}/file", run)
        .then();
  }

  static UUID read(String asOf, ListOfEstablishments list) {
    UUID run = created(asOf);
    upload(run, list.bytes()).statusCode(200);
    return run;
  }

  static UUID applied(String asOf, ListOfEstablishments list) {
    UUID run = read(asOf, list);
    apply(run);
    return run;
  }

  static void apply(UUID run) {
    as(MINISTRY, "registrar").post("/v1/imports/{id}/application", run).then().statusCode(202);
    Eventually.assertThat(() -> assertThat(state(run)).isEqualTo("applied"));
  }

  static String state(UUID run) {
    return run(run).extract().path("state");
  }

  static ValidatableResponse run(UUID run) {
    return as(MINISTRY, "registrar").get("/v1/imports/{id}", run).then().statusCode(200);
  }

  static ValidatableResponse organization(String code) {
    return as(MINISTRY, "registrar").get("/v1/organizations/{code}", code).then();
  }

  /** Reads as the superuser sees it. */
  static List<Map<String, Object>> rows(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns; i++) {
            row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object value(String sql, Object... values) {
    return rows(sql, values).get(0).values().iterator().next();
  }

  private static Connection connect() throws SQLException {
    Connection connection = TestDatabase.named(DATABASE.name()).connectAsApp();
    connection.createStatement().execute("select set_config('todoke.org', 'system', false)");
    return connection;
  }
}
