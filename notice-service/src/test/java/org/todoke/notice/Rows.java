package org.todoke.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;

/** Looks into the database behind the service's back, where row-level security binds nobody. */
public final class Rows {

  private static final TestDatabase DATABASE =
      TestDatabase.ensure(ServiceDatabase.ofService("notice"));

  private Rows() {}

  public static TestDatabase database() {
    return DATABASE;
  }

  /** The rows, by column name. */
  public static List<Map<String, Object>> of(String query, Object... arguments) {
    try (Connection connection = DATABASE.connectAsSuperuser()) {
      return of(connection, query, arguments);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The same on a connection that the test has prepared. */
  public static List<Map<String, Object>> of(
      Connection connection, String query, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      var rows = new ArrayList<Map<String, Object>>();
      try (ResultSet result = statement.executeQuery()) {
        var columns = result.getMetaData();
        while (result.next()) {
          var row = new LinkedHashMap<String, Object>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), result.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  public static long count(String table, String where, Object... arguments) {
    return (Long)
        of("select count(*) as n from " + table + " where " + where, arguments).get(0).get("n");
  }

  public static int change(String statement, Object... arguments) {
    try (Connection connection = DATABASE.connectAsSuperuser();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < arguments.length; i++) {
        prepared.setObject(i + 1, arguments[i]);
      }
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
