package org.todoke.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.todoke.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void codeKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkService("org.todoke.checklist");
  }

  @Test
  void everyConsumerStandsInAMessagingPackage() {
    assertThat(ArchitectureRules.consumersIn("org.todoke.checklist"))
        .hasSize(3)
        .allMatch(name -> name.contains(".messaging."));
  }
}
