package org.todoke.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether every table of a service's schema is behind row-level security, forced upon the owner
 * too, minus the exceptions that a test names with a reason. So that a new table cannot be
 * forgotten.
 */
public final class RowSecurityContract {

  private static final String TABLES =
      """
      select relname, relrowsecurity and relforcerowsecurity as locked from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      """;

  private RowSecurityContract() {}

  /**
   * What is wrong, one readable line each, and nothing if all is well.
   *
   * @param exceptions reason by table
   */
  public static List<String> faults(TestDatabase database, Map<String, String> exceptions)
      throws SQLException {
    Map<String, Boolean> tables = new TreeMap<>();
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.put(rows.getString("relname"), rows.getBoolean("locked"));
      }
    }
    return faults(tables, exceptions);
  }

  static List<String> faults(Map<String, Boolean> lockedByTable, Map<String, String> exceptions) {
    List<String> faults = new ArrayList<>();
    if (lockedByTable.isEmpty()) {
      faults.add("the schema has no table: nothing was looked at");
    }
    lockedByTable.forEach(
        (table, locked) -> {
          if (!locked && !exceptions.containsKey(table)) {
            faults.add(table + ": is open to every caller, and no exception says why");
          } else if (locked && exceptions.containsKey(table)) {
            faults.add(table + ": is named as an exception and is none");
          }
        });
    new TreeMap<>(exceptions)
        .forEach(
            (table, reason) -> {
              if (!lockedByTable.containsKey(table)) {
                faults.add(table + ": is named as an exception and does not exist");
              } else if (reason.isBlank()) {
                faults.add(table + ": an exception needs a reason");
              }
            });
    return faults;
  }
}
