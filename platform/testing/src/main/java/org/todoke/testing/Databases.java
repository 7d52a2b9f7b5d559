package org.todoke.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Empties a database between tests: every table but those of Flyway and those that are to stay.
 *
 * <p>Reference rows that a migration brought can be reloaded: they are copied aside the first time
 * and put back each time, so a test may change them.
 */
public final class Databases {

  private static final String ASIDE = "todoke_reference";
  private static final String DEADLOCK = "40P01";
  private static final String LOCK_TIMEOUT = "55P03";
  private static final int ATTEMPTS = 10;

  private Databases() {}

  public static void clean(ServiceDatabase database) {
    clean(database, Set.of(), Set.of());
  }

  /**
   * @param keep tables left as they are
   * @param reload tables set back to what they held at the first clean-up
   */
  public static void clean(ServiceDatabase database, Set<String> keep, Set<String> reload) {
    // The superuser, because forced row-level security binds the owner when rows are copied.
    try (Connection connection =
        ServiceDatabase.connect(
            TodokeEnvironment.jdbcUrl(database.name()), TodokeEnvironment.superuser())) {
      for (int attempt = 1; ; attempt++) {
        try {
          cleanOnce(connection, keep, reload);
          return;
        } catch (SQLException e) {
          // The application under test goes on working in the background, with locks of its own.
          boolean passing =
              DEADLOCK.equals(e.getSQLState()) || LOCK_TIMEOUT.equals(e.getSQLState());
          if (!passing || attempt == ATTEMPTS) {
            throw e;
          }
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot clean " + database.name(), e);
    }
  }

  private static void cleanOnce(Connection connection, Set<String> keep, Set<String> reload)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '2s'");
      for (String table : reload) {
        copyAside(statement, table);
      }
      List<String> tables = tables(statement);
      tables.removeAll(keep);
      // Cutting off an empty table costs as much as a full one: new files for it and each index.
      tables.retainAll(filled(statement, tables));
      if (!tables.isEmpty()) {
        statement.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
      }
      // Foreign keys between reference tables must not care for the order of their reloading.
      statement.execute("set local session_replication_role = replica");
      for (String table : reload) {
        putBack(statement, table);
      }
    }
    connection.commit();
  }

  private static List<String> tables(Statement statement) throws SQLException {
    var tables = new ArrayList<String>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select quote_ident(c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'flyway_schema_history'
              and not exists (
                select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static Set<String> filled(Statement statement, List<String> tables) throws SQLException {
    var filled = new HashSet<String>();
    String each =
        tables.stream()
            .map(table -> "select '%1$s' where exists (select from %1$s)".formatted(table))
            .collect(Collectors.joining(" union all "));
    if (!each.isEmpty()) {
      try (ResultSet rows = statement.executeQuery(each)) {
        while (rows.next()) {
          filled.add(rows.getString(1));
        }
      }
    }
    return filled;
  }

  private static void copyAside(Statement statement, String table) throws SQLException {
    statement.execute("create schema if not exists " + ASIDE);
    statement.execute(
        "create table if not exists %s.%s as table public.%s".formatted(ASIDE, table, table));
  }

  private static void putBack(Statement statement, String table) throws SQLException {
    String columns;
    try (ResultSet row =
        statement.executeQuery(
            """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = 'public.%s'::regclass
              and attnum > 0 and not attisdropped and attgenerated = ''
            """
                .formatted(table))) {
      row.next();
      columns = row.getString(1);
    }
    statement.execute(
        "insert into public.%1$s (%2$s) overriding system value select %2$s from %3$s.%1$s"
            .formatted(table, columns, ASIDE));
  }
}
