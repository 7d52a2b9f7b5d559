package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the notice asks for, by when, and with which checklist it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestedAction(String text, @Nullable LocalDate dueOn, @Nullable UUID checklistId) {

  /** The same duty, by whichever day: what was done about one is done about the other. */
  boolean asksTheSameAs(RequestedAction other) {
    return withoutDate().equals(other.withoutDate());
  }

  private RequestedAction withoutDate() {
    return new RequestedAction(text, null, checklistId);
  }
}
