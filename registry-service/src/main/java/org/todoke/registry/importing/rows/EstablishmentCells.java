package org.todoke.registry.importing.rows;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.reading.Column;
import org.todoke.registry.importing.reading.Layout;
import org.todoke.registry.number.CorporateNumberRepair;

/**
 * Reads the cells of an establishment without which it can do. None of them ever costs the row:
 * what cannot be read is left out and warned of.
 */
final class EstablishmentCells {

  /** What people write where there is nothing to write. */
  private static final Set<String> NOTHING = Set.of("-", "ー", "―", "なし", "無し", "無", "未定", "該当なし");

  private static final int MOST_CAPACITY_DIGITS = 4;
  private static final int POSTCODE_DIGITS = 7;
  private static final int POSTCODE_AREA = 3;

  private EstablishmentCells() {}

  static @Nullable Coordinates coordinates(CurrentRow row) {
    Coordinates.Read read = Coordinates.read(row.raw(Column.LATITUDE), row.raw(Column.LONGITUDE));
    if (read.reason() != null) {
      Coordinates place = read.place();
      boolean emptied = read.reason() == Reason.LOCATION_ZERO;
      String repaired = place == null ? null : String.valueOf(place.latitude());
      row.find(read.reason(), Column.LATITUDE, emptied ? "" : repaired);
    }
    return read.place();
  }

  static @Nullable String telephone(CurrentRow row) {
    String extension = row.raw(Column.EXTENSION);
    String raw = row.raw(Column.TELEPHONE);
    if (isNothing(raw)) {
      return null;
    }
    String number =
        extension.isBlank() ? TelephoneNumber.of(raw) : TelephoneNumber.of(raw, extension);
    return number(
        row, Column.TELEPHONE, number, Reason.TELEPHONE_REPAIRED, Reason.TELEPHONE_MALFORMED);
  }

  static @Nullable String fax(CurrentRow row) {
    String raw = row.raw(Column.FAX);
    return isNothing(raw)
        ? null
        : number(
            row, Column.FAX, TelephoneNumber.of(raw), Reason.FAX_REPAIRED, Reason.FAX_MALFORMED);
  }

  private static @Nullable String number(
      CurrentRow row, Column column, @Nullable String number, Reason repaired, Reason malformed) {
    if (number == null) {
      row.find(malformed, column);
    } else if (!number.startsWith(row.raw(column).strip())) {
      row.find(repaired, column, number);
    }
    return number;
  }

  static @Nullable String corporateNumber(CurrentRow row) {
    String raw = row.raw(Column.CORPORATE_NUMBER);
    if (isNothing(raw)) {
      return null;
    }
    String number = CorporateNumberRepair.repaired(raw);
    if (number == null) {
      row.find(faultOf(raw), Column.CORPORATE_NUMBER);
    } else if (!number.equals(raw.strip())) {
      row.find(Reason.CORPORATE_NUMBER_REPAIRED, Column.CORPORATE_NUMBER, number);
    }
    return number;
  }

  static Reason faultOf(String corporateNumber) {
    if (CorporateNumberRepair.isOfTheForm(corporateNumber)) {
      return Reason.CORPORATE_NUMBER_CHECK_DIGIT;
    }
    return CorporateNumberRepair.lostDigits(corporateNumber)
        ? Reason.CORPORATE_NUMBER_LOST_DIGITS
        : Reason.CORPORATE_NUMBER_MALFORMED;
  }

  /** Zero is how the lists write that there is none, or that nobody said. */
  static @Nullable Integer capacity(CurrentRow row) {
    String raw = row.raw(Column.CAPACITY);
    if (isNothing(raw)) {
      return null;
    }
    String digits = capacityDigits(PlainText.of(raw));
    if (digits == null) {
      row.find(Reason.CAPACITY_MALFORMED, Column.CAPACITY);
      return null;
    }
    int capacity = Integer.parseInt(digits);
    if (capacity != 0 && !digits.equals(raw.strip())) {
      row.find(Reason.CAPACITY_REPAIRED, Column.CAPACITY, digits);
    }
    return capacity == 0 ? null : capacity;
  }

  private static @Nullable String capacityDigits(String plain) {
    String digits = plain;
    for (String unit : new String[] {"人", "名", ".0"}) {
      if (digits.endsWith(unit)) {
        digits = digits.substring(0, digits.length() - unit.length()).strip();
      }
    }
    boolean readable =
        !digits.isEmpty()
            && digits.length() <= MOST_CAPACITY_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return readable ? digits : null;
  }

  static @Nullable String url(CurrentRow row) {
    String raw = row.raw(Column.URL);
    if (isNothing(raw)) {
      return null;
    }
    if (WebAddress.isMailAddress(raw)) {
      row.find(Reason.URL_MAIL_ADDRESS, Column.URL);
      return null;
    }
    String url = WebAddress.of(raw);
    if (url == null) {
      row.find(Reason.URL_MALFORMED, Column.URL);
    } else if (!url.equals(raw.strip())) {
      row.find(Reason.URL_REPAIRED, Column.URL, url);
    }
    return url;
  }

  static @Nullable String postcode(CurrentRow row) {
    String raw = row.raw(Column.POSTCODE);
    if (isNothing(raw)) {
      return null;
    }
    StringBuilder digits = new StringBuilder();
    String plain = PlainText.of(raw);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!Dashes.isDash(c) && c != '〒' && c != ' ') {
        digits.setLength(0);
        break;
      }
    }
    if (digits.length() != POSTCODE_DIGITS) {
      row.find(Reason.POSTCODE_MALFORMED, Column.POSTCODE);
      return null;
    }
    return digits.insert(POSTCODE_AREA, '-').toString();
  }

  /** In one column, or put together from its parts. */
  static @Nullable String address(CurrentRow row, Layout layout) {
    String whole = row.text(Column.ADDRESS);
    if (whole.isEmpty() && layout.has(Column.ADDRESS_MUNICIPALITY)) {
      String municipality = row.text(Column.ADDRESS_MUNICIPALITY);
      String rest = row.text(Column.ADDRESS_TOWN) + row.text(Column.ADDRESS_REST);
      if (rest.isEmpty() && hasDigit(municipality)) {
        row.find(Reason.ADDRESS_IN_OTHER_COLUMN, Column.ADDRESS_MUNICIPALITY, municipality);
      }
      String prefecture = row.text(Column.ADDRESS_PREFECTURE);
      whole = (municipality.startsWith(prefecture) ? "" : prefecture) + municipality + rest;
    }
    return whole.isEmpty() ? null : Dashes.unifiedBetweenDigits(whole);
  }

  /** No name of a municipality has one, and every address has. */
  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNothing(String raw) {
    return raw.isBlank() || raw.length() <= 4 && NOTHING.contains(PlainText.of(raw));
  }
}
