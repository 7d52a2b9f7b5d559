package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.Eventually;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.Tokens;
import org.todoke.web.app.Rows;

@QuarkusTest
@CleanDatabase(WebTest.DATABASE)
class RowSecurityTest extends WebTest {

  private static final String CITY_TOKEN = Tokens.of(CITY, "registrar");
  private static final String TOWN_TOKEN = Tokens.of(TOWN, "registrar");

  @Inject Rows rows;

  @Test
  void everyTransactionIsOnBehalfOfItsCaller() {
    assertThat(settings(CITY_TOKEN, "settings/in-transaction")).containsOnly(CITY);
    assertThat(settings(TOWN_TOKEN, "settings/in-transaction")).containsOnly(TOWN);
    assertThat(settings(CITY_TOKEN, "settings")).containsExactly(CITY, CITY);
  }

  @Test
  void scopeOfTheSystemIsSaidSoAndEnds() {
    assertThat(settings(CITY_TOKEN, "settings/of-the-system")).containsOnly("system");
    assertThat(settings(CITY_TOKEN, "settings/in-transaction")).containsOnly(CITY);
  }

  @Test
  void workOnNobodysBehalfSeesNothing() throws Exception {
    as(CITY_TOKEN).post("/v1/rows?name=a").then().statusCode(200);

    assertThat(rows.settingsInTransaction().subList(0, 2)).containsExactly("", "");
    assertThat(rows.names()).isEmpty();
    assertThat(rows.settingsOfTheSystem().subList(0, 2)).containsExactly("system", "system");
  }

  @Test
  void rowsOfOthersAreNotSeen() {
    as(CITY_TOKEN).post("/v1/rows?name=of-the-city").then().statusCode(200);
    as(TOWN_TOKEN).post("/v1/rows?name=of-the-town").then().statusCode(200);

    assertThat(names(CITY_TOKEN)).containsExactly("of-the-city");
    assertThat(names(TOWN_TOKEN)).containsExactly("of-the-town");
  }

  @Test
  void pooledConnectionNeverSpeaksForItsEarlierUser() {
    Map<String, Set<String>> usersOfConnection = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      String organization = i % 2 == 0 ? CITY : TOWN;
      List<String> seen =
          as(i % 2 == 0 ? CITY_TOKEN : TOWN_TOKEN)
              .get("/v1/rows/settings/in-transaction")
              .jsonPath()
              .getList("", String.class);
      assertThat(seen.subList(0, 2)).containsOnly(organization);
      usersOfConnection.computeIfAbsent(seen.get(2), pid -> new HashSet<>()).add(organization);
    }

    // Otherwise nothing was shown.
    assertThat(usersOfConnection.values()).contains(Set.of(CITY, TOWN));
  }

  @Test
  void failedTransactionLeavesNoTrace() {
    for (int i = 0; i < 10; i++) {
      as(CITY_TOKEN).post("/v1/rows?name=crash").then().statusCode(500);
      assertThat(settings(TOWN_TOKEN, "settings/in-transaction")).containsOnly(TOWN);
      assertThat(rows.settingsInTransaction().subList(0, 2)).containsExactly("", "");
    }
  }

  @Test
  void callersAtTheSameTimeAreNotMixedUp() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean city = i % 2 == 0;
      all.add(
          CompletableFuture.runAsync(
              () ->
                  assertThat(settings(city ? CITY_TOKEN : TOWN_TOKEN, "settings/in-transaction"))
                      .containsOnly(city ? CITY : TOWN)));
    }

    all.forEach(CompletableFuture::join);
  }

  /** A setting written behind the end of a transaction must not begin another one. */
  @Test
  void connectionsComeBackIdle() {
    settings(CITY_TOKEN, "settings/in-transaction");
    settings(CITY_TOKEN, "settings");

    Eventually.assertThat(
        () -> assertThat(statesOfConnections()).isNotEmpty().containsOnly("idle"));
  }

  private static List<String> settings(String token, String path) {
    List<String> seen = as(token).get("/v1/rows/" + path).jsonPath().getList("", String.class);
    return seen.subList(0, 2);
  }

  private static List<String> names(String token) {
    return as(token).get("/v1/rows").jsonPath().getList("", String.class);
  }

  private static List<String> statesOfConnections() throws Exception {
    List<String> states = new ArrayList<>();
    TestDatabase database = TestDatabase.named(DATABASE);
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select state from pg_stat_activity where usename = '"
                    + database.app().user()
                    + "'")) {
      while (found.next()) {
        states.add(found.getString(1));
      }
    }
    return states;
  }
}
