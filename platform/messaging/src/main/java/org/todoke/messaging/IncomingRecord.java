package org.todoke.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as far as it could be read.
 *
 * @param key under which it is ordered, and parked if need be
 * @param event null if it could not be read
 * @param fault why not
 */
record IncomingRecord(
    ConsumerRecord<String, byte[]> record,
    String key,
    @Nullable EventEnvelope event,
    @Nullable String fault) {

  private static final int MAX_KEY = 256;

  static IncomingRecord of(ConsumerRecord<String, byte[]> record) {
    try {
      EventEnvelope event = CloudEventCodec.decode(record);
      return new IncomingRecord(record, event.partitionKey(), event, null);
    } catch (UnreadableEvent e) {
      String key = record.key() == null ? place(record) : tamed(record.key());
      return new IncomingRecord(record, key, null, Reasons.of(e));
    }
  }

  /** Under what the inbox remembers it: its id, or where it lay if it has none. */
  String mark() {
    return event == null ? place(record) : event.id();
  }

  private static String place(ConsumerRecord<String, byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  /** Fit for a column and an index row, whatever somebody wrote as a key. */
  private static String tamed(String key) {
    boolean odd = key.length() > MAX_KEY || key.chars().anyMatch(Character::isISOControl);
    if (!odd) {
      return key.isEmpty() ? "(empty)" : key;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
