package org.todoke.notice.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The holidays by the Act on National Holidays (国民の祝日に関する法律, Act No. 178 of 1948) in its form since
 * 2007, with the laws that made exceptions of single years. A law that changes it changes this
 * class, and a migration of the table {@code calendar_day}; a test holds the two together.
 */
public final class JapaneseHolidays {

  /** Before it, substitute and citizens' holidays followed other rules. */
  public static final int FIRST_YEAR = 2007;

  /** As far as the formula for the equinoxes reaches. */
  public static final int LAST_YEAR = 2099;

  /** Article 3 (2): a holiday that falls on a Sunday takes the next day that is none. */
  static final String SUBSTITUTE = "振替休日";

  /** Article 3 (3): a day between two holidays is one. */
  static final String BETWEEN = "国民の休日";

  /** The first Olympic year had its days moved, and so had the year to which it was put off. */
  private static final int OLYMPIC = 2020;

  private static final int OLYMPIC_AGAIN = 2021;

  /** Of the change on the throne, by Act No. 99 of 2018. */
  private static final int ACCESSION = 2019;

  private JapaneseHolidays() {}

  /** By day, with the Japanese name. */
  public static NavigableMap<LocalDate, String> of(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("no holidays known for " + year);
    }
    NavigableMap<LocalDate, String> named = named(year);
    var all = new TreeMap<>(named);
    for (Map.Entry<LocalDate, String> holiday : named.entrySet()) {
      LocalDate day = holiday.getKey();
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        all.put(firstFreeAfter(day, named), SUBSTITUTE);
      }
      LocalDate next = day.plusDays(1);
      if (named.containsKey(day.plusDays(2)) && !named.containsKey(next)) {
        all.putIfAbsent(next, BETWEEN);
      }
    }
    return all;
  }

  private static LocalDate firstFreeAfter(LocalDate day, Map<LocalDate, String> taken) {
    LocalDate free = day.plusDays(1);
    while (taken.containsKey(free)) {
      free = free.plusDays(1);
    }
    return free;
  }

  /** Article 2, and what other laws declare to be a holiday in its sense. */
  private static NavigableMap<LocalDate, String> named(int year) {
    var days = new TreeMap<LocalDate, String>();
    days.put(LocalDate.of(year, Month.JANUARY, 1), "元日");
    days.put(monday(year, Month.JANUARY, 2), "成人の日");
    days.put(LocalDate.of(year, Month.FEBRUARY, 11), "建国記念の日");
    if (year > ACCESSION) {
      days.put(LocalDate.of(year, Month.FEBRUARY, 23), "天皇誕生日");
    }
    days.put(vernalEquinox(year), "春分の日");
    days.put(LocalDate.of(year, Month.APRIL, 29), "昭和の日");
    days.put(LocalDate.of(year, Month.MAY, 3), "憲法記念日");
    days.put(LocalDate.of(year, Month.MAY, 4), "みどりの日");
    days.put(LocalDate.of(year, Month.MAY, 5), "こどもの日");
    summer(year, days);
    days.put(monday(year, Month.SEPTEMBER, 3), "敬老の日");
    days.put(autumnalEquinox(year), "秋分の日");
    days.put(LocalDate.of(year, Month.NOVEMBER, 3), "文化の日");
    days.put(LocalDate.of(year, Month.NOVEMBER, 23), "勤労感謝の日");
    if (year < ACCESSION) {
      days.put(LocalDate.of(year, Month.DECEMBER, 23), "天皇誕生日");
    }
    if (year == ACCESSION) {
      days.put(LocalDate.of(year, Month.MAY, 1), "即位の日");
      days.put(LocalDate.of(year, Month.OCTOBER, 22), "即位礼正殿の儀の行われる日");
    }
    return days;
  }

  /** Marine day, mountain day and sports day, which were moved for the games of Tokyo. */
  private static void summer(int year, Map<LocalDate, String> days) {
    MonthDay marine = MonthDay.from(monday(year, Month.JULY, 3));
    MonthDay mountain = MonthDay.of(Month.AUGUST, 11);
    MonthDay sports = MonthDay.from(monday(year, Month.OCTOBER, 2));
    if (year == OLYMPIC) {
      marine = MonthDay.of(Month.JULY, 23);
      sports = MonthDay.of(Month.JULY, 24);
      mountain = MonthDay.of(Month.AUGUST, 10);
    } else if (year == OLYMPIC_AGAIN) {
      marine = MonthDay.of(Month.JULY, 22);
      sports = MonthDay.of(Month.JULY, 23);
      mountain = MonthDay.of(Month.AUGUST, 8);
    }
    days.put(marine.atYear(year), "海の日");
    days.put(sports.atYear(year), year < OLYMPIC ? "体育の日" : "スポーツの日");
    if (year >= 2016) {
      days.put(mountain.atYear(year), "山の日");
    }
  }

  private static LocalDate monday(int year, Month month, int which) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
  }

  /**
   * The observatory announces the equinoxes each February for the year to come. The approximation
   * in use for 1980 to 2099 has agreed with every announcement so far.
   */
  private static LocalDate vernalEquinox(int year) {
    return LocalDate.of(year, Month.MARCH, equinox(20.8431, year));
  }

  private static LocalDate autumnalEquinox(int year) {
    return LocalDate.of(year, Month.SEPTEMBER, equinox(23.2488, year));
  }

  private static int equinox(double in1980, int year) {
    int years = year - 1980;
    return (int) Math.floor(in1980 + 0.242194 * years) - years / 4;
  }
}
