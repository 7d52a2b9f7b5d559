package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Effects;
import org.todoke.messaging.app.Effects.Effect;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeServiceResource;

@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class InboxTest {

  @Inject Inbox inbox;
  @Inject InboxTransaction transaction;
  @Inject InboxMetrics metrics;
  @Inject ParkedEvents parkedEvents;
  @Inject Effects effects;
  @Inject DataSource dataSource;
  @Inject MeterRegistry meters;

  private final String consumer = "test." + UUID.randomUUID();
  private final Records records = new Records();

  @BeforeEach
  void heal() {
    effects.reset();
  }

  @Test
  void batchIsHandledOnceAndInOrder() {
    EventEnvelope a1 = Records.event("a", 1);
    EventEnvelope b1 = Records.event("b", 1);
    EventEnvelope a2 = Records.event("a", 2);

    receive(a1, b1, a2);

    assertThat(effects.of(consumer)).containsExactly(effect(a1), effect(b1), effect(a2));
    assertThat(effects.calls()).isEqualTo(1);
    assertThat(count("received")).isEqualTo(3);
    assertThat(count("handled")).isEqualTo(3);
  }

  @Test
  void handlerSeesTheEventsAsTheyWereSent() {
    var seen = new ArrayList<EventEnvelope>();
    EventEnvelope event = Records.event("a", 1);

    inbox.receive(consumer, records.batch(event), seen::addAll);

    assertThat(seen).containsExactly(event);
  }

  @Test
  void repeatedEventsChangeNothing() {
    EventEnvelope a1 = Records.event("a", 1);
    EventEnvelope a2 = Records.event("a", 2);
    receive(a1, a2);

    receive(a1, a2);
    receive(a2, a1, a2);
    EventEnvelope a3 = Records.event("a", 3);
    receive(a1, a3, a3);

    assertThat(effects.of(consumer)).containsExactly(effect(a1), effect(a2), effect(a3));
    assertThat(count("duplicate")).isEqualTo(7);
  }

  @Test
  void anotherConsumerHasItsOwnMarks() {
    EventEnvelope event = Records.event("a", 1);
    receive(event);

    inbox.receive(consumer + ".other", records.batch(event), effects.handler("other"));

    assertThat(effects.of("other")).containsExactly(effect(event));
  }

  @Test
  void effectAndMarkAreRolledBackTogether() {
    EventEnvelope event = Records.event("a", 1);
    var failures = new AtomicInteger();
    effects.after(
        events -> {
          if (failures.incrementAndGet() == 1) {
            throw new IllegalStateException("after the effect was written");
          }
        });

    receive(event);

    assertThat(failures).hasValue(2);
    assertThat(effects.of(consumer)).containsExactly(effect(event));
  }

  @Test
  void failureOfTheCommitTakesBackEffectAndMark() {
    EventEnvelope event = Records.event("a", 1);
    var failures = new AtomicInteger();
    effects.after(
        events -> {
          if (failures.incrementAndGet() == 1) {
            execute("insert into receipt (thing) values ('no such thing')");
          }
        });

    receive(event);

    assertThat(failures).hasValue(2);
    assertThat(effects.of(consumer)).containsExactly(effect(event));
    assertThat(parked()).isEmpty();
  }

  @Test
  void poisonParksItsKeyWithAllThatIsBehindAndOthersGoOn() {
    EventEnvelope a1 = Records.event("a", 1);
    EventEnvelope a2 = Records.event("a", 2);
    EventEnvelope a3 = Records.event("a", 3);
    EventEnvelope b1 = Records.event("b", 1);
    EventEnvelope b2 = Records.event("b", 2);
    effects.poison(a2.id());

    receive(a1, b1, a2, a3, b2);
    EventEnvelope a4 = Records.event("a", 4);
    EventEnvelope b3 = Records.event("b", 3);
    receive(a4, b3);

    assertThat(effects.of(consumer))
        .containsExactly(effect(a1), effect(b1), effect(b2), effect(b3));
    assertThat(parked())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.key()).isEqualTo("a");
              assertThat(key.count()).isEqualTo(3);
              assertThat(key.reason()).isEqualTo("IllegalArgumentException: indigestible");
              assertThat(key.attempts()).isEqualTo(3);
            });
    assertThat(count("parked")).isEqualTo(3);
  }

  @Test
  void severalPoisonsInOneBatchParkTheirKeysOnly() {
    List<EventEnvelope> events =
        LongStream.range(0, 40).mapToObj(n -> Records.event("k" + n % 8, 1 + n / 8)).toList();
    effects.poison(events.get(3).id());
    effects.poison(events.get(13).id());
    effects.poison(events.get(39).id());

    receive(events.toArray(EventEnvelope[]::new));

    assertThat(parked())
        .extracting(ParkedKey::key, ParkedKey::count)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("k3", 5L),
            org.assertj.core.groups.Tuple.tuple("k5", 4L),
            org.assertj.core.groups.Tuple.tuple("k7", 1L));
    assertThat(effects.of(consumer)).hasSize(30);
    assertThat(effects.of(consumer).stream().filter(e -> e.key().equals("k0")))
        .extracting(Effect::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void unreadableRecordIsParkedUnderItsKafkaKey() {
    EventEnvelope a1 = Records.event("a", 1);
    EventEnvelope a2 = Records.event("a", 2);
    EventEnvelope b1 = Records.event("b", 1);

    receive(List.of(records.of(a1), records.broken("a"), records.of(a2), records.of(b1)));

    assertThat(effects.of(consumer)).containsExactly(effect(a1), effect(b1));
    assertThat(parked())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.key()).isEqualTo("a");
              assertThat(key.count()).isEqualTo(2);
              assertThat(key.reason()).startsWith("unreadable: ");
            });
  }

  @Test
  void unreadableRecordWithoutAKeyIsParkedUnderItsPlace() {
    receive(List.of(records.broken(null)));

    assertThat(parked()).extracting(ParkedKey::key).containsExactly("todoke.deliveries-0@0");
  }

  @Test
  void keyThatNoColumnCouldHoldIsParkedAllTheSame() {
    receive(
        List.of(records.broken("x".repeat(10_000)), records.broken("a\0b"), records.broken("")));

    assertThat(parked()).hasSize(3);
  }

  @Test
  void parkedRecordThatComesAgainIsNotParkedTwice() {
    EventEnvelope a1 = Records.event("a", 1);
    effects.poison(a1.id());
    ConsumerRecord<String, byte[]> record = records.of(a1);
    ConsumerRecord<String, byte[]> broken = records.broken("b");

    receive(List.of(record, broken));
    receive(List.of(record, broken));

    assertThat(parked()).extracting(ParkedKey::count).containsExactly(1L, 1L);
  }

  @Test
  void transientFailureIsRetriedAndNothingIsParked() {
    EventEnvelope event = Records.event("a", 1);
    var calls = new AtomicInteger();
    effects.before(
        events -> {
          if (calls.incrementAndGet() <= 10) {
            throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
          }
        });

    receive(event);

    assertThat(calls).hasValue(11);
    assertThat(effects.of(consumer)).containsExactly(effect(event));
    assertThat(parked()).isEmpty();
  }

  @Test
  void connectionCutWithinTheHandlerIsRetried() {
    EventEnvelope event = Records.event("a", 1);
    var calls = new AtomicInteger();
    effects.before(
        events -> {
          if (calls.incrementAndGet() <= 2) {
            cutEveryConnection();
          }
        });

    receive(event);

    assertThat(effects.of(consumer)).containsExactly(effect(event));
    assertThat(parked()).isEmpty();
  }

  @Test
  void consumerGivesUpWhenTheDatabaseStaysAway() {
    var impatient =
        new Inbox(
            transaction,
            metrics,
            new ImpatientConfig(3, Duration.ofMillis(1), Duration.ofMillis(100)));
    EventEnvelope event = Records.event("a", 1);
    effects.before(
        events -> {
          throw new IllegalStateException(new SQLException("gone", "08006"));
        });

    assertThatThrownBy(
            () -> impatient.receive(consumer, records.batch(event), effects.handler(consumer)))
        .isInstanceOf(DatabaseStayedAway.class);

    assertThat(parked()).isEmpty();
    effects.reset();
    receive(event);
    assertThat(effects.of(consumer)).containsExactly(effect(event));
  }

  /** Settings of a consumer that a test need not wait for. */
  private record ImpatientConfig(int attempts, Duration pause, Duration giveUpAfter)
      implements InboxConfig {
    @Override
    public Duration attemptPause() {
      return pause;
    }

    @Override
    public Duration minPause() {
      return pause;
    }

    @Override
    public Duration maxPause() {
      return pause;
    }

    @Override
    public Duration keep() {
      return Duration.ofDays(30);
    }

    @Override
    public Duration keepIdempotencyKeys() {
      return Duration.ofDays(7);
    }

    @Override
    public String cleanEvery() {
      return "off";
    }
  }

  @Test
  void serviceThatStopsParksNothing() {
    var stopping =
        new Inbox(
            transaction,
            metrics,
            new ImpatientConfig(3, Duration.ofMillis(1), Duration.ofSeconds(5)));
    stopping.onStop(new io.quarkus.runtime.ShutdownEvent());
    EventEnvelope event = Records.event("a", 1);
    effects.poison(event.id());

    assertThatThrownBy(
            () -> stopping.receive(consumer, records.batch(event), effects.handler(consumer)))
        .hasMessage("indigestible");

    assertThat(parked()).isEmpty();
  }

  @Test
  void sameBatchOnTwoInstancesHasItsEffectOnce() throws Exception {
    EventEnvelope[] events =
        LongStream.rangeClosed(1, 200)
            .mapToObj(n -> Records.event("k" + n % 10, n))
            .toArray(EventEnvelope[]::new);
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        work.add(threads.submit(() -> receive(events)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(effects.of(consumer))
        .hasSize(200)
        .extracting(Effect::eventId)
        .doesNotHaveDuplicates();
  }

  @Test
  void logLinesOfAHandlerNameTheEventAndTheNotice() {
    var seen = new ArrayList<Object>();
    EventEnvelope event = Records.event("a", 1);

    inbox.receive(
        consumer,
        records.batch(event),
        events -> {
          seen.add(MDC.get("eventId"));
          seen.add(MDC.get("correlationId"));
          seen.add(MDC.get("noticeId"));
        });

    assertThat(seen).containsExactly(event.id(), "cascade", Records.NOTICE);
    assertThat(MDC.get("eventId")).isNull();
    assertThat(MDC.get("noticeId")).isNull();
  }

  @Test
  void whatPostgreSqlSaysOfTheDataIsNeitherKeptNorThrown() {
    var thrown = new ArrayList<String>();
    inbox.receive(
        consumer,
        records.batch(Records.event("a", 1)),
        events -> {
          try {
            execute("insert into thing (id, note, seq) values ('secret', null, 1)");
          } catch (IllegalStateException e) {
            thrown.add(e.getCause().getMessage());
            throw e;
          }
        });

    assertThat(thrown).hasSize(3).allMatch(message -> !message.contains("secret"));
    assertThat(parked())
        .singleElement()
        .satisfies(
            key ->
                assertThat(key.reason())
                    .matches("PSQLException: SQL state 23502 in InboxTest.execute:[0-9]+"));
  }

  private void receive(EventEnvelope... events) {
    inbox.receive(consumer, records.batch(events), effects.handler(consumer));
  }

  private void receive(List<ConsumerRecord<String, byte[]>> batch) {
    inbox.receive(consumer, Records.batch(batch), effects.handler(consumer));
  }

  private List<ParkedKey> parked() {
    return parkedEvents.list(0, 1000).stream()
        .filter(key -> key.consumer().equals(consumer))
        .toList();
  }

  private double count(String what) {
    return meters
        .counter("todoke.inbox." + what, "service", "notice", "consumer", consumer)
        .count();
  }

  private static Effect effect(EventEnvelope event) {
    return new Effect(event.id(), event.partitionKey(), event.sequence());
  }

  private void execute(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void cutEveryConnection() {
    try (var superuser = TestDatabase.named("todoke_messaging_test").connectAsSuperuser();
        var cut = superuser.createStatement()) {
      cut.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()""");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
