package org.todoke.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.event.EventData;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.UnreadableEvent;

/**
 * Reads what other services say: members that we do not know are let pass, missing ones are not.
 */
@ApplicationScoped
public class EventReader {

  private final EventDataReader reader;

  EventReader(EventDataReader reader) {
    this.reader = reader;
  }

  /**
   * @throws UnreadableEvent if the data are not what the type promises: the key is then parked
   */
  public <T extends Record & EventData> T read(EventEnvelope event, Class<T> type) {
    T data = reader.read(event, type);
    if (data == null) {
      throw new UnreadableEvent("no data in " + event.type());
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
          && valueOf(component, data) == null) {
        throw new UnreadableEvent(event.type() + " without " + component.getName());
      }
    }
    return data;
  }

  private static Object valueOf(RecordComponent component, Record data) {
    try {
      return component.getAccessor().invoke(data);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of ours cannot be read", e);
    }
  }
}
