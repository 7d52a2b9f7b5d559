package org.todoke.benchmarks.baseline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Topics;
import org.todoke.testing.KafkaTopics;

/**
 * The events of a cascade, taken from Kafka into a file, so that the very same bytes can be
 * produced once more by nothing but a producer.
 *
 * @param bytes of keys, headers and values
 */
public record EventSpool(Path file, long events, long bytes) {

  private static final String TOPICS = "bench.same-events-";
  private static final int BUFFER = 1 << 18;
  private static final String CORRELATION = "ce_correlationid";

  /** Told of each event while it is read. */
  @FunctionalInterface
  public interface Reader {
    void read(Map<String, String> headers, byte[] value);
  }

  /**
   * Reads the topics from their beginning to where they end now.
   *
   * @param correlation of the events that are kept
   */
  public static EventSpool take(
      String bootstrapServers,
      Collection<String> topics,
      String correlation,
      Path file,
      Duration atMost,
      Reader reader) {
    long end = System.nanoTime() + atMost.toNanos();
    long[] counts = new long[2];
    try (var out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("not in time: reading the events back");
        }
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(500))) {
          Map<String, String> headers = headers(each);
          if (correlation.equals(headers.get(CORRELATION))) {
            counts[0]++;
            counts[1] += write(out, each);
            reader.read(headers, each.value());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EventSpool(file, counts[0], counts[1]);
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  private static long write(DataOutputStream out, ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    long size = bytes(out, record.key());
    Header[] headers = record.headers().toArray();
    out.writeInt(headers.length);
    for (Header header : headers) {
      size += bytes(out, header.key().getBytes(StandardCharsets.UTF_8));
      size += bytes(out, header.value());
    }
    return size + bytes(out, record.value());
  }

  private static int bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    return bytes.length;
  }

  /**
   * Produces all of them to a topic of their own, with the settings of the relay, and drops it.
   *
   * @param run of several; each has another topic, because one that was dropped lingers for a while
   * @return until the last is acknowledged
   */
  public Duration produce(String bootstrapServers, int partitions, int run) {
    String topic = TOPICS + run;
    KafkaTopics.create(bootstrapServers, List.of(new Topics.Topic(topic, partitions, false)));
    try (var producer = producer(bootstrapServers);
        var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      var failure = new AtomicReference<@Nullable Exception>();
      // So that the first event does not pay for getting to know the topic.
      var known = producer.partitionsFor(topic);
      long began = System.nanoTime();
      for (long i = 0; i < events; i++) {
        var sent =
            producer.send(
                next(topic, in),
                (where, e) -> {
                  if (e != null) {
                    failure.compareAndSet(null, e);
                  }
                });
      }
      producer.flush();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      Exception fault = failure.get();
      if (fault != null) {
        throw new IllegalStateException("Kafka did not take the events again", fault);
      }
      return took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ProduceBaseline.drop(bootstrapServers, topic);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        ProduceBaseline.settings(bootstrapServers),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> next(String topic, DataInputStream in)
      throws IOException {
    byte[] key = bytes(in);
    var headers = new RecordHeaders();
    for (int n = in.readInt(); n > 0; n--) {
      headers.add(new String(bytes(in), StandardCharsets.UTF_8), bytes(in));
    }
    return new ProducerRecord<>(topic, null, null, key, bytes(in), headers);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
