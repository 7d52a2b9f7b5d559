package org.todoke.registry.importing.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Municipality;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Ward;
import org.todoke.registry.number.LocalGovernmentNumberRepair;

/**
 * Finds the municipality of a row. The code is believed before the names; what the names say
 * otherwise is warned of. The same few thousand combinations come again and again, and are
 * remembered.
 */
final class Places {

  private static final int MOST_REMEMBERED = 10_000;

  /**
   * The cells that tell the place, with their headers.
   *
   * @param municipalityMayGoOn whether the column of the municipality was seen to hold whole
   *     addresses
   */
  record Columns(
      String code, String prefecture, String municipality, boolean municipalityMayGoOn) {}

  /**
   * What became of it.
   *
   * @param place null if the row cannot be placed, which one of the findings then says
   */
  record Verdict(@Nullable Place place, List<Finding> findings) {}

  private record Cells(String code, String prefecture, String municipality) {}

  private final ReferenceKnowledge knowledge;
  private final PlaceNames names;
  private final Columns columns;
  private final Map<Cells, Verdict> remembered = new HashMap<>();

  Places(ReferenceKnowledge knowledge, PlaceNames names, Columns columns) {
    this.knowledge = knowledge;
    this.names = names;
    this.columns = columns;
  }

  Verdict judge(String code, String prefecture, String municipality) {
    Cells cells = new Cells(code, prefecture, municipality);
    Verdict known = remembered.get(cells);
    if (known == null) {
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      List<Finding> findings = new ArrayList<>();
      Place place = find(cells, findings);
      if (place != null) {
        compareNames(place, cells, findings);
        place = withWard(place, cells);
      }
      known = new Verdict(place, List.copyOf(findings));
      remembered.put(cells, known);
    }
    return known;
  }

  private @Nullable Place find(Cells cells, List<Finding> findings) {
    String written = cells.code().strip();
    if (written.isEmpty()) {
      return byName(cells, Reason.MUNICIPALITY_FROM_NAME, Reason.MUNICIPALITY_MISSING, findings);
    }
    if (LocalGovernmentNumberRepair.isPlaceholder(written)) {
      findings.add(finding(Reason.MUNICIPALITY_PLACEHOLDER, cells, null));
      return null;
    }
    String code = codeOf(written, cells);
    if (code == null) {
      return byName(cells, Reason.MUNICIPALITY_FROM_NAME, Reason.MUNICIPALITY_UNKNOWN, findings);
    }
    if (knowledge.northernTerritories().contains(code)) {
      findings.add(finding(Reason.NORTHERN_TERRITORIES, cells, null));
      return null;
    }
    if (knowledge.prefectures().containsKey(code)) {
      return inPrefecture(code, cells, findings);
    }
    if (knowledge.successors().containsKey(code)) {
      return afterRetirement(code, cells, findings);
    }
    if (!code.equals(written)) {
      findings.add(finding(Reason.MUNICIPALITY_REPAIRED, cells, code));
    }
    return placeOf(code);
  }

