package org.todoke.messaging;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.messaging.app.Things;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.TopicProbe;

/** A thing of its own for each test, and a probe on the topic that tells of it. */
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
abstract class OutboxCase {

  static final String TOPIC = "todoke.deliveries";
  @Inject Things things;
  @Inject Outbox outbox;
  @Inject RelaySignal signal;
  @Inject Clock clock;
  @Inject DataSource dataSource;
  @Inject EntityManager entities;
  final String id = UUID.randomUUID().toString();
  TopicProbe probe;

  @BeforeEach
  void listen() {
    probe = TopicProbe.fromNow(TOPIC);
    things.create(id);
  }

  @AfterEach
  void hangUp() {
    probe.close();
  }

  void execute(String sql, String argument) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String sql, String argument) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, argument);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
