package org.todoke.testing;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of the house as executable checks. Each fails when it finds no class to look at, so
 * that none passes by looking past the code.
 *
 * <pre>{@code
 * @Test
 * void codeKeepsTheRulesOfTheHouse() {
 *   ArchitectureRules.checkService("org.todoke.notice");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /** HTTP is known only where it is served: the domain throws its own refusals. */
  public static final ArchRule HTTP_STAYS_IN_API =
      noClasses()
          .that()
          .resideOutsideOfPackage("..api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..")
          .because("only the packages named api know HTTP")
          .allowEmptyShould(false);

  private static final String[] KAFKA = {
    "org.apache.kafka..",
    "org.eclipse.microprofile.reactive.messaging..",
    "io.smallrye.reactive.messaging.."
  };

  /** Kafka is known only where it is listened to; what follows from an event is the domain's. */
  public static final ArchRule KAFKA_STAYS_IN_MESSAGING =
      noClasses()
          .that()
          .resideOutsideOfPackage("..messaging..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KAFKA)
          .because("only the packages named messaging know Kafka")
          .allowEmptyShould(false);

  /** What the API takes and gives is its own; an entity would publish its columns. */
  public static final ArchRule NO_ENTITY_IN_API =
      classes()
          .that()
          .resideInAPackage("..api..")
          .should(reachNoEntity())
          .because("an entity is never serialised")
          .allowEmptyShould(false);

  /** A class is made whole by its constructor, in a test as in the application. */
  public static final ArchRule CONSTRUCTOR_INJECTION =
      fields()
          .should()
          .notBeAnnotatedWith("jakarta.inject.Inject")
          .andShould()
          .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
          .because("dependencies come through the constructor")
          .allowEmptyShould(false);

  /** Time comes from the injected clock. */
  public static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("ClockProducer")
          .should()
          .accessTargetWhere(are(askingTheMachineForTheTime()))
          .because("a test must be able to set the time")
          .allowEmptyShould(false);

  /** A package is named after what it is about, never after a layer. */
  public static final ArchRule PACKAGES_BY_FEATURE =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..service..",
              "..services..",
              "..util..",
              "..utils..",
              "..impl..",
              "..dto..",
              "..repository..",
              "..repositories..",
              "..controller..",
              "..helper..")
          .because("packages are cut by feature")
          .allowEmptyShould(false);

  /** The features below a base package depend on each other in one direction only. */
  public static ArchRule noCyclesBetweenFeaturesOf(String basePackage) {
    return SlicesRuleDefinition.slices()
        .matching(basePackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false);
  }

  /**
   * The classes that listen to Kafka: a test asks that there are any, so that {@link
   * #KAFKA_STAYS_IN_MESSAGING} does not hold for want of a consumer.
   */
  public static List<String> consumersIn(String basePackage) {
    return classesOf(basePackage).stream()
        .filter(
            type ->
                type.getMethods().stream()
                    .anyMatch(
                        method ->
                            method.isAnnotatedWith(
                                "org.eclipse.microprofile.reactive.messaging.Incoming")))
        .map(JavaClass::getName)
        .sorted()
        .toList();
  }

  /** The production classes below a package, of this module or of one that it builds on. */
  public static JavaClasses classesOf(String basePackage) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(basePackage);
  }

  /** All rules, on a module that serves an API in several features. */
  public static void checkService(String basePackage) {
    JavaClasses classes = classesOf(basePackage);
    HTTP_STAYS_IN_API.check(classes);
    KAFKA_STAYS_IN_MESSAGING.check(classes);
    NO_ENTITY_IN_API.check(classes);
    checkLibrary(classes);
    noCyclesBetweenFeaturesOf(basePackage).check(classes);
  }

  /** The rules that hold for any module. */
  public static void checkLibrary(String basePackage) {
    checkLibrary(classesOf(basePackage));
  }

  private static void checkLibrary(JavaClasses classes) {
    CONSTRUCTOR_INJECTION.check(classes);
    TIME_COMES_FROM_THE_CLOCK.check(classes);
    PACKAGES_BY_FEATURE.check(classes);
  }

  private static DescribedPredicate<JavaAccess<?>> askingTheMachineForTheTime() {
    return DescribedPredicate.describe(
        "asking the machine for the time",
        access -> {
          AccessTarget target = access.getTarget();
          if (!(target instanceof AccessTarget.CodeUnitAccessTarget called)) {
            return false;
          }
          String owner = target.getOwner().getName();
          String name = target.getName();
          boolean takesClock =
              called.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Clock.class));
          return (owner.startsWith("java.time.") && name.equals("now") && !takesClock)
              || (owner.equals("java.time.Clock")
                  && (name.startsWith("system") || name.startsWith("tick"))
                  && !takesClock)
              || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
              || (owner.equals("java.util.Date")
                  && name.equals("<init>")
                  && called.getRawParameterTypes().isEmpty());
        });
  }

  private static ArchCondition<JavaClass> reachNoEntity() {
    return new ArchCondition<>("take or give no @Entity, directly or inside something else") {
      @Override
      public void check(JavaClass api, ConditionEvents events) {
        Set<JavaClass> mentioned = new HashSet<>();
        if (api.isRecord()) {
          mentioned.add(api);
        }
        // Mapping is done in private and in static factories, and has to see the entity.
        for (JavaMethod method : api.getMethods()) {
          boolean served =
              method.getModifiers().contains(JavaModifier.PUBLIC)
                  && !method.getModifiers().contains(JavaModifier.STATIC);
          if (served) {
            mentioned.addAll(method.getReturnType().getAllInvolvedRawTypes());
            method
                .getParameterTypes()
                .forEach(parameter -> mentioned.addAll(parameter.getAllInvolvedRawTypes()));
          }
        }
        for (JavaClass entity : entitiesReachableFrom(mentioned)) {
          events.add(
              SimpleConditionEvent.violated(
                  api, api.getName() + " takes or gives the entity " + entity.getName()));
        }
      }
    };
  }

  private static Set<JavaClass> entitiesReachableFrom(Set<JavaClass> mentioned) {
    Set<JavaClass> entities = new HashSet<>();
    Set<JavaClass> seen = new HashSet<>(mentioned);
    Deque<JavaClass> open = new ArrayDeque<>(mentioned);
    while (!open.isEmpty()) {
      JavaClass next = open.pop();
      if (next.isAnnotatedWith("jakarta.persistence.Entity")) {
        entities.add(next);
        continue;
      }
      if (!next.isRecord()) {
        // Only records are serialised; a use case that a resource calls may well hold a repository.
        continue;
      }
      for (JavaField field : next.getFields()) {
        for (JavaClass inside : field.getType().getAllInvolvedRawTypes()) {
          if (seen.add(inside)) {
            open.push(inside);
          }
        }
      }
    }
    return entities;
  }
}
