package org.todoke.registry.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;

/** The kept counts are those of a recount, whatever is done in whatever statements. */
@QuarkusTest
@FreshRegistry
class EstablishmentCountsTest extends RegistryTest {

  private static final String KEPT =
      """
      select prefecture || ' ' || municipality || ' ' || service || ' ' || sum(establishments)
        from establishment_count group by prefecture, municipality, service
      having sum(establishments) <> 0 order by 1""";

  private static final String RECOUNTED =
      """
      select o.prefecture || ' ' || o.municipality || ' ' || s.service || ' ' || count(*)
        from organization o cross join lateral unnest(o.services || array['']) as s (service)
       where o.kind = 'establishment' and o.state = 'active'
       group by o.prefecture, o.municipality, s.service order by 1""";

  @Inject EntityManager entityManager;
  @Inject FoldCounts folding;

  @Test
  void whatWasLoadedIsCounted() {
    assertThat(rows(KEPT))
        .contains("lg:380008 lg:382043  7", "lg:380008 lg:382043 15 1", "lg:380008 lg:384429 11 1")
        .isEqualTo(rows(RECOUNTED));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsStayThoseOfARecount(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 30; step++) {
      execute(statement(random, step));
      if (random.nextInt(8) == 0) {
        folding.foldWaiting();
      }
      assertThat(rows(KEPT)).as("seed %d, step %d", seed, step).isEqualTo(rows(RECOUNTED));
    }
  }

  @Test
  void foldingLeavesOneRowForEachAndNoneForZero() {
    execute("update organization set services = '{13,15}' where kind = 'establishment'");
    execute("update organization set services = '{13}' where kind = 'establishment'");
    execute(
        "update organization set state = 'closed', valid_to = '2026-03-31' where municipality = 'lg:384429'");

    folding.foldWaiting();

    assertThat(rows(KEPT)).isEqualTo(rows(RECOUNTED));
    assertThat(rows("select cast(establishments as text) from establishment_count"))
        .hasSize(rows(RECOUNTED).size());
    assertThat(folding.foldOnce()).isZero();
  }

  @Test
  void changeOfAnythingElseLeavesNoRow() {
    List<String> before = rows("select cast(count(*) as text) from establishment_count");

    execute("update organization set name = '新', seq = seq + 1");

    assertThat(rows("select cast(count(*) as text) from establishment_count")).isEqualTo(before);
  }

  private static String statement(Random random, int step) {
    String some =
        "where kind = 'establishment' and mod(cast(right(code, 3) as integer), 3) = "
            + random.nextInt(3);
    return switch (random.nextInt(5)) {
      case 0 -> "update organization set services = '{15,43}' " + some;
      case 1 -> "update organization set services = '{}' " + some;
      case 2 -> "update organization set municipality = 'lg:382078' " + some;
      case 3 ->
          "update organization set state = case state when 'active' then 'closed' else 'active' end,"
              + " valid_to = case state when 'active' then date '2026-04-30' end "
              + some;
      default ->
          """
          insert into organization (code, kind, name, prefecture, municipality, corporation,
            services, state, valid_from, origin, seq)
          select 'kj:38999%1$02d' || lpad(cast(n as text), 3, '0'), 'establishment', '架空',
                 'lg:380008', 'lg:382043', 'cn:2999905000101', '{11,15}', 'active', '2026-04-01',
                 'import', 1
            from generate_series(1, 3) as n"""
              .formatted(step);
    };
  }

  private void execute(String sql) {
    QuarkusTransaction.requiringNew()
        .run(() -> entityManager.createNativeQuery(sql).executeUpdate());
  }

  @SuppressWarnings("unchecked")
  private List<String> rows(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(() -> entityManager.createNativeQuery(sql, String.class).getResultList());
  }
}
