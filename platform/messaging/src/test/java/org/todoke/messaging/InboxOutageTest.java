package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.todoke.testing.TestDatabase;

/** A fault of the ground is waited out, and never taken for poison. */
@QuarkusTest
class InboxOutageTest extends InboxCase {

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
