package org.todoke.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under test what the stack would give it: its own database with both roles, Kafka
 * with the topics of the suite, and a token issuer.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(
 *     value = TodokeServiceResource.class,
 *     initArgs = @ResourceArg(name = "service", value = "notice"))
 * }</pre>
 *
 * <p>Instead of {@code service}, {@code database} names any database; with neither there is none.
 * {@code kafka=false} leaves Kafka out.
 */
public class TodokeServiceResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable ServiceDatabase database;
  private boolean kafka = true;

  @Override
  public void init(Map<String, String> initArgs) {
    if (initArgs.containsKey("service")) {
      database = ServiceDatabase.ofService(initArgs.get("service"));
    } else if (initArgs.containsKey("database")) {
      database = new ServiceDatabase(initArgs.get("database"));
    }
    kafka = !"false".equals(initArgs.get("kafka"));
  }

  @Override
  public Map<String, String> start() {
    // The broker takes longest, so it starts beside the rest.
    var broker =
        CompletableFuture.supplyAsync(
            () -> kafka ? TodokeEnvironment.kafkaBootstrapServers() : null);
    var config = new HashMap<String, String>();
    config.put("quarkus.devservices.enabled", "false");
    config.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
    config.put("quarkus.log.category.\"kafka\".level", "WARN");
    config.put("quarkus.http.test-port", "0");
    config.put("quarkus.management.test-port", "0");
    config.put("quarkus.oidc.auth-server-url", TodokeEnvironment.issuerUrl());
    if (database != null) {
      config.putAll(databaseConfig(database));
    }
    String bootstrap = broker.join();
    if (bootstrap != null) {
      config.put("kafka.bootstrap.servers", bootstrap);
    }
    return config;
  }

  /** Creates the database where it is missing and says how a service reaches it. */
  public static Map<String, String> databaseConfig(ServiceDatabase database) {
    TestDatabase test = TestDatabase.ensure(database);
    return Map.of(
        "quarkus.datasource.jdbc.url", test.jdbcUrl(),
        "quarkus.datasource.username", test.app().user(),
        "quarkus.datasource.password", test.app().password(),
        "quarkus.flyway.username", test.owner().user(),
        "quarkus.flyway.password", test.owner().password());
  }

  /** Nothing: the shared servers outlive the application under test and end with the JVM. */
  @Override
  public void stop() {}
}