  /** The one existing code that can be meant; of two, the one that has the name of the row. */
  private @Nullable String codeOf(String written, Cells cells) {
    List<String> candidates = LocalGovernmentNumberRepair.candidates(written, knowledge::isCode);
    if (candidates.size() < 2) {
      return candidates.isEmpty() ? null : candidates.get(0);
    }
    Place named = names.find(cells.prefecture(), cells.municipality());
    List<String> fitting =
        candidates.stream().filter(code -> named != null && isAt(placeOf(code), named)).toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  private static boolean isAt(@Nullable Place place, Place named) {
    return place != null && place.municipality().equals(named.municipality());
  }

  private @Nullable Place byName(
      Cells cells, Reason found, Reason otherwise, List<Finding> findings) {
    Place place = names.find(cells.prefecture(), cells.municipality());
    findings.add(
        place == null
            ? finding(otherwise, cells, null)
            : finding(found, cells, place.municipality()));
    return place;
  }

  /** A prefecture lists its establishments under its own code, and says in names where they are. */
  private @Nullable Place inPrefecture(String code, Cells cells, List<Finding> findings) {
    Cells within =
        new Cells(
            cells.code(),
            knowledge.prefectures().getOrDefault(code, cells.prefecture()),
            cells.municipality());
    return byName(within, Reason.MUNICIPALITY_OF_PREFECTURE, Reason.MUNICIPALITY_MISSING, findings);
  }

  /**
   * What a retired code stands for today. A code that was split has gone to one municipality all
   * the same if its successors are wards of one city; otherwise the name has to tell.
   */
  private @Nullable Place afterRetirement(String code, Cells cells, List<Finding> findings) {
    Set<String> municipalities = new HashSet<>();
    Place place = null;
    for (String successor : knowledge.successors().getOrDefault(code, List.of())) {
      place = placeOf(successor);
      if (place != null) {
        municipalities.add(place.municipality());
      }
    }
    if (place == null || municipalities.size() != 1) {
      return byName(
          cells, Reason.MUNICIPALITY_FROM_NAME, Reason.MUNICIPALITY_RETIRED_AMBIGUOUS, findings);
    }
    boolean split = knowledge.successors().getOrDefault(code, List.of()).size() > 1;
    Place today = split ? new Place(place.municipality(), null, place.prefecture()) : place;
    String taken = today.ward() == null ? today.municipality() : today.ward();
    findings.add(finding(Reason.MUNICIPALITY_RETIRED, cells, taken));
    return today;
  }

  private @Nullable Place placeOf(String code) {
    Ward ward = knowledge.wards().get(code);
    Municipality municipality = knowledge.municipalities().get(ward == null ? code : ward.city());
    return municipality == null
        ? null
        : new Place(municipality.code(), ward == null ? null : code, municipality.prefecture());
  }

  private void compareNames(Place place, Cells cells, List<Finding> findings) {
    if (!cells.prefecture().isBlank()
        && !names.isPrefecture(place.prefecture(), cells.prefecture())) {
      findings.add(
          Finding.of(Reason.PREFECTURE_OTHER_NAME, columns.prefecture(), cells.prefecture(), null));
    }
    boolean retired = findings.stream().anyMatch(f -> isOf(Reason.MUNICIPALITY_RETIRED, f));
    if (!retired && !cells.municipality().isBlank() && !isNamed(place, cells.municipality())) {
      findings.add(
          Finding.of(
              Reason.MUNICIPALITY_OTHER_NAME, columns.municipality(), cells.municipality(), null));
    }
  }

  private boolean isNamed(Place place, String text) {
    Municipality municipality = knowledge.municipalities().get(place.municipality());
    Ward ward = place.ward() == null ? null : knowledge.wards().get(place.ward());
    if (ward != null && PlaceNames.fold(text).equals(PlaceNames.fold(ward.name()))) {
      return true;
    }
    String behind = municipality == null ? null : names.behindName(municipality, text);
    if (behind == null) {
      return false;
    }
    if (behind.isEmpty() || columns.municipalityMayGoOn()) {
      return true;
    }
    String named = names.wardOf(place.municipality(), behind);
    return named != null && (ward == null || named.equals(ward.code()));
  }

  /** A row with the code of the city may still name the ward. */
  private Place withWard(Place place, Cells cells) {
    Municipality municipality = knowledge.municipalities().get(place.municipality());
    String behind =
        municipality == null || place.ward() != null
            ? null
            : names.behindName(municipality, cells.municipality());
    return behind == null
        ? place
        : new Place(
            place.municipality(), names.wardOf(place.municipality(), behind), place.prefecture());
  }

  private static boolean isOf(Reason reason, Finding finding) {
    return finding.code().equals(reason.code());
  }

  private Finding finding(Reason reason, Cells cells, @Nullable String repaired) {
    return Finding.of(reason, columns.code(), cells.code(), repaired);
  }
}
