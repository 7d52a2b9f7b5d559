package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question of a checklist.
 *
 * @param maxLength of a text answer, in characters
 * @param min least number, inclusive
 * @param max greatest number, inclusive
 * @param outcomes by the code of the answer; an answer that is not named is not assessed
 * @param personalData whether the answer may name a person: it is then shown to nobody who need not
 *     act on it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ChecklistItem")
public record Item(
    String id,
    String text,
    @Nullable String help,
    ItemType type,
    List<Option> options,
    boolean required,
    @Nullable Integer maxLength,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable EnabledWhen enabledWhen,
    Map<String, Outcome> outcomes,
    boolean personalData) {

  public static final String YES = "yes";
  public static final String NO = "no";
  public static final int DEFAULT_MAX_LENGTH = 1000;

  public Item {
    // Left out of the stored form where there are none.
    options = options == null ? List.of() : List.copyOf(options);
    // In the order of the codes, so that the same checklist is always written the same way.
    outcomes =
        outcomes == null
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }

  /** The codes that can be answered; empty where the answer is not coded. */
  public List<String> codes() {
    return type.codes(options);
  }

  public int lengthBound() {
    return maxLength == null ? DEFAULT_MAX_LENGTH : maxLength;
  }

  public Optional<Outcome> outcomeOf(String answer) {
    return Optional.ofNullable(outcomes.get(answer));
  }

  /**
   * Whether the answer can be anybody's own words or a person's data, rather than a code or a
   * figure.
   */
  public boolean mayHoldOwnWords() {
    return type == ItemType.TEXT || personalData;
  }
}
