package org.todoke.registry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.registry.history.Period.Difference;

class PeriodTest {

  private static final List<String> NAMES = List.of("name", "building", "ward", "state");

  @Test
  void firstPeriodChangesNothing() {
    assertThat(Period.differences(NAMES, null, Map.of("name", "新"))).isEmpty();
  }

  @Test
  void everyDifferenceIsNamedInTheOrderOfTheAttributes() {
    assertThat(
            Period.differences(
                NAMES,
                Map.of("state", "active", "name", "旧", "building", "2階"),
                Map.of("state", "active", "name", "新", "ward", "141011")))
        .containsExactly(
            new Difference("name", "旧", "新"),
            new Difference("building", "2階", null),
            new Difference("ward", null, "141011"));
  }
}
