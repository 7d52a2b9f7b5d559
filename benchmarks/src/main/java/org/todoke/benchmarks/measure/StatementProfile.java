package org.todoke.benchmarks.measure;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.todoke.stack.TextTable;

/**
 * What the databases of the services spent their time on, statement by statement, as
 * pg_stat_statements counts it: waiting for locks and for the disk included, the commit not.
 */
public final class StatementProfile {

  private static final int SHOWN = 100;

  private static final String MOST =
      """
      select substr(d.datname, 8), regexp_replace(s.query, '\\s+', ' ', 'g'), s.calls, s.rows,
        s.total_exec_time / 1000, s.total_plan_time / 1000
      from pg_stat_statements s join pg_database d on d.oid = s.dbid
      where d.datname like 'todoke\\_%' and s.toplevel
      order by s.total_exec_time + s.total_plan_time desc limit ?
      """;

  private final SuiteDatabase database;

  /**
   * @param database of a stack of which the server was started for measuring
   */
  public StatementProfile(SuiteDatabase database) {
    this.database = database;
  }

  /**
   * @param rows that all calls of it returned or wrote
   * @param seconds of all calls together
   * @param planning seconds in which it was planned
   */
  public record Spent(
      String service, String statement, long calls, long rows, double seconds, double planning) {}

  /** Counts from now on. */
  public void begin() {
    try (Connection connection = database.server();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
    } catch (SQLException e) {
      throw new IllegalStateException("statements are not counted", e);
    }
  }

  /** Those that took the most, the dearest first. */
  public List<Spent> most(int atMost) {
    try (Connection connection = database.server();
        PreparedStatement statement = connection.prepareStatement(MOST)) {
      statement.setInt(1, atMost);
      List<Spent> spent = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          spent.add(
              new Spent(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getDouble(5),
                  rows.getDouble(6)));
        }
      }
      return List.copyOf(spent);
    } catch (SQLException e) {
      throw new IllegalStateException("statements were not counted", e);
    }
  }

  public void print(PrintStream out, int atMost) {
    var table =
        new TextTable(
            "", "database", "seconds", "planning", "calls", "ms a call", "rows", "statement");
    for (Spent each : most(atMost)) {
      table.row(
          each.service(),
          String.format(Locale.ROOT, "%.1f", each.seconds()),
          String.format(Locale.ROOT, "%.1f", each.planning()),
          String.format(Locale.ROOT, "%,d", each.calls()),
          String.format(Locale.ROOT, "%.2f", each.seconds() * 1000 / each.calls()),
          String.format(Locale.ROOT, "%,d", each.rows()),
          each.statement().substring(0, Math.min(SHOWN, each.statement().length())));
    }
    table.print(out);
  }
}
