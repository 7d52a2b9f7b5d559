package org.todoke.registry.importing.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** How far a run has got. */
public enum ImportState {
  /** Waits for its file. */
  CREATED("created", "upload", "cancel"),
  /** The file is coming in. */
  READING("reading"),
  /** Every row is judged; nothing has been done yet. */
  READ("read", "apply", "cancel"),
  /** At work; what is cancelled now stops behind the step at hand, and what is done stays done. */
  APPLYING("applying", "cancel"),
  APPLIED("applied"),
  CANCELLED("cancelled"),
  /** The file could not be read; nothing of it was kept. */
  FAILED("failed");

  private final String wireName;
  private final List<String> permittedActions;

  ImportState(String wireName, String... permittedActions) {
    this.wireName = wireName;
    this.permittedActions = List.of(permittedActions);
  }

  /** As it stands in JSON and in the database. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** What its registrar may do next. */
  List<String> permittedActions() {
    return permittedActions;
  }

  static ImportState of(String wireName) {
    return Arrays.stream(values())
        .filter(s -> s.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
