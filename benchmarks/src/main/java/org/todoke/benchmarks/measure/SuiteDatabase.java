package org.todoke.benchmarks.measure;

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
public final class SuiteDatabase {

  private static final String SUPERUSER = "postgres";
  private static final String OWN = "bench";

  private final String server;
  private final String password;

  public SuiteDatabase(Stack stack, int portOffset) {
    this(
        "jdbc:postgresql://127.0.0.1:" + new Ports(portOffset).postgres() + "/",
        new Secrets(stack.folders().secrets()).password(SUPERUSER));
  }

  private SuiteDatabase(String server, String password) {
    this.server = server;
    this.password = password;
  }

  /** A database of the benchmark's own on the same server, made if it is not there. */
  public Connection own() throws SQLException {
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
  public long waitingEvents() {
    return number("registry", "select count(*) from outbox");
  }

  public long organizations() {
    return number("registry", "select count(*) from organization");
  }

  /** Organisations that notice-service knows. */
  public long directory() {
    return number("notice", "select count(*) from organization");
  }

  /** So that plans rest on what is there, as autovacuum would see to within a minute. */
  public void analyze(String service) {
    try (Connection connection = of(service);
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
  public List<String> texts(String service, String query) {
    try (Connection connection = of(service);
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

  /** The first column of the only row. */
  public long number(String service, String query) {
    return Long.parseLong(texts(service, query).get(0));
  }

  /** The database of a service, as the superuser: row-level security shows everything. */
  public Connection of(String service) throws SQLException {
    return connect("todoke_" + service);
  }

  /** Whether there is any event of the service that is not on Kafka yet. */
  public boolean hasWaitingEvents(String service) {
    return number(service, "select count(*) from (select from outbox limit 1) o") > 0;
  }

  /** One value of any kind, as text. */
  public String text(String service, String query) {
    return texts(service, query).get(0);
  }

  /** Statements that return nothing, one behind the other, each in a transaction of its own. */
  public void execute(String service, String... statements) {
    try (Connection connection = of(service);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements), e);
    }
  }

  /** A database of another's own on the same server, made anew. */
  public String fresh(String name) {
    try (Connection connection = connect(SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name + " template template0 encoding 'UTF8'");
      return server + name;
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
  }

  public void drop(String name) {
    try (Connection connection = connect(SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop " + name, e);
    }
  }

  /** The server itself, in the database that every one has. */
  Connection server() throws SQLException {
    return connect(SUPERUSER);
  }

  public String superuser() {
    return SUPERUSER;
  }

  public String password() {
    return password;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(server + database, SUPERUSER, password);
  }
}
