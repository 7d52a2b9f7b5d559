package org.todoke.benchmarks.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationCode;

class OrganizationsTest {

  private static final NationSize SIZE = NationSize.of(0.02);
  private final Organizations nation = Nation.of(SIZE, Nation.USUAL_SEED).organizations();

  @Test
  void thereAreAsManyAsTheListHolds() {
    List<Organizations.Corporation> corporations = new ArrayList<>();
    List<Organizations.Establishment> establishments = new ArrayList<>();
    nation.forEachCorporation(corporations::add);
    nation.forEachEstablishment(establishments::add);

    assertThat(corporations).hasSize(SIZE.corporations());
    assertThat(establishments).hasSize(SIZE.establishments());
    assertThat(establishments.stream().mapToInt(e -> e.services().size()).sum())
        .isEqualTo(SIZE.rows());
    assertThat(corporations.stream().map(Organizations.Corporation::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> OrganizationCode.parse(code).isPresent());
    assertThat(establishments.stream().map(Organizations.Establishment::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> OrganizationCode.parse(code).isPresent());
  }

  @Test
  void establishmentsBelongToCorporationsThatAreThere() {
    Set<String> corporations = new HashSet<>();
    nation.forEachCorporation(c -> corporations.add(c.code()));
    List<String> owners = new ArrayList<>();
    nation.forEachEstablishment(e -> owners.add(e.corporation()));

    assertThat(owners.stream().filter(o -> o != null)).isSubsetOf(corporations);
    // Some rows name nobody, and no more than one in fifty.
    assertThat(owners.stream().filter(o -> o == null).count())
        .isBetween(1L, SIZE.establishments() / 50L);
  }

  @Test
  void municipalityLiesInThePrefecture() {
    nation.forEachEstablishment(
        e -> assertThat(e.municipality()).startsWith(e.prefecture()).matches("\\d{6}"));
  }
}
