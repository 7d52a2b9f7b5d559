package org.todoke.messaging;

import org.junit.jupiter.api.Test;
import org.todoke.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void codeKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkLibrary("org.todoke.messaging");
  }
}
