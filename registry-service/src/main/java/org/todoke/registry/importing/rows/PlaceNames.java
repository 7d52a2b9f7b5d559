package org.todoke.registry.importing.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Municipality;
import org.todoke.registry.importing.rows.ReferenceKnowledge.Ward;

/**
 * The names of municipalities as people write them: with the county (郡) or the prefecture before
 * it, with the ward behind it, and with characters that official names write otherwise.
 */
final class PlaceNames {

  /** Pairs, what is written and what is compared: 龍ヶ崎市 and 龍ケ崎市, 檮原町 and 梼原町 are one. */
  private static final String VARIANTS = "ヶケヵカ檮梼竜龍釜竈鰺鯵";

  private static final String COUNTY = "郡";

  private final ReferenceKnowledge knowledge;
  private final Map<String, List<Municipality>> byName = new HashMap<>();
  private final Map<String, Map<String, String>> wardsByCity = new HashMap<>();
  private final Map<String, String> prefecturesByName = new HashMap<>();

  PlaceNames(ReferenceKnowledge knowledge) {
    this.knowledge = knowledge;
    for (Municipality municipality : knowledge.municipalities().values()) {
      byName
          .computeIfAbsent(fold(municipality.name()), name -> new ArrayList<>())
          .add(municipality);
    }
    for (Ward ward : knowledge.wards().values()) {
      wardsByCity
          .computeIfAbsent(ward.city(), city -> new HashMap<>())
          .put(fold(ward.name()), ward.code());
    }
    knowledge.prefectures().forEach((code, name) -> prefecturesByName.put(fold(name), code));
  }

  static String fold(String name) {
    String plain = PlainText.of(name);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int at = VARIANTS.indexOf(c);
      if (c != ' ') {
        folded.append(at >= 0 && at % 2 == 0 ? VARIANTS.charAt(at + 1) : c);
      }
    }
    return folded.toString();
  }

  /**
   * The place that the names alone tell; null where they tell none, or more than one.
   *
   * @param prefecture a name, which may be empty where it is not needed to tell homonyms apart
   */
  @Nullable Place find(String prefecture, String municipality) {
    String within = fold(prefecture);
    String name = withoutPrefecture(fold(municipality), within);
    String code = prefecturesByName.get(within);
    List<Place> places = new ArrayList<>();
    for (int end = name.length(); end > 1 && places.isEmpty(); end--) {
      for (int begin : new int[] {0, name.indexOf(COUNTY) + 1}) {
        List<Municipality> named =
            begin < end ? byName.getOrDefault(name.substring(begin, end), List.of()) : List.of();
        for (Municipality each : named) {
          boolean inside = within.isEmpty() || each.prefecture().equals(code);
          String ward = wardOf(each.code(), name.substring(end));
          if (inside && (end == name.length() || ward != null)) {
            Place place = new Place(each.code(), ward, each.prefecture());
            if (!places.contains(place)) {
              places.add(place);
            }
          }
        }
      }
    }
    return places.size() == 1 ? places.get(0) : null;
  }

  /**
   * What stands behind the name of a municipality in a text that begins with it, perhaps after
   * prefecture and county; null if it does not begin so. Empty if the text is the name alone.
   */
  @Nullable String behindName(Municipality municipality, String text) {
    String prefecture = fold(knowledge.prefectures().getOrDefault(municipality.prefecture(), ""));
    String written = withoutPrefecture(fold(text), prefecture);
    String name = fold(municipality.name());
    if (written.startsWith(name)) {
      return written.substring(name.length());
    }
    int county = written.indexOf(COUNTY);
    return county >= 0 && written.startsWith(name, county + 1)
        ? written.substring(county + 1 + name.length())
        : null;
  }

  /** The code of a ward of a city by its name; null if it has none of that name. */
  @Nullable String wardOf(String city, String name) {
    return wardsByCity.getOrDefault(city, Map.of()).get(fold(name));
  }

  boolean isPrefecture(String code, String name) {
    return code.equals(prefecturesByName.get(fold(name)));
  }

  private static String withoutPrefecture(String name, String prefecture) {
    return name.startsWith(prefecture) && name.length() > prefecture.length()
        ? name.substring(prefecture.length())
        : name;
  }
}
