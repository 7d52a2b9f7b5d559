package org.todoke.notice.directory.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CaughtUpTest {

  private static final TopicPartition FIRST = new TopicPartition("t", 0);
  private static final TopicPartition SECOND = new TopicPartition("t", 1);

  @Test
  void anEmptyTopicIsReadAtOnce() {
    assertThat(new CaughtUp(Map.of()).with(Map.of())).isTrue();
  }

  @Test
  void everyPartitionMustBeRead() {
    var goal = new CaughtUp(Map.of(FIRST, 3L, SECOND, 5L));

    assertThat(goal.with(Map.of(FIRST, at(3)))).isFalse();
    assertThat(goal.with(Map.of(FIRST, at(3), SECOND, at(4)))).isFalse();
    assertThat(goal.with(Map.of(FIRST, at(9), SECOND, at(5)))).isTrue();
  }

  private static OffsetAndMetadata at(long offset) {
    return new OffsetAndMetadata(offset);
  }
}
