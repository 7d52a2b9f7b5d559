package org.todoke.registry.importing.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.reading.Column;
import org.todoke.registry.importing.reading.Layout;
import org.todoke.registry.number.EstablishmentNumber;
import org.todoke.registry.number.EstablishmentNumberRepair;
import org.todoke.registry.organization.SearchKey;

/** Judges the rows of a list of establishments. */
final class EstablishmentRows {

  /** As in the database. */
  static final int LONGEST_NAME = 200;

  private static final int LONGEST_KANA = 400;
  private static final int MOST_REMEMBERED = 50_000;

  private final Layout layout;
  private final Places places;
  private final Column codeColumn;
  private final ServiceNames services;
  private final OpenDays openDays = new OpenDays();
  private final Map<String, String> corporationKeys = new HashMap<>();

  EstablishmentRows(ReferenceKnowledge knowledge, PlaceNames names, Layout layout) {
    this.layout = layout;
    this.codeColumn =
        layout.has(Column.ADDRESS_CODE) ? Column.ADDRESS_CODE : Column.MUNICIPALITY_CODE;
    this.services = knowledge.services().forOneReader();
    this.places =
        new Places(
            knowledge,
            names,
            new Places.Columns(
                layout.header(codeColumn),
                layout.header(prefectureColumn()),
                layout.header(municipalityColumn()),
                municipalityColumn() == Column.ADDRESS_MUNICIPALITY));
  }

  /** The position of the last column without which a row says nothing. */
  static int lastRequired(Layout layout) {
    int last = -1;
    for (Column column :
        List.of(
            Column.ESTABLISHMENT_NUMBER,
            Column.NAME,
            Column.SERVICE,
            Column.MUNICIPALITY_CODE,
            Column.ADDRESS_CODE)) {
      last = Math.max(last, layout.position(column));
    }
    return last;
  }

  JudgedRow judge(CurrentRow row) {
    Place place = place(row);
    String number = number(row, place);
    List<String> codes = services(row);
    String name = name(row);
    if (place == null || number == null || name == null || row.isRejected()) {
      return JudgedRow.of(row.line(), row.findings(), List.of(), null, row.cells());
    }
    ListedService first = listed(row, number, codes.get(0), place, name);
    List<ListedService> all = List.of(first);
    if (codes.size() > 1) {
      all = new ArrayList<>(codes.size());
      for (String code : codes) {
        all.add(first.withService(code));
      }
    }
    return JudgedRow.of(row.line(), row.findings(), all, null, row.cells());
  }

  private ListedService listed(
      CurrentRow row, String number, String service, Place place, String name) {
    Coordinates at = EstablishmentCells.coordinates(row);
    String corporateNumber = EstablishmentCells.corporateNumber(row);
    String corporation = corporation(row, corporateNumber);
    return new ListedService(
        number,
        service,
        place.municipality(),
        place.ward(),
        place.prefecture(),
        name,
        kana(row),
        EstablishmentCells.address(row, layout),
        row.textOrNull(Column.BUILDING),
        at == null ? null : at.latitude(),
        at == null ? null : at.longitude(),
        EstablishmentCells.telephone(row),
        EstablishmentCells.fax(row),
        corporateNumber,
        corporation,
        corporation == null ? null : key(corporation),
        days(row),
        row.textOrNull(Column.DAYS_NOTE),
        EstablishmentCells.capacity(row),
        EstablishmentCells.url(row),
        row.rawOrNull(Column.WITH_DISABILITY_CARE),
        row.rawOrNull(Column.CARE_STANDARD),
        row.rawOrNull(Column.DISABILITY_STANDARD),
        row.textOrNull(Column.REMARKS),
        EstablishmentCells.postcode(row),
        row.extras());
  }

  private @Nullable Place place(CurrentRow row) {
    Column code = row.firstFilled(codeColumn, Column.MUNICIPALITY_CODE);
    Places.Verdict verdict =
        places.judge(row.raw(code), row.raw(prefectureColumn()), row.raw(municipalityColumn()));
    row.findAll(verdict.findings());
    return verdict.place();
  }

