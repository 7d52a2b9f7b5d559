package org.todoke.testing;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same servers in containers. Never loaded on the embedded path; Testcontainers removes what it
 * started when the JVM ends.
 */
final class ContainerParts {

  private ContainerParts() {}

  static Map<String, String> postgres() {
    var postgres =
        new PostgreSQLContainer(DockerImageName.parse(Backend.POSTGRES_IMAGE))
            .withUsername("postgres")
            .withPassword("postgres")
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
    postgres.start();
    return Map.of(
        SharedParts.URL,
        "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/",
        SharedParts.USER,
        "postgres",
        SharedParts.PASSWORD,
        "postgres");
  }

  static Map<String, String> kafka() {
    var kafka =
        new KafkaContainer(DockerImageName.parse(Backend.KAFKA_IMAGE))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    KafkaTopics.createAll(kafka.getBootstrapServers());
    return Map.of(SharedParts.URL, kafka.getBootstrapServers());
  }
}
