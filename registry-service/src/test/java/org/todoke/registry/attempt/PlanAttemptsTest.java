package org.todoke.registry.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.registry.TestRows;
import org.todoke.registry.attempt.messaging.ArrivalConsumer;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** Of which arrivals an attempt is made, and of which none. */
@QuarkusTest
class PlanAttemptsTest extends AttemptCase {

  @Test
  void anEventThatComesTwiceAndASecondWayMakeNoSecondAttempt() {
    CloudEvent first = arrival(SHIOSAI);
    tell(first, first, arrival(SHIOSAI, "inbox", false, "actual"), arrival(SHIOSAI));
    passed(SHIOSAI);

    assertThat(attempts("organization = '%s'".formatted(SHIOSAI)))
        .containsExactly("email created 0");
  }

  @Test
  void whoGotItByFaxAndWhoeverIsInATestAreSentNothing() {
    tell(
        arrival(SHIOSAI, "fax", true, "actual"),
        arrival(SHIOSAI, "inbox", false, "actual"),
        arrival(SHIOSAI, "inbox", true, "test"));
    passed(SHIOSAI);

    assertThat(attempts("organization = '%s'".formatted(SHIOSAI))).isEmpty();
  }

  @Test
  void anExerciseIsSentAndSaysSo() throws Exception {
    tell(arrival(SHIOSAI, "inbox", true, "exercise"));
    passed(SHIOSAI);

    sending.sendDue();

    assertThat(mail.receivedBy(OFFICE))
        .hasSize(1)
        .allSatisfy(
            m -> {
              assertThat(m.getSubject()).startsWith("【訓練】");
              assertThat((String) m.getContent()).contains("これは訓練です", "This is an exercise");
            });
  }

  @Test
  void ofThoseWithoutAnEmailContactNothingIsWrittenAtAll() {
    tell(arrival(USHIO), arrival("cn:0000000000000"), arrival("kj:3870498122"));
    passed(USHIO, "cn:0000000000000", "kj:3870498122");

    assertThat(attempts("notice_id = '%s'".formatted(notice))).isEmpty();
    assertThat(marks()).as("of those that came behind").isEqualTo(3);
  }

  @Test
  void anAddressThatFailedForGoodIsNotWrittenTo() {
    TestRows.change(
        """
        update contact set reachability = 'unreachable', reachability_since = now(),
          reachability_reason = 'wrong-address', reachability_by = '%s' where value = '%s'
        """
            .formatted(YAWATAHAMA, OFFICE));
    tell(arrival(SHIOSAI));
    passed(SHIOSAI);

    assertThat(attempts("organization = '%s'".formatted(SHIOSAI))).isEmpty();
  }

  @Test
  void aBrokenArrivalIsParkedWithAllBehindItAndOthersGoOn() {
    tell(
        CloudEventBuilder.v1(arrival(SHIOSAI))
            .withData("application/json", "{\"noticeId\":".getBytes(StandardCharsets.UTF_8))
            .build(),
        arrival(SHIOSAI));
    passed(SHIOSAI);

    Eventually.assertThat(
        () ->
            assertThat(
                    TestRows.of(
                        "select partition_key from parked_event where consumer = '%s'"
                            .formatted(ArrivalConsumer.NAME)))
                .containsExactly(notice + "/" + SHIOSAI, notice + "/" + SHIOSAI));
    assertThat(attempts("organization = '%s'".formatted(SHIOSAI))).isEmpty();
  }

  @Test
  void otherEventsOfDeliveriesAreNoneOfItsBusiness() {
    tell(
        TopicWriter.event(
            EventType.DELIVERY_ACKNOWLEDGED,
            notice + "/" + SHIOSAI,
            notice.toString(),
            1,
            "{\"noticeId\": \"%s\", \"organization\": \"%s\", \"tier\": \"corporation\"}"
                .formatted(notice, SHIOSAI)));
    passed(SHIOSAI);

    assertThat(marks()).isEqualTo(1);
  }

  /**
   * Returns when everything about these has been looked at: when an attempt was made of something
   * that came behind it in the same partition.
   */
  private void passed(String... organizations) {
    onlyContact(MINATO, "somu@minato.example.jp");
    for (String organization : organizations) {
      int partition = partition(notice + "/" + organization);
      UUID behind =
          Stream.generate(UUID::randomUUID)
              .filter(id -> partition(id + "/" + MINATO) == partition)
              .findFirst()
              .orElseThrow();
      tell(arrivalOf(behind, MINATO, "inbox", true, "actual"));
      Eventually.assertThat(
          () -> assertThat(attempts("notice_id = '%s'".formatted(behind))).hasSize(1));
    }
  }

  private static int partition(String key) {
    int partitions =
        Topics.ALL.stream()
            .filter(topic -> topic.name().equals(Topics.DELIVERIES))
            .mapToInt(Topics.Topic::partitions)
            .sum();
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  private static long marks() {
    return Long.parseLong(
        TestRows.of(
                "select count(*) from inbox where consumer = '%s'".formatted(ArrivalConsumer.NAME))
            .get(0));
  }
}
