package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The form that the answer to an item has. */
public enum ItemType {
  /** Answered with the codes {@code yes} and {@code no}. */
  @JsonProperty("yes-no")
  YES_NO("yes-no"),
  /** Answered with the code of one of the item's options. */
  @JsonProperty("single-choice")
  SINGLE_CHOICE("single-choice"),
  @JsonProperty("text")
  TEXT("text"),
  @JsonProperty("date")
  DATE("date"),
  @JsonProperty("number")
  NUMBER("number");

  private final String wireName;

  ItemType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /**
   * Whether the answer is one of a known set of codes, so that conditions and outcomes can be tied
   * to it.
   */
  public boolean isCoded() {
    return this == YES_NO || this == SINGLE_CHOICE;
  }

  /** The codes that can be answered to an item of this type with these options. */
  List<String> codes(List<Option> options) {
    return switch (this) {
      case YES_NO -> List.of(Item.YES, Item.NO);
      case SINGLE_CHOICE -> options.stream().map(Option::code).toList();
      case TEXT, DATE, NUMBER -> List.of();
    };
  }
}
