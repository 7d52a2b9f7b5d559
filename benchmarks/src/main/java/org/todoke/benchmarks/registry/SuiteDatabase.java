package org.todoke.benchmarks.registry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.todoke.stack.Ports;
import org.todoke.stack.Secrets;
import org.todoke.stack.Stack;

/** Looks into the databases of a stack past its services, as its superuser. */
final class SuiteDatabase {

  private static final String SUPERUSER = "postgres";
  private static final String OWN = "bench";

  private final String server;
  private final String password;

  SuiteDatabase(Stack stack, int portOffset) {
    this(
        "jdbc:postgresql://127.0.0.1:" + new Ports(portOffset).postgres() + "/",
        new Secrets(stack.folders().secrets()).password(SUPERUSER));
  }

  private SuiteDatabase(String server, String password) {
    this.server = server;
    this.password = password;
  }

  /** A database of the benchmark's own on the same server, made if it is not there. */
  Connection own() throws SQLException {
    try (Connection connection = connect(SUPERUSER);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = '" + OWN + "'")) {
      if (!found.next()) {
        try (Statement making = connection.createStatement()) {
          making.execute("create database " + OWN + " template template0 encoding 'UTF8'");
        }
      }
    }
    return connect(OWN);
  }

  /** Events of the registry that are not on Kafka yet. */
  long waitingEvents() {
    return number("registry", "select count(*) from outbox");
  }

  long organizations() {
    return number("registry", "select count(*) from organization");
  }

  /** Organisations that notice-service knows. */
  long directory() {
    return number("notice", "select count(*) from organization");
  }

  /** So that plans rest on what is there, as autovacuum would see to within a minute. */
  void analyze(String service) {
    try (Connection connection = connect("todoke_" + service);
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The first column of every row.
   *
   * @param service {@code registry} or {@code notice}
   */
  List<String> texts(String service, String query) {
    try (Connection connection = connect("todoke_" + service);
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return List.copyOf(texts);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private long number(String service, String query) {
    return Long.parseLong(texts(service, query).get(0));
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(server + database, SUPERUSER, password);
  }
}
