package org.todoke.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one producer that all workers of a relay share. It keeps trying, in order, for as long as the
 * broker is away; should it give up on a record nevertheless, or be stuck, it is closed in that
 * very moment, so that nothing behind the record overtakes it, and the next batch begins with a new
 * one.
 */
class RelayProducer implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<String, Object> settings;
  private final Duration stuckAfter;
  private @Nullable Producer<String, byte[]> current;
  private boolean closed;

  /** Whether it still makes sense to wait for acknowledgements. */
  @FunctionalInterface
  interface Patience {
    void check(int secondsWaited) throws Exception;
  }

  /** A record on its way, with the id under which its acknowledgement is reported. */
  record Sending(long id, ProducerRecord<String, byte[]> record) {}

  /** Not everything was acknowledged. */
  static final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
      super("Kafka did not take an event", cause);
    }
  }

  /**
   * @param stuckAfter without any acknowledgement the producer is taken for stuck and replaced. Its
   *     sequence numbers can get out of step with the broker's when a batch had to be split, and it
   *     then tries the same for ever
   */
  RelayProducer(Map<String, Object> common, String clientId, Duration stuckAfter) {
    this.stuckAfter = stuckAfter;
    settings = new HashMap<>(common);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // One at a time: when a batch is split after it was refused, those in flight behind it can get
    // in
    // before its parts, and with several in flight the client does not hold them back.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    // Giving up would let a later record of the same key through, so it practically never does.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
  }

  /**
   * Returns when every record is acknowledged.
   *
   * @param acknowledged told of each record that Kafka has, also when this method throws afterwards
   */
  void send(List<Sending> records, LongConsumer acknowledged, Patience patience) throws Exception {
    Producer<String, byte[]> producer = producer();
    Thread sender = Thread.currentThread();
    var failure = new AtomicReference<@Nullable Exception>();
    var acks = new ConcurrentLinkedQueue<Long>();
    var open = new CountDownLatch(records.size());
    int sent = 0;
    try {
      for (Sending sending : records) {
        // The callback hears what the future would say.
        var unused =
            producer.send(
                sending.record(),
                (metadata, thrown) -> {
                  if (thrown == null) {
                    acks.add(sending.id());
                  } else {
                    failure.compareAndSet(null, thrown);
                    if (Thread.currentThread() != sender) {
                      discard(producer);
                    }
                  }
                  open.countDown();
                });
        sent++;
        if (failure.get() != null) {
          break;
        }
      }
    } catch (RuntimeException e) {
      // Thrown rather than reported: this producer will never send again.
      failure.compareAndSet(null, e);
      discard(producer);
    }
    for (int i = sent; i < records.size(); i++) {
      open.countDown();
    }
    try {
      long left = open.getCount();
      int silent = 0;
      for (int waited = 1; !open.await(1, TimeUnit.SECONDS); waited++) {
        patience.check(waited);
        silent = open.getCount() == left ? silent + 1 : 0;
        left = open.getCount();
        if (silent >= stuckAfter.toSeconds()) {
          throw new NotSent(
              new TimeoutException(
                  "nothing was acknowledged within " + stuckAfter + "; beginning anew"));
        }
      }
    } catch (Exception e) {
      // Nobody waits for these any more: they must not reach Kafka behind what others send next.
      discard(producer);
      throw e;
    } finally {
      acks.forEach(acknowledged::accept);
    }
    Exception thrown = failure.get();
    if (thrown != null) {
      if (!concernsOneRecord(thrown)) {
        discard(producer);
      }
      throw new NotSent(thrown);
    }
  }

  /** Refused before it was sent: the producer itself is sound. */
  private static boolean concernsOneRecord(Exception thrown) {
    return thrown instanceof TimeoutException || thrown instanceof RecordTooLargeException;
  }

  private synchronized Producer<String, byte[]> producer() {
    if (closed) {
      throw new IllegalStateException("the relay has stopped");
    }
    if (current == null) {
      current = create(settings);
    }
    return current;
  }

  /** For tests that let the broker refuse. */
  Producer<String, byte[]> create(Map<String, Object> producerSettings) {
    var unique = new HashMap<>(producerSettings);
    unique.compute(
        ProducerConfig.CLIENT_ID_CONFIG, (key, id) -> id + "-" + COUNT.incrementAndGet());
    return new KafkaProducer<>(unique, new StringSerializer(), new ByteArraySerializer());
  }

  private void discard(Producer<String, byte[]> producer) {
    synchronized (this) {
      if (current == producer) {
        current = null;
      }
    }
    producer.close(Duration.ZERO);
  }

  /** Gives up what is not acknowledged yet. */
  @Override
  public void close() {
    Producer<String, byte[]> last;
    synchronized (this) {
      closed = true;
      last = current;
      current = null;
    }
    if (last != null) {
      last.close(Duration.ZERO);
    }
  }
}
