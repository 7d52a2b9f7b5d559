package org.todoke.registry.importing.rows;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days on which a service is given: 「平日,土曜日」 of the national files, and the 「月火水木金」,
 * 「月～金」 and 「毎日」 of municipalities.
 */
final class OpenDays {

  private static final String WEEK = "月火水木金土日";
  private static final List<OpenDay> DAYS =
      List.of(
          OpenDay.MONDAY,
          OpenDay.TUESDAY,
          OpenDay.WEDNESDAY,
          OpenDay.THURSDAY,
          OpenDay.FRIDAY,
          OpenDay.SATURDAY,
          OpenDay.SUNDAY);
  private static final Set<OpenDay> MONDAY_TO_FRIDAY =
      EnumSet.range(OpenDay.MONDAY, OpenDay.FRIDAY);
  private static final Set<OpenDay> EVERY_DAY =
      EnumSet.of(OpenDay.WEEKDAYS, OpenDay.SATURDAY, OpenDay.SUNDAY, OpenDay.HOLIDAYS);
  private static final String SEPARATORS = ",、・/;･\n ";
  private static final int MOST_REMEMBERED = 1_000;

  private final Map<String, List<OpenDay>> remembered = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  /** In the order of the week, each once; null if something in it is not a day. */
  @Nullable List<OpenDay> read(String written) {
    List<OpenDay> known = remembered.get(written);
    if (known != null || unreadable.contains(written)) {
      return known;
    }
    Set<OpenDay> days = parse(PlainText.of(written));
    if (remembered.size() + unreadable.size() >= MOST_REMEMBERED) {
      remembered.clear();
      unreadable.clear();
    }
    if (days == null) {
      unreadable.add(written);
      return null;
    }
    if (days.containsAll(MONDAY_TO_FRIDAY)) {
      days.removeAll(MONDAY_TO_FRIDAY);
      days.add(OpenDay.WEEKDAYS);
    }
    List<OpenDay> list = List.copyOf(days);
    remembered.put(written, list);
    return list;
  }

  private static @Nullable Set<OpenDay> parse(String text) {
    Set<OpenDay> days = EnumSet.noneOf(OpenDay.class);
    String rest = text;
    for (String every : List.of("年中無休", "毎日")) {
      if (rest.equals(every)) {
        return EnumSet.copyOf(EVERY_DAY);
      }
    }
    int last = -1;
    boolean range = false;
    while (!rest.isEmpty()) {
      int length = 1;
      if (rest.startsWith("平日")) {
        days.addAll(MONDAY_TO_FRIDAY);
        length = 2;
      } else if (rest.startsWith("祝")) {
        days.add(OpenDay.HOLIDAYS);
        length = rest.startsWith("祝祭日") ? 3 : rest.startsWith("祝日") ? 2 : 1;
      } else if (WEEK.indexOf(rest.charAt(0)) >= 0) {
        int day = WEEK.indexOf(rest.charAt(0));
        int first = range && last >= 0 ? last : day;
        if (first > day) {
          return null;
        }
        days.addAll(DAYS.subList(first, day + 1));
        last = day;
        range = false;
        length = rest.startsWith("曜日", 1) ? 3 : rest.startsWith("曜", 1) ? 2 : 1;
      } else if ((rest.charAt(0) == '~' || Dashes.isDash(rest.charAt(0))) && last >= 0) {
        range = true;
      } else if (SEPARATORS.indexOf(rest.charAt(0)) < 0) {
        return null;
      }
      rest = rest.substring(length);
    }
    return range ? null : days;
  }
}
