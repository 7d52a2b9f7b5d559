package org.todoke.registry.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.todoke.registry.number.LocalGovernmentNumber;
import org.todoke.registry.reference.ReferenceFile;

/**
 * Reads the lists of codes that are no organisation; {@code docs/credits.md} says where they are
 * from.
 */
final class PlaceLists {

  private final Map<String, String> prefectures =
      ReferenceFile.rows("prefectures.csv", r -> r.getField("code")).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  LocalGovernmentNumber::prefectureDigits, Function.identity()));

  private PlaceLists() {}

  static List<ListedPlace> all() {
    PlaceLists lists = new PlaceLists();
    List<ListedPlace> places = new ArrayList<>();
    places.addAll(ReferenceFile.rows("wards.csv", lists::ward));
    places.addAll(ReferenceFile.rows("northern-territories.csv", lists::northernTerritory));
    places.addAll(ReferenceFile.rows("retired-codes.csv", lists::retired));
    return List.copyOf(places);
  }

  private ListedPlace ward(NamedCsvRecord r) {
    return new ListedPlace(
        r.getField("code"),
        "ward",
        r.getField("name"),
        ReferenceFile.given(r, "name_kana"),
        "lg:" + r.getField("municipality"),
        prefectureOf(r.getField("code")),
        null,
        null,
        List.of());
  }

  private ListedPlace northernTerritory(NamedCsvRecord r) {
    return new ListedPlace(
        r.getField("code"),
        "northern-territory",
        r.getField("name"),
        ReferenceFile.given(r, "name_kana"),
        null,
        prefectureOf(r.getField("code")),
        null,
        null,
        List.of());
  }

  /** A code that follows itself has not ended: it was given another name. */
  private ListedPlace retired(NamedCsvRecord r) {
    String code = r.getField("code");
    List<String> others =
        Arrays.stream(r.getField("successors").split(" "))
            .filter(successor -> !successor.equals(code))
            .toList();
    return new ListedPlace(
        code,
        others.isEmpty() ? "renamed" : "retired",
        r.getField("name"),
        null,
        null,
        prefectureOf(code),
        LocalDate.parse(r.getField("ended_on")),
        r.getField("reason"),
        others);
  }

  private String prefectureOf(String code) {
    String prefecture = prefectures.get(LocalGovernmentNumber.prefectureDigits(code));
    if (prefecture == null) {
      throw new IllegalStateException("a list names a code outside the country: " + code);
    }
    return "lg:" + prefecture;
  }
}
