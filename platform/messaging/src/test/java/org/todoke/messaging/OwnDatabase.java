package org.todoke.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.todoke.testing.Databases;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;

/** A database with the tables of the platform and no application on it. */
final class OwnDatabase {

  private final TestDatabase database;

  OwnDatabase(String name) {
    database = TestDatabase.named(name);
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.owner().user(), database.owner().password())
        .locations("db/platform")
        .placeholders(Map.of("appRole", database.app().user()))
        .load()
        .migrate();
  }

  void clean() {
    Databases.clean(new ServiceDatabase(database.database().name()));
  }

  /** As the application's role at the suite's own work, a new connection each time. */
  DataSource dataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.app().user());
    source.setPassword(database.app().password());
    source.setOptions("-c todoke.org=system");
    return source;
  }

  Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  void asSuperuser(String sql) {
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends every session of the application's role, as a restart of the server would. */
  void cutConnections() {
    asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and usename = '%s'"
            .formatted(database.database().name(), database.app().user()));
  }

  /** Events {@code from} to {@code to} of each key, in one transaction. */
  void append(List<String> keys, int from, int to) {
    try (Connection connection = connect()) {
      append(connection, keys, from, to, "delivery.acknowledged", "{}");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void append(
      Connection connection, List<String> keys, int from, int to, String type, String data)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
                                correlation_id, data)
            select ?, k, k, n, now(), now(), 'cascade', ?::json
            from generate_series(?, ?) as n cross join unnest(?::text[]) as k
            order by n, k""")) {
      insert.setString(1, type);
      insert.setString(2, data);
      insert.setInt(3, from);
      insert.setInt(4, to);
      insert.setArray(5, connection.createArrayOf("text", keys.toArray()));
      insert.executeUpdate();
    }
  }

  List<String> outboxIds() {
    return strings("select event_id::text from outbox order by id");
  }

  List<String> strings(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
