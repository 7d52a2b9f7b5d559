package org.todoke.messaging;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;

/**
 * A row of the outbox; {@code data} are the bytes that go to Kafka, but for a tombstone, of which
 * the table has the JSON word null and Kafka gets no body at all.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(
    long id,
    String eventId,
    String type,
    String subject,
    String partitionKey,
    long sequence,
    Instant time,
    Instant recordedTime,
    String correlationId,
    @Nullable String causationId,
    @Nullable String traceParent,
    byte[] data) {

  ProducerRecord<String, byte[]> toRecord(EventType known, String source) {
    var event =
        new EventEnvelope(
            eventId,
            source,
            type,
            known.schemaId(),
            subject,
            partitionKey,
            time,
            recordedTime,
            correlationId,
            causationId,
            sequence,
            traceParent,
            NullNode.getInstance());
    return CloudEventCodec.encode(known.topic(), event, known.isTombstone() ? null : data);
  }
}
