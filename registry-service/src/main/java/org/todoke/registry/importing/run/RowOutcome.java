package org.todoke.registry.importing.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a row. */
public enum RowOutcome {
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("repaired")
  REPAIRED,
  @JsonProperty("warned")
  WARNED,
  @JsonProperty("rejected")
  REJECTED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RowOutcome of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
