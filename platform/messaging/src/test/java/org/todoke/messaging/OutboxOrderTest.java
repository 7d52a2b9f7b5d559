package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Things;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TestDatabase;

/** Many writers, and connections that are cut: each key keeps its order. */
@QuarkusTest
class OutboxOrderTest extends OutboxCase {

  @Test
  void severalEventsOfOneTransactionKeepTheirOrder() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                outbox.appendAll(
                    LongStream.rangeClosed(1, 5)
                        .mapToObj(n -> Things.event(id, n, clock))
                        .toList()));

    assertThat(probe.awaitEvents(5, e -> e.subject().equals(id)))
        .extracting(ReceivedEvent::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void manyWritersKeepTheOrderOfEachKey() throws Exception {
    List<String> keys = IntStream.range(0, 6).mapToObj(i -> id + "-" + i).toList();
    keys.forEach(things::create);
    int writers = 8;
    int changes = 25;
    var threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        boolean setBased = w == 0;
        work.add(threads.submit(() -> write(keys, changes, setBased)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    long expected = keys.stream().mapToLong(this::sequenceOf).sum();

    List<ReceivedEvent> received =
        probe.awaitEvents((int) expected, e -> keys.contains(e.subject()));

    assertThat(received).hasSize((int) expected);
    assertThat(received).extracting(ReceivedEvent::id).doesNotHaveDuplicates();
    Map<String, List<Long>> sequences =
        received.stream()
            .collect(
                Collectors.groupingBy(
                    ReceivedEvent::subject,
                    Collectors.mapping(ReceivedEvent::sequence, Collectors.toList())));
    for (String key : keys) {
      assertThat(sequences.get(key))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, sequenceOf(key)).boxed().toList());
    }
  }

  private void write(List<String> keys, int changes, boolean setBased) {
    for (int i = 0; i < changes; i++) {
      if (setBased) {
        things.changeAll();
      } else {
        things.change(keys.get(ThreadLocalRandom.current().nextInt(keys.size())));
      }
    }
  }

  @Test
  void eventsGoOnAfterEveryConnectionWasCut() throws Exception {
    things.change(id);
    probe.awaitEvents(1, e -> e.subject().equals(id));
    cutEveryConnection();

    Eventually.assertThat(() -> assertThatCode(() -> things.change(id)).doesNotThrowAnyException());

    assertThat(probe.awaitEvents(2, e -> e.subject().equals(id)))
        .extracting(ReceivedEvent::sequence)
        .containsExactly(1L, 2L);
  }

  /** No request of the application renews a connection here: the relay finds out by itself. */
  @Test
  void relayAloneGetsOverConnectionsThatWereCut() throws Exception {
    cutEveryConnection();
    try (Connection superuser = TestDatabase.named("todoke_messaging_test").connectAsSuperuser();
        PreparedStatement insert =
            superuser.prepareStatement(
                """
                insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
                                    correlation_id, data)
                values ('delivery.acknowledged', ?, ?, 1, now(), now(), ?, '{}')""")) {
      insert.setString(1, id);
      insert.setString(2, id);
      insert.setString(3, id);
      insert.executeUpdate();
    }

    assertThat(probe.awaitEvents(1, e -> e.subject().equals(id))).hasSize(1);
  }

  private static void cutEveryConnection() throws SQLException {
    try (Connection superuser = TestDatabase.named("todoke_messaging_test").connectAsSuperuser();
        PreparedStatement cut =
            superuser.prepareStatement(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""")) {
      cut.execute();
    }
  }

  private long sequenceOf(String key) {
    return count("select seq from thing where id = ?", key);
  }
}
