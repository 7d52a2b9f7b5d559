package org.todoke.testing;

import java.util.Map;

/**
 * One PostgreSQL, one Kafka and one token issuer for all tests of a JVM. Each starts when it is
 * first asked for and stops with the JVM.
 */
public final class TodokeEnvironment {

  private TodokeEnvironment() {}

  /** JDBC URL of a database on the shared server; the database need not exist. */
  public static String jdbcUrl(String database) {
    return postgres().get(SharedParts.URL) + database;
  }

  /** The superuser: to prepare and to clean up, never to run what is being tested. */
  static ServiceDatabase.Credentials superuser() {
    Map<String, String> postgres = postgres();
    return new ServiceDatabase.Credentials(
        postgres.get(SharedParts.USER), postgres.get(SharedParts.PASSWORD));
  }

  /** Topics of the suite exist already. */
  public static String kafkaBootstrapServers() {
    return SharedParts.ask("kafka").get(SharedParts.URL);
  }

  /** The value for {@code quarkus.oidc.auth-server-url}: discovery and keys are served below it. */
  public static String issuerUrl() {
    return SharedParts.ask("issuer").get(SharedParts.URL);
  }

  static String issuerKey() {
    return SharedParts.ask("issuer").get(SharedParts.KEY);
  }

  private static Map<String, String> postgres() {
    return SharedParts.ask("postgres");
  }
}
