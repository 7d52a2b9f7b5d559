package org.todoke.benchmarks.national;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom notice-service knows of, and who is below whom: what the callers of a real nation would know
 * by themselves. Read before anything is measured.
 *
 * @param municipalities by prefecture, those that have an establishment
 * @param corporations by municipality
 * @param establishments by prefecture
 */
record Population(
    Map<String, List<String>> municipalities,
    Map<String, List<String>> corporations,
    Map<String, List<String>> establishments) {

  private static final String MUNICIPALITIES =
      """
      select distinct prefecture, municipality from organization
      where kind = 'establishment' and state = 'active' and prefecture is not null
        and municipality is not null
      order by 1, 2
      """;

  private static final String CORPORATIONS =
      """
      select distinct e.municipality, e.corporation from organization e
      join organization c on c.code = e.corporation and c.kind = 'corporation' and c.state = 'active'
      where e.kind = 'establishment' and e.state = 'active' and e.municipality is not null
      order by 1, 2
      """;

  private static final String ESTABLISHMENTS =
      """
      select prefecture, code from organization
      where kind = 'establishment' and state = 'active' and prefecture is not null
      order by 1, md5(code)
      """;

  static Population read(Suite suite) {
    try (Connection connection = suite.database().of(Suite.NOTICE)) {
      return new Population(
          pairs(connection, MUNICIPALITIES),
          pairs(connection, CORPORATIONS),
          pairs(connection, ESTABLISHMENTS));
    } catch (SQLException e) {
      throw new IllegalStateException("the directory cannot be read", e);
    }
  }

  private static Map<String, List<String>> pairs(Connection connection, String query)
      throws SQLException {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(10_000);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          pairs.computeIfAbsent(rows.getString(1), key -> new ArrayList<>()).add(rows.getString(2));
        }
      }
    }
    return pairs;
  }

  List<String> prefectures() {
    return List.copyOf(municipalities.keySet());
  }

  /** Those with establishments, wherever they are. */
  List<String> allMunicipalities() {
    return municipalities.values().stream().flatMap(List::stream).toList();
  }

  Set<String> allCorporations() {
    Set<String> all = new HashSet<>();
    corporations.values().forEach(all::addAll);
    return all;
  }

  /** Some prefectures alone. */
  Population within(Collection<String> prefectures) {
    Map<String, List<String>> places = new LinkedHashMap<>(municipalities);
    places.keySet().retainAll(prefectures);
    Map<String, List<String>> there = new LinkedHashMap<>(corporations);
    there.keySet().retainAll(places.values().stream().flatMap(List::stream).toList());
    Map<String, List<String>> those = new LinkedHashMap<>(establishments);
    those.keySet().retainAll(prefectures);
    return new Population(places, there, those);
  }

  /**
   * Prefectures of middling size with so many establishments together, but never more than a third
   * of them all.
   */
  List<String> middling(int establishmentsWanted) {
    List<String> bySize = bySize();
    long all = establishments.values().stream().mapToLong(List::size).sum();
    long wanted = Math.min(establishmentsWanted, all / 3);
    List<String> chosen = new ArrayList<>();
    long reached = 0;
    for (int i = bySize.size() / 2; i > 0 && (chosen.isEmpty() || reached < wanted); i--) {
      chosen.add(bySize.get(i));
      reached += establishments.get(bySize.get(i)).size();
    }
    return chosen.isEmpty() ? bySize : chosen;
  }

  /** From the prefecture with the fewest establishments to the one with the most. */
  List<String> bySize() {
    return establishments.keySet().stream()
        .sorted(
            Comparator.comparing((String p) -> establishments.get(p).size())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * Establishments of all prefectures in turn, so that any beginning of the list is spread over the
   * country.
   *
   * @param except the prefecture that is left out
   */
  List<String> mixedEstablishments(String except) {
    List<List<String>> lists =
        establishments.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(except))
            .map(Map.Entry::getValue)
            .toList();
    long total = lists.stream().mapToLong(List::size).sum();
    List<String> mixed = new ArrayList<>((int) total);
    // Each prefecture gives in proportion to its size: the n-th of a list stands at n / size.
    record Place(double at, String code) {}
    List<Place> places = new ArrayList<>((int) total);
    for (List<String> list : lists) {
      for (int i = 0; i < list.size(); i++) {
        places.add(new Place((i + 0.5) / list.size(), list.get(i)));
      }
    }
    places.sort(Comparator.comparingDouble(Place::at).thenComparing(Place::code));
    places.forEach(place -> mixed.add(place.code()));
    return mixed;
  }
}
