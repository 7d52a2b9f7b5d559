package org.todoke.web.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a cell of a file may hold. */
public final class Cells {

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

  private Cells() {}

  /**
   * The text as a spreadsheet shows it and never computes it: where it would begin a formula, an
   * apostrophe goes before it, which the spreadsheet takes for the mark of a text.
   */
  public static String safe(@Nullable Object value) {
    String text = text(value);
    return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** As in JSON; a moment by the clock of Japan, where the file is read. */
  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant moment) {
      return moment.atOffset(JAPAN).toString();
    }
    return value instanceof Enum<?> constant ? wireName(constant) : value.toString();
  }

  private static String wireName(Enum<?> constant) {
    try {
      JsonProperty wire =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return wire == null ? constant.toString() : wire.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
