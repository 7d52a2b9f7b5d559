package org.todoke.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.todoke.stack.Report;

/** What a play counted, as its report says it. */
final class Figures {

  private Figures() {}

  /** Without how often an event was sent again, which is allowed to differ. */
  static Map<String, Object> of(Report report) {
    ObjectMapper json = new ObjectMapper();
    try {
      Map<String, Object> figures =
          new TreeMap<>(
              json.convertValue(
                  json.readTree(report.toJson()).path("figures"),
                  new TypeReference<Map<String, Object>>() {}));
      figures.remove("events.repeated");
      return figures;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
