package org.todoke.notice.instruction;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter with blanks. What is filled in is not looked through for blanks again, so a notice with
 * braces in its title stays what it is.
 *
 * @param dueDaysBefore how long before the date that holds for the forwarder
 * @param allowance the office days that those addressed have from their receipt on
 */
record CoverTemplate(
    String paperKind,
    String title,
    String text,
    @Nullable Integer dueDaysBefore,
    @Nullable Integer allowance) {

  static final int MAX_TITLE = 300;

  private static final Pattern BLANK = Pattern.compile("\\{([^{}\n]*)}");
  private static final Set<String> NAMES =
      Set.of("noticeTitle", "issuer", "documentNumber", "issuedOn", "series", "dueOn");

  private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("G", Locale.JAPAN);

  /** What the letter becomes for one notice. */
  record Letter(String title, String text, @Nullable LocalDate dueOn) {}

  /** Blanks that nobody could fill in. */
  static Set<String> unknownIn(String text) {
    Set<String> unknown = new TreeSet<>();
    Matcher matcher = BLANK.matcher(text);
    while (matcher.find()) {
      if (!NAMES.contains(matcher.group(1))) {
        unknown.add(matcher.group(1));
      }
    }
    return unknown;
  }

  /**
   * @param dueOn the date that holds for the forwarder
   * @param today a letter does not set a date that has passed
   */
  Letter fill(Paper paper, @Nullable LocalDate dueOn, LocalDate today) {
    LocalDate own = ownDate(dueOn, today);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("noticeTitle", paper.title());
    values.put(
        "issuer", Objects.requireNonNullElse(paper.issuerName(), paper.leadIssuer().value()));
    values.put("documentNumber", Objects.requireNonNullElse(paper.documentNumber(), ""));
    values.put("issuedOn", onPaper(paper.issuedOn()));
    values.put("series", series(paper));
    LocalDate named = own == null ? dueOn : own;
    values.put("dueOn", named == null ? "" : onPaper(named));
    return new Letter(cut(fill(title, values)), fill(text, values), own);
  }

  private @Nullable LocalDate ownDate(@Nullable LocalDate dueOn, LocalDate today) {
    if (dueOn == null || dueDaysBefore == null) {
      return null;
    }
    LocalDate own = dueOn.minusDays(dueDaysBefore);
    return own.isBefore(today) ? null : own;
  }

  private static String fill(String template, Map<String, String> values) {
    return BLANK
        .matcher(template)
        .replaceAll(
            blank -> Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group())));
  }

  private static String series(Paper paper) {
    if (paper.series() == null) {
      return "";
    }
    return paper.volume() == null ? paper.series() : paper.series() + " Vol." + paper.volume();
  }

  /** As dates stand in Japanese papers. */
  private static String onPaper(LocalDate day) {
    JapaneseDate date = JapaneseDate.from(day);
    int year = date.get(ChronoField.YEAR_OF_ERA);
    return "%s%s年%d月%d日"
        .formatted(
            ERA.format(date),
            year == 1 ? "元" : String.valueOf(year),
            day.getMonthValue(),
            day.getDayOfMonth());
  }

  private static String cut(String title) {
    int length = title.codePointCount(0, title.length());
    return length <= MAX_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
  }
}
