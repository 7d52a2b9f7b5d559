package org.todoke.stack.scenario;

import java.util.Set;

/** Who does what in the play, as sets: what the figures are held against. */
final class Story {

  /** With at least one establishment in 八幡浜市. */
  static final Set<Cast> CORPORATIONS_OF_THE_CITY =
      Set.of(Cast.SHIOSAI, Cast.MINATO, Cast.HAMAKAZE, Cast.USHIO);

  static final Set<Cast> FORWARDED_CORPORATIONS = Set.of(Cast.SHIOSAI, Cast.HAMAKAZE);
  static final Set<Cast> ACKNOWLEDGED_CORPORATIONS = Set.of(Cast.SHIOSAI, Cast.MINATO);
  static final Set<Cast> FORWARDED =
      Set.of(Cast.EHIME, Cast.YAWATAHAMA, Cast.SHIOSAI, Cast.HAMAKAZE);

  static final Set<Cast> COMPLIANT = Set.of(Cast.SHIOSAI_DAY, Cast.USHIO_HOME);
  static final Set<Cast> NOT_USING = Set.of(Cast.SHIOSAI_HELPER);
  static final Set<Cast> EXPOSED = Set.of(Cast.SHIOSAI_HOME);
  static final Set<Cast> REMEDIATED = EXPOSED;
  static final Set<Cast> ANSWERED =
      Set.of(Cast.SHIOSAI_DAY, Cast.SHIOSAI_HELPER, Cast.SHIOSAI_HOME, Cast.USHIO_HOME);

  /** Those that answered, and one that has not. */
  static final Set<Cast> REACHED_ESTABLISHMENTS =
      Set.of(
          Cast.SHIOSAI_DAY,
          Cast.SHIOSAI_HELPER,
          Cast.SHIOSAI_HOME,
          Cast.USHIO_HOME,
          Cast.HAMAKAZE_TOOLS);

  private Story() {}
}
