package org.todoke.registry.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.TestDatabase;

@QuarkusTest
@FreshRegistry
class PlaceLoadingTest extends RegistryTest {

  private static final TestDatabase DATABASE = TestDatabase.named("todoke_registry");

  @Inject PlaceLoader loader;

  @Test
  void startLoadsEveryCode() throws SQLException {
    assertThat(rows("select kind || ' ' || count(*) from place_code group by kind"))
        .containsExactlyInAnyOrder("ward 171", "northern-territory 6", "retired 16", "renamed 1");
    assertThat(rows("select successor from place_succession where code = '221350' order by 1"))
        .containsExactly("221384", "221392");
  }

  @Test
  void loadingAgainChangesNothing() throws SQLException {
    List<String> before = rows("select p.xmin || p::text from place_code p order by code");

    assertThat(loader.load()).isZero();

    assertThat(rows("select p.xmin || p::text from place_code p order by code")).isEqualTo(before);
  }

  @Test
  void whatTheListsSayAnewIsTaken() throws SQLException {
    execute("update place_code set name = '旧中央区' where code = '221384'");
    execute("delete from place_succession where code = '384411'");
    execute("insert into place_succession values ('384437', '382043')");
    execute("delete from place_code where code = '016951'");

    assertThat(loader.load()).isEqualTo(4);

    assertThat(rows("select name from place_code where code = '221384'")).containsExactly("中央区");
    assertThat(rows("select successor from place_succession where code in ('384411', '384437')"))
        .containsExactlyInAnyOrder("382043", "384429");
    assertThat(rows("select name from place_code where code = '016951'")).containsExactly("色丹村");
  }

  @Test
  void nobodyIsToldOfACode() throws SQLException {
    execute("truncate place_code cascade");

    assertThat(loader.load()).isEqualTo(194);

    assertThat(rows("select type from outbox")).isEmpty();
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DATABASE.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
