package org.todoke.registry.importing.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.todoke.registry.reference.ReferenceFile;

/**
 * What has to be known to judge a row.
 *
 * @param prefectures names by code of six digits
 * @param municipalities by code of six digits
 * @param wards those of designated cities, by code of six digits
 * @param northernTerritories the six villages that have codes and no administration
 * @param successors by retired code, the codes that came after it; a code that was split has
 *     several, one that came to nothing has none
 * @param services the services by all that they are called
 */
public record ReferenceKnowledge(
    Map<String, String> prefectures,
    Map<String, Municipality> municipalities,
    Map<String, Ward> wards,
    Set<String> northernTerritories,
    Map<String, List<String>> successors,
    ServiceNames services) {

  /**
   * A municipality.
   *
   * @param prefecture six digits
   */
  public record Municipality(String code, String name, String prefecture) {}

  /**
   * A ward of a designated city (行政区).
   *
   * @param city the code of the city
   * @param name without that of the city
   */
  public record Ward(String code, String name, String city) {}

  public ReferenceKnowledge {
    prefectures = Map.copyOf(prefectures);
    municipalities = Map.copyOf(municipalities);
    wards = Map.copyOf(wards);
    northernTerritories = Set.copyOf(northernTerritories);
    successors = Map.copyOf(successors);
  }

  /** What comes with the service; {@code docs/credits.md} says where it is from. */
  public static ReferenceKnowledge official() {
    Map<String, String> prefectures = new HashMap<>();
    ReferenceFile.rows(
        "prefectures.csv", r -> prefectures.put(r.getField("code"), r.getField("name")));
    Map<String, Municipality> municipalities = new HashMap<>();
    ReferenceFile.rows(
        "municipalities.csv",
        r ->
            municipalities.put(
                r.getField("code"),
                new Municipality(
                    r.getField("code"), r.getField("name"), r.getField("prefecture"))));
    Map<String, Ward> wards = new HashMap<>();
    ReferenceFile.rows(
        "wards.csv",
        r ->
            wards.put(
                r.getField("code"),
                new Ward(r.getField("code"), r.getField("name"), r.getField("municipality"))));
    return new ReferenceKnowledge(
        prefectures,
        municipalities,
        wards,
        new HashSet<>(ReferenceFile.rows("northern-territories.csv", r -> r.getField("code"))),
        officialSuccessors(),
        officialServices());
  }

  private static Map<String, List<String>> officialSuccessors() {
    Map<String, List<String>> successors = new HashMap<>();
    ReferenceFile.rows(
        "retired-codes.csv",
        r -> {
          String code = r.getField("code");
          String after = r.getField("successors").strip();
          // A place that was renamed has kept its code, which has not ended then.
          return after.equals(code)
              ? null
              : successors.put(code, after.isEmpty() ? List.of() : List.of(after.split(" ")));
        });
    return successors;
  }

  private static ServiceNames officialServices() {
    Map<String, String> codes = new HashMap<>();
    ReferenceFile.rows(
        "service-types.csv",
        r -> {
          codes.put(r.getField("code"), r.getField("code"));
          return codes.put(r.getField("name"), r.getField("code"));
        });
    ReferenceFile.rows(
        "service-files.csv",
        r -> {
          codes.put(r.getField("file_code"), r.getField("service_type"));
          return codes.put(r.getField("name"), r.getField("service_type"));
        });
    ReferenceFile.rows(
        "service-names.csv", r -> codes.put(r.getField("name"), r.getField("service_type")));
    return new ServiceNames(codes);
  }

  /** Whether anything ever had this code of six digits: a government of today, or one before. */
  boolean isCode(String code) {
    return municipalities.containsKey(code)
        || wards.containsKey(code)
        || prefectures.containsKey(code)
        || successors.containsKey(code)
        || northernTerritories.contains(code);
  }
}
