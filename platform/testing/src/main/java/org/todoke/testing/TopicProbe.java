package org.todoke.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A foreign reader of topics: its own group, nothing committed, every record kept in the order of
 * its partition. Not for several threads.
 */
public final class TopicProbe implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ONE_LOOK = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ReceivedEvent> events = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> unreadable = new ArrayList<>();

  private TopicProbe(String bootstrapServers, List<String> topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "probe-" + UUID.randomUUID(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    // Assigned rather than subscribed: a probe need not wait for a rebalance.
    consumer.assign(
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList());
  }

  /** On the shared Kafka of the tests; sees all that was ever written. */
  public static TopicProbe fromBeginning(String... topics) {
    return fromBeginningOf(TodokeEnvironment.kafkaBootstrapServers(), topics);
  }

  /** On the shared Kafka of the tests; sees what is written from here on. */
  public static TopicProbe fromNow(String... topics) {
    return fromNowOf(TodokeEnvironment.kafkaBootstrapServers(), topics);
  }

  public static TopicProbe fromBeginningOf(String bootstrapServers, String... topics) {
    TopicProbe probe = new TopicProbe(bootstrapServers, List.of(topics));
    probe.consumer.seekToBeginning(probe.consumer.assignment());
    return probe;
  }

  public static TopicProbe fromNowOf(String bootstrapServers, String... topics) {
    TopicProbe probe = new TopicProbe(bootstrapServers, List.of(topics));
    probe.consumer.seekToEnd(probe.consumer.assignment());
    // Seeking is lazy; asking for the position pins it before anything else is written.
    probe.consumer.assignment().forEach(probe.consumer::position);
    return probe;
  }

  /** All events so far, without waiting for more than one look. */
  public List<ReceivedEvent> events() {
    look(ONE_LOOK);
    return List.copyOf(events);
  }

  public List<ReceivedEvent> events(Predicate<ReceivedEvent> wanted) {
    return events().stream().filter(wanted).toList();
  }

  /** Records that are no CloudEvents with JSON data. */
  public List<ConsumerRecord<String, byte[]>> unreadable() {
    look(ONE_LOOK);
    return List.copyOf(unreadable);
  }

  /** Reads to the present end of every partition and returns everything. */
  public List<ReceivedEvent> drain() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    Eventually.waiting(Eventually.PATIENCE)
        .until(
            () -> {
              look(ONE_LOOK);
              return ends.entrySet().stream()
                  .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
    return List.copyOf(events);
  }

  public ReceivedEvent awaitEvent(Predicate<ReceivedEvent> wanted) {
    return awaitEvents(1, wanted).get(0);
  }

  public ReceivedEvent awaitEvent(String type, String subject) {
    return awaitEvent(e -> e.type().equals(type) && e.subject().equals(subject));
  }

  /** Waits for at least so many; returns all that match by then. */
  public List<ReceivedEvent> awaitEvents(int count, Predicate<ReceivedEvent> wanted) {
    return Eventually.value(
        () -> {
          look(ONE_LOOK);
          return events.stream().filter(wanted).toList();
        },
        found -> found.size() >= count);
  }

  public List<ReceivedEvent> awaitEvents(int count, String type) {
    return awaitEvents(count, e -> e.type().equals(type));
  }

  private void look(Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      try {
        CloudEvent event =
            KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
        events.add(
            new ReceivedEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                event,
                dataOf(event)));
      } catch (RuntimeException | IOException e) {
        unreadable.add(record);
      }
    }
  }

  private static JsonNode dataOf(CloudEvent event) throws IOException {
    CloudEventData data = event.getData();
    return data == null ? MissingNode.getInstance() : JSON.readTree(data.toBytes());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
