package org.todoke.notice.directory.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Topics;

/**
 * Ready once the directory holds what was on the topic when the service started: a notice issued
 * before would freeze an audience with holes in it. Asked of Kafka, because another instance of the
 * group may be the one that reads; from then on it stays ready, whatever becomes of the broker.
 */
@Readiness
@ApplicationScoped
class DirectoryHealth implements HealthCheck {

  private static final String NAME = "directory";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Object> kafka;
  private final DataSource dataSource;
  private @Nullable Admin admin;
  private @Nullable CaughtUp goal;
  private boolean ready;

  DirectoryHealth(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, DataSource dataSource) {
    this.kafka = kafka;
    this.dataSource = dataSource;
  }

  @Override
  public synchronized HealthCheckResponse call() {
    if (ready) {
      return HealthCheckResponse.up(NAME);
    }
    try {
      if (!hasReadTheTopic()) {
        return waiting("reading the organizations that are on the topic");
      }
      if (isEmpty()) {
        return waiting("no organization has been published yet");
      }
    } catch (ExecutionException | TimeoutException e) {
      return waiting("the broker does not answer");
    } catch (SQLException e) {
      return waiting("the database does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return waiting("stopping");
    }
    ready = true;
    close();
    return HealthCheckResponse.up(NAME);
  }

  private static HealthCheckResponse waiting(String forWhat) {
    return HealthCheckResponse.named(NAME).down().withData("waiting", forWhat).build();
  }

  private boolean hasReadTheTopic()
      throws ExecutionException, InterruptedException, TimeoutException {
    if (admin == null) {
      admin = Admin.create(adminConfig());
    }
    if (goal == null) {
      goal = new CaughtUp(ends(admin));
    }
    return goal.with(
        await(
            admin
                .listConsumerGroupOffsets(OrganizationConsumer.NAME)
                .partitionsToOffsetAndMetadata()));
  }

  private static Map<TopicPartition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    var partitions =
        await(admin.describeTopics(List.of(Topics.ORGANIZATIONS)).allTopicNames())
            .get(Topics.ORGANIZATIONS)
            .partitions()
            .stream()
            .map(p -> new TopicPartition(Topics.ORGANIZATIONS, p.partition()))
            .toList();
    var first = offsets(admin, partitions, OffsetSpec.earliest());
    var last = offsets(admin, partitions, OffsetSpec.latest());
    return partitions.stream()
        .filter(p -> first.get(p) < last.get(p))
        .collect(Collectors.toMap(Function.identity(), last::get));
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Iterable<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(p -> asked.put(p, which));
    var found = new HashMap<TopicPartition, Long>();
    await(admin.listOffsets(asked).all()).forEach((p, offset) -> found.put(p, offset.offset()));
    return found;
  }

  private static <T> T await(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Map<String, Object> adminConfig() {
    var config = new HashMap<String, Object>();
    kafka.forEach(
        (key, value) -> {
          if (AdminClientConfig.configNames().contains(key)) {
            config.put(key, value);
          }
        });
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, "notice-directory-health");
    return config;
  }

  private boolean isEmpty() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select exists (select from organization)")) {
      row.next();
      return !row.getBoolean(1);
    }
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }
}
