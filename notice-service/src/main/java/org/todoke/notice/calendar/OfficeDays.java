package org.todoke.notice.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Days on which offices are open: by the Act on Holidays of Administrative Organs (行政機関の休日に関する法律,
 * Act No. 91 of 1988), which the ordinances of local governments follow, all but Saturdays,
 * Sundays, holidays and the turn of the year. Days are days of Japan; of a moment, {@code
 * JapaneseDay} says which.
 */
public final class OfficeDays {

  private static final MonthDay YEAR_ENDS = MonthDay.of(12, 29);
  private static final MonthDay YEAR_BEGINS = MonthDay.of(1, 3);

  private static final Map<Integer, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

  private OfficeDays() {}

  public static boolean isOfficeDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
      return false;
    }
    MonthDay inYear = MonthDay.from(day);
    return inYear.isAfter(YEAR_BEGINS)
        && inYear.isBefore(YEAR_ENDS)
        && !HOLIDAYS
            .computeIfAbsent(day.getYear(), year -> Set.copyOf(JapaneseHolidays.of(year).keySet()))
            .contains(day);
  }

  /** The day itself, or the first office day after it. */
  public static LocalDate onOrAfter(LocalDate day) {
    return isOfficeDay(day) ? day : after(day, 1);
  }

  /** The n-th office day after a day, which itself is not counted. */
  public static LocalDate after(LocalDate day, int n) {
    return walk(day, n, 1);
  }

  /** The n-th office day before a day, which itself is not counted. */
  public static LocalDate before(LocalDate day, int n) {
    return walk(day, n, -1);
  }

  /** How many office days came after the first day, up to and including the last one. */
  public static int between(LocalDate first, LocalDate last) {
    return (int)
        first.plusDays(1).datesUntil(last.plusDays(1)).filter(OfficeDays::isOfficeDay).count();
  }

  private static LocalDate walk(LocalDate from, int n, int step) {
    if (n < 1) {
      throw new IllegalArgumentException("not a number of office days: " + n);
    }
    LocalDate day = from;
    for (int left = n; left > 0; ) {
      day = day.plusDays(step);
      if (isOfficeDay(day)) {
        left--;
      }
    }
    return day;
  }
}
