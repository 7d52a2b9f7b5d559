package org.todoke.checklist;

import org.junit.jupiter.api.Test;
import org.todoke.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void codeKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkService("org.todoke.checklist");
  }
}
