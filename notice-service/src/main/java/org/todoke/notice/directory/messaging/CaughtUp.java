package org.todoke.notice.directory.messaging;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a consumer group has read what was on a topic at a certain moment.
 *
 * @param ends the end of each partition that held anything at that moment
 */
record CaughtUp(Map<TopicPartition, Long> ends) {

  CaughtUp {
    ends = Map.copyOf(ends);
  }

  boolean with(Map<TopicPartition, @Nullable OffsetAndMetadata> committed) {
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata position = committed.get(end.getKey());
              return position != null && position.offset() >= end.getValue();
            });
  }
}
