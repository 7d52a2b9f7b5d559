package org.todoke.registry.organization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Where exactly an organisation is, as far as that is known.
 *
 * @param address without the building, 300 characters at most
 * @param building with floor and room, 200 characters at most
 * @param latitude degrees north (WGS 84), from 20 to 46; six decimals, which is a decimetre
 * @param longitude degrees east (WGS 84), from 122 to 154
 * @param ward of a designated city (six digits with the check digit); an attribute, not a tier
 */
public record Site(
    @Nullable String address,
    @Nullable String building,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable String ward) {

  public static final Site UNKNOWN = new Site(null, null, null, null, null);

  private static final int DECIMALS = 6;

  /** Numbers are brought to one form, so that 33.50 and 33.5 are no change. */
  public Site {
    latitude = inOneForm(latitude);
    longitude = inOneForm(longitude);
  }

  private static @Nullable BigDecimal inOneForm(@Nullable BigDecimal degrees) {
    if (degrees == null) {
      return null;
    }
    BigDecimal plain = degrees.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
