package org.todoke.gateway;

import org.junit.jupiter.api.Test;
import org.todoke.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void codeKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkLibrary("org.todoke.gateway");
  }

  @Test
  void featuresDependOnEachOtherInOneDirection() {
    ArchitectureRules.noCyclesBetweenFeaturesOf("org.todoke.gateway")
        .check(ArchitectureRules.classesOf("org.todoke.gateway"));
  }
}
