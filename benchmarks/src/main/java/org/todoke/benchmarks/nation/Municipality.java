package org.todoke.benchmarks.nation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the 1,741 with what is needed to lay establishments into it.
 *
 * @param stem its name without 市, 区, 町 or 村, and the reading of that
 * @param rows of the official files, estimated over all of them; 0 for 138 of them
 * @param region digits that most of its establishment numbers carry; made up where none is known
 * @param wards of a designated city; the files give the ward's code instead of the city's
 */
record Municipality(
    String code,
    String prefecture,
    String name,
    String stem,
    String stemKana,
    int rows,
    String region,
    double latitude,
    double longitude,
    List<Ward> wards) {

  /** A part of a designated city. */
  record Ward(String code, String name, double latitude, double longitude) {}

  /** Names that the official files spell with a small ヶ, and the list of codes with a large one. */
  private static final Map<String, String> AS_FILES_SPELL =
      Map.of("龍ケ崎市", "龍ヶ崎市", "金ケ崎町", "金ヶ崎町", "関ケ原町", "関ヶ原町");

  String prefectureDigits() {
    return code.substring(0, 2);
  }

  String nameInFiles() {
    return AS_FILES_SPELL.getOrDefault(name, name);
  }

  /** All, in the order of their codes. */
  static List<Municipality> all() {
    Map<String, List<Ward>> wards =
        Lists.read(
                "wards",
                r ->
                    Map.entry(
                        r.getField("city"),
                        new Ward(
                            r.getField("code"),
                            r.getField("ward"),
                            Double.parseDouble(r.getField("latitude")),
                            Double.parseDouble(r.getField("longitude")))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return Lists.read(
        "municipalities",
        r -> {
          String code = r.getField("code");
          String region = r.getField("region");
          return new Municipality(
              code,
              r.getField("prefecture"),
              r.getField("name"),
              r.getField("stem"),
              r.getField("stem_kana"),
              Integer.parseInt(r.getField("rows")),
              region.isEmpty() ? code.substring(3, 5) : region,
              Double.parseDouble(r.getField("latitude")),
              Double.parseDouble(r.getField("longitude")),
              wards.getOrDefault(code, List.of()));
        });
  }
}
