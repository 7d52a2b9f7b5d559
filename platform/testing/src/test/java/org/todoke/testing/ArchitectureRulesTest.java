package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

  private static final String FIXTURE = "org.todoke.testing.fixture";
  private static final JavaClasses BAD = new ClassFileImporter().importPackages(FIXTURE);
  private static final JavaClasses GOOD = new ClassFileImporter().importPackages(FIXTURE + ".good");
  private static final JavaClasses NOTHING = new ClassFileImporter().importPackages("no.such");

  @Test
  void httpOutsideAnApiPackageIsCaught() {
    assertThat(faults(ArchitectureRules.HTTP_STAYS_IN_API))
        .contains("HttpInTheDomain")
        .doesNotContain("GoodResource");
  }

  @Test
  void kafkaOutsideAMessagingPackageIsCaught() {
    assertThat(faults(ArchitectureRules.KAFKA_STAYS_IN_MESSAGING))
        .contains("KafkaInTheDomain")
        .doesNotContain("GoodConsumer");
    assertThat(ArchitectureRules.consumersIn("org.todoke.testing.fixture"))
        .as("tests are no production")
        .isEmpty();
  }

  @Test
  void contractsKeepTheRulesOfALibrary() {
    ArchitectureRules.checkLibrary("org.todoke.contracts");
  }

  @Test
  void entityInsideARecordInsideAListIsCaught() {
    assertThat(faults(ArchitectureRules.NO_ENTITY_IN_API))
        .contains("GivesEntity takes or gives the entity")
        .doesNotContain("GoodResource");
  }

  @Test
  void injectionIntoAFieldIsCaught() {
    assertThat(faults(ArchitectureRules.CONSTRUCTOR_INJECTION)).contains("FieldInjected.thing");
  }

  @Test
  void everyWayOfAskingTheMachineForTheTimeIsCaught() {
    assertThat(faults(ArchitectureRules.TIME_COMES_FROM_THE_CLOCK))
        .contains("viaInstant", "viaDate", "viaSystem", "viaClock", "viaReference")
        .doesNotContain("properly");
  }

  @Test
  void packageNamedAfterALayerIsCaught() {
    assertThat(faults(ArchitectureRules.PACKAGES_BY_FEATURE)).contains("fixture.util.Strings");
  }

  @Test
  void cycleBetweenFeaturesIsCaught() {
    assertThat(faults(ArchitectureRules.noCyclesBetweenFeaturesOf(FIXTURE)))
        .contains("Cycle detected");
  }

  @ParameterizedTest
  @MethodSource("all")
  void goodCodePasses(ArchRule rule) {
    assertThat(rule.evaluate(GOOD).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRuleThatFindsNothingToLookAtFails(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(NOTHING)).hasMessageContaining("failed to check any");
  }

  @Test
  void thisModuleKeepsTheRulesItself() {
    // Tokens are judged by libraries that ask the machine, so their maker has to ask it as well.
    JavaClasses own =
        ArchitectureRules.classesOf("org.todoke.testing")
            .that(
                DescribedPredicate.describe(
                    "not Tokens", type -> !type.getSimpleName().equals("Tokens")));

    ArchitectureRules.TIME_COMES_FROM_THE_CLOCK.check(own);
    ArchitectureRules.CONSTRUCTOR_INJECTION.check(own);
    ArchitectureRules.PACKAGES_BY_FEATURE.check(own);
  }

  static Stream<ArchRule> all() {
    return Stream.of(
        ArchitectureRules.HTTP_STAYS_IN_API,
        ArchitectureRules.KAFKA_STAYS_IN_MESSAGING,
        ArchitectureRules.NO_ENTITY_IN_API,
        ArchitectureRules.CONSTRUCTOR_INJECTION,
        ArchitectureRules.TIME_COMES_FROM_THE_CLOCK,
        ArchitectureRules.PACKAGES_BY_FEATURE,
        ArchitectureRules.noCyclesBetweenFeaturesOf(FIXTURE));
  }

  private static String faults(ArchRule rule) {
    return String.join("\n", rule.evaluate(BAD).getFailureReport().getDetails());
  }
}
