package org.todoke.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.todoke.contracts.event.EventData;

/**
 * Turns the data of an event into its record. Unlike the body of a request, the data may hold
 * members that this version of the suite does not know: they are ignored.
 */
@ApplicationScoped
public class EventDataReader {

  private final ObjectMapper json;

  EventDataReader(ObjectMapper json) {
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /**
   * The data as a record.
   *
   * @throws UnreadableEvent if the data do not fit the record
   */
  public <T extends EventData> T read(EventEnvelope event, Class<T> type) {
    try {
      return json.treeToValue(event.data(), type);
    } catch (JsonProcessingException e) {
      throw new UnreadableEvent("data of " + event.type() + " do not fit " + type.getSimpleName());
    }
  }
}
