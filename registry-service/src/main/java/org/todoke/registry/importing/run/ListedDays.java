package org.todoke.registry.importing.run;

import java.util.List;
import org.todoke.registry.importing.rows.OpenDay;

/** Days of business as they stand in the database and on the wire. */
final class ListedDays {

  private ListedDays() {}

  static List<String> wireNames(List<OpenDay> days) {
    return days.stream().map(ListedDays::wireName).toList();
  }

  private static String wireName(OpenDay day) {
    return switch (day) {
      case WEEKDAYS -> "weekday";
      case MONDAY -> "monday";
      case TUESDAY -> "tuesday";
      case WEDNESDAY -> "wednesday";
      case THURSDAY -> "thursday";
      case FRIDAY -> "friday";
      case SATURDAY -> "saturday";
      case SUNDAY -> "sunday";
      case HOLIDAYS -> "holiday";
    };
  }
}
