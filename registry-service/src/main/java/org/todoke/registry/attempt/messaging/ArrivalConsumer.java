package org.todoke.registry.attempt.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.messaging.EventHandler;
import org.todoke.messaging.Inbox;
import org.todoke.registry.attempt.PlanAttempts;
import org.todoke.registry.attempt.TakeRecords;
import org.todoke.registry.attempt.ToBeTold;

/**
 * Brings arrivals to the attempts, and what people recorded of them to the contacts. Most
 * organisations of the nation have no e-mail contact: whether one has is asked once for a whole
 * batch, and nothing is marked for all others.
 */
@ApplicationScoped
public class ArrivalConsumer {

  /** Stands in the inbox and in the list of parked keys. */
  public static final String NAME = "registry.attempts";

  /** Tied to its topic in {@code application.properties}. */
  static final String CHANNEL = "arrivals";

  private final Inbox inbox;
  private final EventHandler handler;
  private final ToBeTold toBeTold;

  ArrivalConsumer(Inbox inbox, PlanAttempts plan, TakeRecords records, ToBeTold toBeTold) {
    this.inbox = inbox;
    this.handler =
        events -> {
          plan.handle(events);
          records.handle(events);
        };
    this.toBeTold = toBeTold;
    inbox.register(NAME, handler);
  }

  @Incoming(CHANNEL)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    ConsumerRecords<String, byte[]> concerning = concerning(batch);
    if (!concerning.isEmpty()) {
      inbox.receive(NAME, concerning, handler);
    }
  }

  private ConsumerRecords<String, byte[]> concerning(ConsumerRecords<String, byte[]> batch) {
    Set<String> organizations = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : batch) {
      String organization = organizationOf(record);
      if (is(EventType.DELIVERY_ARRIVED, record) && organization != null) {
        organizations.add(organization);
      }
    }
    Set<String> told = toBeTold.among(organizations);
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<String, byte[]>> concerning =
          batch.records(partition).stream()
              .filter(
                  record ->
                      is(EventType.DELIVERY_ATTEMPTED, record)
                          || is(EventType.DELIVERY_ARRIVED, record)
                              && told.contains(organizationOf(record)))
              .toList();
      if (!concerning.isEmpty()) {
        kept.put(partition, concerning);
      }
    }
    return new ConsumerRecords<>(kept, Map.of());
  }

  private static boolean is(EventType wanted, ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type != null
        && wanted.wireName().equals(new String(type.value(), StandardCharsets.UTF_8));
  }

  /** Null for a key that is none of a delivery; nobody writes such to this topic. */
  private static @Nullable String organizationOf(ConsumerRecord<String, byte[]> record) {
    String key = record.key();
    int slash = key == null ? -1 : key.indexOf('/');
    return slash < 0 ? null : key.substring(slash + 1);
  }
}
