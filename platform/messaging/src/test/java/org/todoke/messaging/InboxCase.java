package org.todoke.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.messaging.app.Effects;
import org.todoke.messaging.app.Effects.Effect;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.TodokeServiceResource;

/** An inbox with a consumer of its own for each test, and what it leaves behind. */
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
abstract class InboxCase {

  @Inject Inbox inbox;
  @Inject InboxTransaction transaction;
  @Inject InboxMetrics metrics;
  @Inject ParkedEvents parkedEvents;
  @Inject Effects effects;
  @Inject DataSource dataSource;
  @Inject MeterRegistry meters;
  final String consumer = "test." + UUID.randomUUID();
  final Records records = new Records();

  @BeforeEach
  void heal() {
    effects.reset();
  }

  void receive(EventEnvelope... events) {
    inbox.receive(consumer, records.batch(events), effects.handler(consumer));
  }

  void receive(List<ConsumerRecord<String, byte[]>> batch) {
    inbox.receive(consumer, Records.batch(batch), effects.handler(consumer));
  }

  List<ParkedKey> parked() {
    return parkedEvents.list(0, 1000).stream()
        .filter(key -> key.consumer().equals(consumer))
        .toList();
  }

  double count(String what) {
    return meters
        .counter("todoke.inbox." + what, "service", "notice", "consumer", consumer)
        .count();
  }

  static Effect effect(EventEnvelope event) {
    return new Effect(event.id(), event.partitionKey(), event.sequence());
  }

  void execute(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
