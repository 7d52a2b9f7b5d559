package org.todoke.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of Japanese papers. {@code java.time} is not used for it, because it moves
 * 平成25年2月30日 to another day without a word, and refuses 元年 and full-width digits.
 */
public final class JapaneseDates {

  /** No date of a paper is written longer; longer text is not even looked at. */
  private static final int MAX_LENGTH = 40;

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern ERA_DATE =
      Pattern.compile(
          "(明治|大正|昭和|平成|令和|[MTSHRmtshr])\\.?(元|\\d{1,2})"
              + "(?:年(\\d{1,2})月(\\d{1,2})日|([./-])(\\d{1,2})\\5(\\d{1,2}))");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private JapaneseDates() {}

  /**
   * What was read.
   *
   * @param beyondEra the day lies after the end of the era that it was written in (平成31年5月1日), as
   *     papers have it that were written before the change was known
   */
  public record Reading(LocalDate date, boolean beyondEra) {}

  /** Why a text is not accepted as a date; the name is the stable code of the violation. */
  public enum Fault {
    /** Not the form of a date at all. */
    UNREADABLE("date.unreadable"),
    /** The form of a date, but the calendar has no such day. */
    NOT_A_DAY("date.not-a-day"),
    /** The era had not begun, or its calendar was not yet the present one. */
    BEFORE_ERA("date.before-era"),
    /** The era had ended. */
    ERA_ENDED("date.era-ended");

    private final String code;

    Fault(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** The text is not a date. The text itself is not repeated: it may be anything. */
  public static final class NotADate extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;

    NotADate(Fault fault) {
      super(fault.code());
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  private enum Era {
    // 明治 until its 6th year went by the moon, so that its days cannot simply be counted.
    MEIJI("明治", "M", 1867, LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 30)),
    TAISHO("大正", "T", 1911, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
    SHOWA("昭和", "S", 1925, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI("平成", "H", 1988, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA("令和", "R", 2018, LocalDate.of(2019, 5, 1), LocalDate.MAX);

    private final String kanji;
    private final String letter;
    private final int yearZero;
    private final LocalDate first;

    /** The days on which 大正 and 昭和 began belong to both eras. */
    private final LocalDate last;

    Era(String kanji, String letter, int yearZero, LocalDate first, LocalDate last) {
      this.kanji = kanji;
      this.letter = letter;
      this.yearZero = yearZero;
      this.first = first;
      this.last = last;
    }

    static Era of(String name) {
      return Arrays.stream(values())
          .filter(e -> e.kanji.equals(name) || e.letter.equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * Reads {@code 2013-07-11}, {@code 平成25年7月11日}, {@code H25.7.11} and the like, with full-width
   * digits, 元年 or ㍻.
   *
   * @throws NotADate if it is none, no day of the calendar, or no day of its era
   */
  public static LocalDate parse(String text) {
    Reading reading = parseLeniently(text);
    if (reading.beyondEra()) {
      throw new NotADate(Fault.ERA_ENDED);
    }
    return reading.date();
  }

  /**
   * Like {@link #parse}, but lets a day pass that lies after the end of its era, with a flag: for
   * the import of what others have written.
   */
  public static Reading parseLeniently(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new NotADate(Fault.UNREADABLE);
    }
    String plain = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    Matcher iso = ISO.matcher(plain);
    if (iso.matches()) {
      return new Reading(
          day(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))), false);
    }
    Matcher written = ERA_DATE.matcher(plain);
    if (!written.matches()) {
      throw new NotADate(Fault.UNREADABLE);
    }
    Era era = Era.of(written.group(1));
    int yearOfEra = written.group(2).equals("元") ? 1 : number(written.group(2));
    if (yearOfEra == 0) {
      throw new NotADate(Fault.NOT_A_DAY);
    }
    boolean spelled = written.group(3) != null;
    LocalDate date =
        day(
            era.yearZero + yearOfEra,
            number(written.group(spelled ? 3 : 6)),
            number(written.group(spelled ? 4 : 7)));
    if (date.isBefore(era.first)) {
      throw new NotADate(Fault.BEFORE_ERA);
    }
    return new Reading(date, date.isAfter(era.last));
  }

  private static LocalDate day(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new NotADate(Fault.NOT_A_DAY);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
