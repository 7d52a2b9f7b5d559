package org.todoke.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * A service's database with its two roles: the owner of the schema, who migrates it, and the
 * application, which is neither owner nor superuser and cannot step around row-level security.
 */
public record ServiceDatabase(String name) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

  public ServiceDatabase {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
  }

  /** Who signs in, and with what. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** The database of {@code registry}, {@code notice} or {@code checklist}. */
  public static ServiceDatabase ofService(String service) {
    return new ServiceDatabase("todoke_" + service);
  }

  public String ownerRole() {
    return name + "_owner";
  }

  public String appRole() {
    return name + "_app";
  }

  /**
   * Creates what is missing and sets both passwords. Repeating it changes nothing else.
   *
   * @param server JDBC URL up to and including the last slash
   */
  public void ensure(String server, Credentials superuser, String ownerPassword, String appPassword)
      throws SQLException {
    try (Connection connection = connect(server + "postgres", superuser);
        Statement statement = connection.createStatement()) {
      ensureRole(connection, ownerRole(), ownerPassword);
      ensureRole(connection, appRole(), appPassword);
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute(
            "create database %s owner %s template template0 encoding 'UTF8'"
                .formatted(name, ownerRole()));
      }
      statement.execute("revoke all on database %s from public".formatted(name));
      statement.execute("grant connect on database %s to %s".formatted(name, appRole()));
    }
    try (Connection connection = connect(server + name, superuser);
        Statement statement = connection.createStatement()) {
      statement.execute("revoke all on schema public from public");
      statement.execute("grant usage on schema public to " + appRole());
    }
  }

  private static void ensureRole(Connection connection, String role, String password)
      throws SQLException {
    String verb =
        exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          verb
              + " role "
              + role
              + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password "
              + statement.enquoteLiteral(password));
    }
  }

  private static boolean exists(Connection connection, String query, String argument)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  static Connection connect(String url, Credentials credentials) throws SQLException {
    return DriverManager.getConnection(url, credentials.user(), credentials.password());
  }
}
