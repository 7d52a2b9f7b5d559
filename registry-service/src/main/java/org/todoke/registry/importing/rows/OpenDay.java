package org.todoke.registry.importing.rows;

/** The days on which an establishment is open, as far as the published lists tell them apart. */
public enum OpenDay {
  /** 平日: Monday to Friday. */
  WEEKDAYS,
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY,
  /** 祝日. */
  HOLIDAYS
}
