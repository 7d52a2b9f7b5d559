package org.todoke.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.testing.ArchitectureRules;

class ArchitectureTest {

  /** Security as well, which cannot ask by itself: the rules are built later than it is. */
  @ParameterizedTest
  @ValueSource(strings = {"org.todoke.web", "org.todoke.security"})
  void codeKeepsTheRulesOfTheHouse(String basePackage) {
    ArchitectureRules.checkLibrary(basePackage);
  }
}
