package org.todoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.app.Effects.Effect;

/** What cannot be handled is put aside with all that lies behind it, and nothing else is. */
@QuarkusTest
class InboxParkingTest extends InboxCase {

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
}
