package org.todoke.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import org.jspecify.annotations.Nullable;

/** A record of a topic, read as a foreign system would read it: as a CloudEvent. */
public record ReceivedEvent(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    CloudEvent event,
    JsonNode data) {

  public String id() {
    return event.getId();
  }

  public String type() {
    return event.getType();
  }

  public String subject() {
    return String.valueOf(event.getSubject());
  }

  /** An extension attribute such as {@code correlationid}; null where the event has none. */
  public @Nullable String extension(String name) {
    Object value = event.getExtension(name);
    return value == null ? null : value.toString();
  }

  /** 0 where the event carries none. */
  public long sequence() {
    String value = extension("sequence");
    return value == null ? 0 : Long.parseLong(value);
  }
}
