package org.todoke.benchmarks.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationTest {

  static final Population TWO =
      new Population(
          Map.of("lg:380008", List.of("lg:382043", "lg:382078"), "lg:310000", List.of("lg:312011")),
          Map.of(
              "lg:382043", List.of("cn:1", "cn:2"),
              "lg:382078", List.of("cn:2"),
              "lg:312011", List.of("cn:3")),
          Map.of(
              "lg:380008", List.of("kj:1", "kj:2", "kj:3", "kj:4"),
              "lg:310000", List.of("kj:8", "kj:9")));

  @Test
  void smallestPrefectureComesFirst() {
    assertThat(TWO.bySize()).containsExactly("lg:310000", "lg:380008");
  }

  @Test
  void corporationOfSeveralMunicipalitiesIsOne() {
    assertThat(TWO.allCorporations()).containsExactlyInAnyOrder("cn:1", "cn:2", "cn:3");
  }

  @Test
  void anyBeginningOfTheListIsSpreadOverThePrefectures() {
    assertThat(TWO.mixedEstablishments("").subList(0, 3)).containsExactly("kj:1", "kj:8", "kj:2");
    assertThat(TWO.mixedEstablishments("")).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void prefectureThatIsSetAsideGivesNobody() {
    assertThat(TWO.mixedEstablishments("lg:380008")).containsExactly("kj:8", "kj:9");
  }

  @Test
  void forWarmingUpTheSmallestIsNotTaken() {
    assertThat(TWO.middling(1)).containsExactly("lg:380008");
    assertThat(TWO.middling(1_000)).containsExactly("lg:380008");
  }

  @Test
  void onePrefectureHasItsOwnOnly() {
    Population there = TWO.within(List.of("lg:380008"));

    assertThat(there.prefectures()).containsExactly("lg:380008");
    assertThat(there.allCorporations()).containsExactlyInAnyOrder("cn:1", "cn:2");
    assertThat(there.mixedEstablishments("")).hasSize(4);
  }
}
