package org.todoke.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** A service's database on the shared server of the tests. */
public record TestDatabase(ServiceDatabase database) {

  private static final String OWNER_PASSWORD = "owner-of-the-tests";
  private static final String APP_PASSWORD = "app-of-the-tests";

  /** Creates it, or finds it as an earlier test class left it. */
  public static TestDatabase ensure(ServiceDatabase database) {
    try {
      database.ensure(
          TodokeEnvironment.jdbcUrl(""),
          TodokeEnvironment.superuser(),
          OWNER_PASSWORD,
          APP_PASSWORD);
      return new TestDatabase(database);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare the database " + database.name(), e);
    }
  }

  /** As {@link #ensure(ServiceDatabase)}, for any name. */
  public static TestDatabase named(String name) {
    return ensure(new ServiceDatabase(name));
  }

  public String jdbcUrl() {
    return TodokeEnvironment.jdbcUrl(database.name());
  }

  public ServiceDatabase.Credentials owner() {
    return new ServiceDatabase.Credentials(database.ownerRole(), OWNER_PASSWORD);
  }

  public ServiceDatabase.Credentials app() {
    return new ServiceDatabase.Credentials(database.appRole(), APP_PASSWORD);
  }

  /** A new connection of the role that migrates. */
  public Connection connectAsOwner() throws SQLException {
    return ServiceDatabase.connect(jdbcUrl(), owner());
  }

  /** A new connection of the role that a service runs under. */
  public Connection connectAsApp() throws SQLException {
    return ServiceDatabase.connect(jdbcUrl(), app());
  }

  /** A new connection that row-level security does not bind: to look behind what is tested. */
  public Connection connectAsSuperuser() throws SQLException {
    return ServiceDatabase.connect(jdbcUrl(), TodokeEnvironment.superuser());
  }
}