  private @Nullable String number(CurrentRow row, @Nullable Place place) {
    String raw = row.raw(Column.ESTABLISHMENT_NUMBER);
    if (raw.isBlank()) {
      row.find(Reason.NUMBER_MISSING, Column.ESTABLISHMENT_NUMBER);
      return null;
    }
    String number = EstablishmentNumberRepair.repaired(raw);
    if (number == null) {
      row.find(Reason.NUMBER_MALFORMED, Column.ESTABLISHMENT_NUMBER);
      return null;
    }
    if (!number.equals(raw.strip())) {
      row.find(Reason.NUMBER_REPAIRED, Column.ESTABLISHMENT_NUMBER, number);
    }
    if (EstablishmentNumber.check(number) == EstablishmentNumber.Check.DOUBTFUL) {
      row.find(Reason.NUMBER_CHECK_DIGIT, Column.ESTABLISHMENT_NUMBER);
    }
    if (place != null && !place.prefecture().startsWith(number.substring(0, 2))) {
      row.find(Reason.NUMBER_OTHER_PREFECTURE, Column.ESTABLISHMENT_NUMBER);
    }
    return number;
  }

  private List<String> services(CurrentRow row) {
    String raw = row.raw(Column.SERVICE);
    if (raw.isBlank()) {
      row.find(Reason.SERVICE_MISSING, Column.SERVICE);
      return List.of();
    }
    ServiceNames.Read read = services.read(raw);
    if (read.services().isEmpty()) {
      row.find(Reason.SERVICE_UNKNOWN, Column.SERVICE);
    } else if (!read.unknown().isEmpty()) {
      row.find(Reason.SERVICE_UNKNOWN_AMONG, Column.SERVICE);
    }
    return read.services();
  }

  private static @Nullable String name(CurrentRow row) {
    String name = row.text(Column.NAME);
    if (name.isEmpty()) {
      row.find(Reason.NAME_MISSING, Column.NAME);
      return null;
    }
    if (name.length() > LONGEST_NAME) {
      row.find(Reason.NAME_TOO_LONG, Column.NAME);
      return null;
    }
    return name;
  }

  private static @Nullable String kana(CurrentRow row) {
    String kana = row.textOrNull(Column.NAME_KANA);
    if (kana != null && kana.length() > LONGEST_KANA) {
      row.find(Reason.KANA_TOO_LONG, Column.NAME_KANA);
      return null;
    }
    return kana;
  }

  private static @Nullable String corporation(CurrentRow row, @Nullable String number) {
    String name = row.textOrNull(Column.CORPORATION);
    if (name == null && number == null) {
      row.find(Reason.CORPORATION_MISSING, Column.CORPORATION);
    }
    if (name != null && name.length() > LONGEST_NAME) {
      row.find(Reason.CORPORATION_NAME_TOO_LONG, Column.CORPORATION);
      return null;
    }
    return name;
  }

  /** Folding takes longer than the rest of a row; most corporations come several times. */
  private String key(String corporation) {
    if (corporationKeys.size() >= MOST_REMEMBERED) {
      corporationKeys.clear();
    }
    return corporationKeys.computeIfAbsent(corporation, name -> SearchKey.of(name, null));
  }

  private List<OpenDay> days(CurrentRow row) {
    String raw = row.raw(Column.DAYS);
    if (raw.isBlank()) {
      return List.of();
    }
    List<OpenDay> days = openDays.read(raw);
    if (days == null) {
      row.find(Reason.DAYS_UNKNOWN, Column.DAYS);
      return List.of();
    }
    return days;
  }

  private Column prefectureColumn() {
    return layout.has(Column.PREFECTURE) ? Column.PREFECTURE : Column.ADDRESS_PREFECTURE;
  }

  private Column municipalityColumn() {
    return layout.has(Column.MUNICIPALITY) ? Column.MUNICIPALITY : Column.ADDRESS_MUNICIPALITY;
  }
}
