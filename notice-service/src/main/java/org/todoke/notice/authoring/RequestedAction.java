package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/**
 * Something that the notice asks for, by when, and with which checklist it is answered.
 *
 * @param allowances the office days that a tier is given from its own receipt on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestedAction(
    String text,
    @Nullable LocalDate dueOn,
    @Nullable UUID checklistId,
    @Nullable Map<OrganizationKind, Integer> allowances) {

  /**
   * The same duty, by whichever day and within whichever time: what was done about one is done
   * about the other.
   */
  boolean asksTheSameAs(RequestedAction other) {
    return withoutDate().equals(other.withoutDate());
  }

  private RequestedAction withoutDate() {
    return new RequestedAction(text, null, checklistId, null);
  }
}
