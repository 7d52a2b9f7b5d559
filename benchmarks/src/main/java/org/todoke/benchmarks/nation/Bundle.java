package org.todoke.benchmarks.nation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one establishment number covers.
 *
 * @param category third character of the number: 1 medical, 5 and B facilities for the elderly, 6
 *     visiting nurses, 7 designated, 9 community-based
 * @param services by their place in {@link CareService#all()}; one of them twice is the rare row
 *     that stands twice in a file
 */
record Bundle(char category, int[] services) {

  /** A kind of establishment and how many of them there are. */
  record Share(Bundle bundle, int establishments) {}

  private static final List<String> COMMUNITY_BASED =
      List.of("155", "361", "362", "364", "540", "710", "720", "730", "760", "770", "780", "320");
  private static final Map<String, String> OTHERS =
      Map.of(
          "160", "15", "140", "15", "220", "5", "230", "1", "520", "5", "530", "1", "550", "B",
          "551", "B", "130", "666661");

  int rows() {
    return services.length;
  }

  /** Whether the establishment offers it, and so how often it stands in that service's file. */
  int rowsOf(int service) {
    int rows = 0;
    for (int each : services) {
      rows += each == service ? 1 : 0;
    }
    return rows;
  }

  /**
   * Kinds of establishments such that there are exactly as many as asked for, with exactly as many
   * rows in all, and every service has its share of the rows.
   */
  static List<Share> shares(NationSize size, List<CareService> services) {
    int[] left =
        Apportionment.of(services.stream().mapToDouble(CareService::rows).toArray(), size.rows());
    Map<String, Integer> index = new HashMap<>();
    services.forEach(each -> index.put(each.file(), index.size()));
    List<Share> shares = new ArrayList<>();
    int further = size.rows() - size.establishments();
    for (Listed each : Lists.read("bundles", Listed::of)) {
      int[] of = each.files().stream().mapToInt(index::get).toArray();
      // The last of the list is what remains, so that the sum is exact.
      int count =
          each.establishments() == null ? further : (int) (each.establishments() * size.fraction());
      further -= count * (of.length - 1);
      Arrays.stream(of).forEach(service -> left[service] -= count);
      shares.add(new Share(new Bundle(each.category(), of), count));
    }
    for (int service = 0; service < left.length; service++) {
      if (left[service] < 0) {
        throw new IllegalStateException("too many of " + services.get(service));
      }
      shares.addAll(alone(services.get(service).file(), service, left[service]));
    }
    return shares;
  }

  private static List<Share> alone(String file, int service, int count) {
    String categories = COMMUNITY_BASED.contains(file) ? "9" : OTHERS.getOrDefault(file, "7");
    List<Share> shares = new ArrayList<>();
    double[] evenly = new double[categories.length()];
    Arrays.fill(evenly, 1);
    int[] parts = Apportionment.of(evenly, count);
    for (int i = 0; i < parts.length; i++) {
      shares.add(new Share(new Bundle(categories.charAt(i), new int[] {service}), parts[i]));
    }
    return shares;
  }

  private record Listed(char category, List<String> files, @Nullable Integer establishments) {

    static Listed of(NamedCsvRecord row) {
      String count = row.getField("establishments");
      return new Listed(
          row.getField("category").charAt(0),
          List.of(row.getField("files").split(" ")),
          count.isEmpty() ? null : Integer.valueOf(count));
    }
  }
}
