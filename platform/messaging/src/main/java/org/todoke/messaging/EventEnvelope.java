package org.todoke.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it crosses Kafka: the attributes of CloudEvents 1.0 with the extensions of this
 * suite, and its data.
 *
 * @param type name on the wire; may be one that this version of the suite does not know
 * @param dataSchema {@code urn:todoke:event:<type>:<version>}
 * @param time when it happened
 * @param recordedTime when it was entered; later than {@code time} for what came by paper, FAX or
 *     telephone
 * @param correlationId the cascade: the id of the notice, or of whatever began the chain
 * @param causationId id of the event that led to this one
 * @param sequence counts the events of one partition key from 1 without a gap; 0 where there is no
 *     such count
 * @param data the JSON null for a tombstone, which has no body
 */
public record EventEnvelope(
    String id,
    String source,
    String type,
    @Nullable String dataSchema,
    String subject,
    String partitionKey,
    Instant time,
    Instant recordedTime,
    String correlationId,
    @Nullable String causationId,
    long sequence,
    @Nullable String traceParent,
    JsonNode data) {}
