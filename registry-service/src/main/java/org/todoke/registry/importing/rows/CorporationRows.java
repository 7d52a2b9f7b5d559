package org.todoke.registry.importing.rows;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.reading.SourceFormat;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Municipality;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Ward;
import org.todoke.registry.number.CorporateNumber;
import org.todoke.registry.number.LocalGovernmentNumber;

/**
 * Judges the rows of the list of corporate numbers. It is a register and not a collection of what
 * people typed, so nothing in it is repaired.
 */
final class CorporationRows {

  private static final int NUMBER = at("corporateNumber");
  private static final int PROCESS = at("process");
  private static final int UPDATED = at("updateDate");
  private static final int NAME = at("name");
  private static final int NAME_IMAGE = at("nameImageId");
  private static final int KIND = at("kind");
  private static final int PREFECTURE_NAME = at("prefectureName");
  private static final int CITY_NAME = at("cityName");
  private static final int STREET = at("streetNumber");
  private static final int PREFECTURE = at("prefectureCode");
  private static final int CITY = at("cityCode");
  private static final int ABROAD = at("addressOutside");
  private static final int CLOSED = at("closeDate");
  private static final int CLOSE_CAUSE = at("closeCause");
  private static final int SUCCESSOR = at("successorCorporateNumber");
  private static final int LATEST = at("latest");
  private static final int KANA = at("furigana");
  private static final int HIDDEN = at("hihyoji");

  private static final Set<String> PROCESSES =
      Set.of("01", "11", "12", "13", "21", "22", "71", "72", "81", "99");
  private static final Set<String> KINDS =
      Set.of("101", "201", "301", "302", "303", "304", "305", "399", "401", "499");
  private static final String OUTSIDE_JAPAN = "99";

  private final ReferenceKnowledge knowledge;
  private final PlaceNames names;

  CorporationRows(ReferenceKnowledge knowledge, PlaceNames names) {
    this.knowledge = knowledge;
    this.names = names;
  }

  private static int at(String header) {
    return SourceFormat.NTA_CORPORATE_NUMBERS.headers().indexOf(header);
  }

  JudgedRow judge(CurrentRow row) {
    String number = row.raw(NUMBER).strip();
    if (!CorporateNumber.isValid(number)) {
      row.find(Reason.CORPORATION_NUMBER_INVALID, NUMBER, null);
    }
    if (!row.raw(LATEST).strip().equals("1")) {
      row.find(Reason.CORPORATION_NOT_LATEST, LATEST, null);
    }
    if (!row.raw(HIDDEN).strip().equals("0")) {
      row.find(Reason.CORPORATION_HIDDEN, HIDDEN, null);
    }
    String name = row.text(NAME);
    if (name.isEmpty()) {
      row.find(Reason.NAME_MISSING, NAME, null);
    } else if (name.length() > EstablishmentRows.LONGEST_NAME) {
      row.find(Reason.NAME_TOO_LONG, NAME, null);
    }
    ListedCorporation corporation = row.isRejected() ? null : listed(row, number, name);
    return JudgedRow.of(row.line(), row.findings(), List.of(), corporation, row.cells());
  }

  private ListedCorporation listed(CurrentRow row, String number, String name) {
    if (!row.raw(NAME_IMAGE).isBlank()) {
      row.find(Reason.CORPORATION_NAME_IMAGE, NAME_IMAGE, null);
    }
    Place place = place(row);
    String inJapan = row.text(PREFECTURE_NAME) + row.text(CITY_NAME) + row.text(STREET);
    String abroad = row.text(ABROAD);
    return new ListedCorporation(
        number,
        oneOf(PROCESSES, row, PROCESS, Reason.CORPORATION_PROCESS_UNKNOWN),
        oneOf(KINDS, row, KIND, Reason.CORPORATION_KIND_UNKNOWN),
        name,
        orNull(row.text(KANA)),
        place == null ? null : place.prefecture(),
        place == null || place.municipality().isEmpty() ? null : place.municipality(),
        Dashes.unifiedBetweenDigits(inJapan.isEmpty() ? abroad : inJapan),
        date(row, CLOSED),
        orNull(row.raw(CLOSE_CAUSE).strip()),
        successor(row),
        date(row, UPDATED),
        true,
        false);
  }

  /** Abroad there is none; where only the prefecture is known the municipality is empty. */
  private @Nullable Place place(CurrentRow row) {
    String prefectureDigits = row.raw(PREFECTURE).strip();
    if (prefectureDigits.equals(OUTSIDE_JAPAN)) {
      return null;
    }
    String five = prefectureDigits + row.raw(CITY).strip();
    Place place = five.matches("[0-9]{5}") ? placeOf(five) : null;
    if (place == null) {
      place = names.find(row.raw(PREFECTURE_NAME), row.raw(CITY_NAME));
      row.find(Reason.CORPORATION_PLACE_UNKNOWN, CITY, place == null ? null : place.municipality());
    }
    if (place != null || !prefectureDigits.matches("[0-9]{2}")) {
      return place;
    }
    String prefecture = LocalGovernmentNumber.withCheckDigit(prefectureDigits + "000");
    return knowledge.prefectures().containsKey(prefecture) ? new Place("", null, prefecture) : null;
  }

  private @Nullable Place placeOf(String fiveDigits) {
    String code = LocalGovernmentNumber.withCheckDigit(fiveDigits);
    Ward ward = knowledge.wards().get(code);
    Municipality municipality = knowledge.municipalities().get(ward == null ? code : ward.city());
    return municipality == null
        ? null
        : new Place(municipality.code(), null, municipality.prefecture());
  }

  private static @Nullable String successor(CurrentRow row) {
    String number = row.raw(SUCCESSOR).strip();
    if (number.isEmpty()) {
      return null;
    }
    if (!CorporateNumber.isValid(number)) {
      row.find(EstablishmentCells.faultOf(number), SUCCESSOR, null);
      return null;
    }
    return number;
  }

  private static String oneOf(Set<String> known, CurrentRow row, int position, Reason otherwise) {
    String code = row.raw(position).strip();
    if (!known.contains(code)) {
      row.find(otherwise, position, null);
    }
    return code;
  }

  private static @Nullable LocalDate date(CurrentRow row, int position) {
    String text = row.raw(position).strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      row.find(Reason.CORPORATION_DATE_MALFORMED, position, null);
      return null;
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
