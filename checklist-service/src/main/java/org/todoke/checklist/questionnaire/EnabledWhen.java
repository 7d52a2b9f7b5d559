package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item is asked only where an earlier item has this answer ({@code equals}), or one of these
 * ({@code in}).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChecklistCondition")
public record EnabledWhen(
    String item, @JsonProperty("equals") @Nullable String equalTo, @Nullable List<String> in) {

  /** The codes that enable it. */
  public List<String> codes() {
    if (in != null) {
      return in;
    }
    return equalTo == null ? List.of() : List.of(equalTo);
  }
}
