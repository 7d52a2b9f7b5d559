package org.todoke.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.todoke.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void codeKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkService("org.todoke.notice");
  }

  @Test
  void everyConsumerStandsInAMessagingPackage() {
    assertThat(ArchitectureRules.consumersIn("org.todoke.notice"))
        .hasSize(6)
        .allMatch(name -> name.contains(".messaging."));
  }
}
