package org.todoke.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.todoke.testing.TestDatabase;

/** Looks into the registry's database past every lock, and puts there what no route writes. */
public final class TestRows {

  private static final TestDatabase DATABASE = TestDatabase.named("todoke_registry");

  private TestRows() {}

  /** The first column of every row. */
  public static List<String> of(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DATABASE.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return rows;
  }

  /** The tables in which some row has the word, in whatever column. */
  public static List<String> tablesWith(String word) {
    return of("select tablename from pg_tables where schemaname = 'public' order by 1").stream()
        .filter(
            table ->
                !of("select 1 from %s t where strpos(cast(t as text), '%s') > 0 limit 1"
                        .formatted(table, word))
                    .isEmpty())
        .toList();
  }

  public static void change(String sql) {
    try (Connection connection = DATABASE.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
