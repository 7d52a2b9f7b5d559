package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Things;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class OutboxTest {

  @Inject Things things;
  @Inject Outbox outbox;
  @Inject Clock clock;

  @Test
  void committedEventReachesKafka() {
    String id = UUID.randomUUID().toString();
    try (TopicProbe probe = TopicProbe.fromNow("todoke.deliveries")) {
      things.create(id);
      things.change(id);
      List<ReceivedEvent> received = probe.awaitEvents(1, e -> e.subject().equals(id));
      assertThat(received).hasSize(1);
      System.out.println(received);
    }
  }

  @Test
  void outsideATransactionNothingIsTaken() {
    assertThatThrownBy(() -> outbox.append(Things.event("x", 1, clock)))
        .isInstanceOf(jakarta.transaction.TransactionalException.class);
  }
}
