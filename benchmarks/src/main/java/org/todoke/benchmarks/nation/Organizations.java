package org.todoke.benchmarks.nation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The corporations and establishments of the first list as a registry would have them after it has
 * read it: one of each, under the code that it is known by. For those who want the nation without
 * the reading.
 */
public final class Organizations {

  private final Plan plan;
  private final Rows rows;
  private final Corporations corporations;

  Organizations(Plan plan, long seed) {
    this.plan = plan;
    this.rows = new Rows(plan, seed, Edition.FIRST);
    this.corporations = new Corporations(plan, seed);
  }

  /** One that has an establishment. */
  public record Corporation(String code, String name) {}

  /**
   * @param prefecture two digits
   * @param municipality six digits
   * @param corporation null where the list names nobody
   * @param services by their files, three digits
   */
  public record Establishment(
      String code,
      String name,
      String kana,
      String prefecture,
      String municipality,
      @Nullable String corporation,
      List<String> services) {}

  public void forEachCorporation(Consumer<Corporation> told) {
    for (int c = 0; c < plan.size.corporations(); c++) {
      told.accept(new Corporation(code(c), corporations.name(c)));
    }
  }

  public void forEachEstablishment(Consumer<Establishment> told) {
    for (int e = 0; e < plan.size.establishments(); e++) {
      told.accept(establishment(e));
    }
  }

  private Establishment establishment(int e) {
    String[] cells = rows.cells(e, 0);
    Municipality place = plan.municipality(e);
    boolean namesNobody = cells[14].isEmpty();
    return new Establishment(
        "kj:" + rows.number(e),
        cells[4],
        cells[5],
        place.prefectureDigits(),
        place.code(),
        namesNobody ? null : code(plan.corporation(e)),
        Arrays.stream(plan.bundle(e).services())
            .mapToObj(service -> plan.services.get(service).file())
            .toList());
  }

  /** Those without a number get one of the registry's own kind. */
  private String code(int corporation) {
    return plan.isNumberless(corporation)
        ? String.format(Locale.ROOT, "op:%016x", 0x0bec_0000_0000_0000L + corporation)
        : "cn:" + corporations.number(corporation);
  }
}
