package org.todoke.notice.instruction.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.Inbox;
import org.todoke.notice.instruction.ApplyInstructions;

/**
 * Brings the service's own arrivals back to it, so that standing instructions are followed whoever
 * caused them and whatever crashed in between.
 */
@ApplicationScoped
public class InstructionConsumer {

  /** Stands in the inbox and in the list of parked keys. */
  public static final String NAME = "notice.instructions";

  /** Tied to its topic in {@code application.properties}. */
  static final String CHANNEL = "instructions";

  /** How the key of an establishment's delivery goes on after the notice. */
  private static final String ESTABLISHMENT = "/kj:";

  private final Inbox inbox;
  private final ApplyInstructions handler;

  InstructionConsumer(Inbox inbox, ApplyInstructions handler) {
    this.inbox = inbox;
    this.handler = handler;
    inbox.register(NAME, handler);
  }

  @Incoming(CHANNEL)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(NAME, concerning(batch), handler);
  }

  /**
   * Three in four events of a nation are about establishments, who have nobody below them: those
   * need no mark.
   */
  static ConsumerRecords<String, byte[]> concerning(ConsumerRecords<String, byte[]> batch) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<String, byte[]>> concerning =
          batch.records(partition).stream().filter(InstructionConsumer::concerns).toList();
      if (!concerning.isEmpty()) {
        kept.put(partition, concerning);
      }
    }
    return new ConsumerRecords<>(kept, Map.of());
  }

  private static boolean concerns(ConsumerRecord<String, byte[]> record) {
    return record.key() == null || !record.key().contains(ESTABLISHMENT);
  }
}
