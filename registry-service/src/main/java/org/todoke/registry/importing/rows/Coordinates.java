package org.todoke.registry.importing.rows;

import org.jspecify.annotations.Nullable;

/**
 * Where something is, in degrees.
 *
 * @param latitude north, from 20 to 46: Okinotorishima to Wakkanai
 * @param longitude east, from 122 to 154: Yonaguni to Minamitorishima
 */
record Coordinates(double latitude, double longitude) {

  /**
   * What a pair of cells says.
   *
   * @param place null where it says none that can be used
   * @param reason null where there is nothing to find
   */
  record Read(@Nullable Coordinates place, @Nullable Reason reason) {}

  private static final Read NONE = new Read(null, null);

  static Read read(String latitude, String longitude) {
    String north = PlainText.of(latitude);
    String east = PlainText.of(longitude);
    if (north.isEmpty() && east.isEmpty()) {
      return NONE;
    }
    double y;
    double x;
    try {
      y = Double.parseDouble(north);
      x = Double.parseDouble(east);
    } catch (NumberFormatException e) {
      return new Read(null, Reason.LOCATION_MALFORMED);
    }
    if (isInJapan(y, x)) {
      return new Read(new Coordinates(y, x), null);
    }
    if (isInJapan(x, y)) {
      return new Read(new Coordinates(x, y), Reason.LOCATION_SWAPPED);
    }
    return new Read(null, y == 0 && x == 0 ? Reason.LOCATION_ZERO : Reason.LOCATION_OUTSIDE_JAPAN);
  }

  private static boolean isInJapan(double latitude, double longitude) {
    return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;
  }
}
