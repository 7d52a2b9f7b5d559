package org.todoke.checklist.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.todoke.checklist.Vol334;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.checklist.questionnaire.EnabledWhen;
import org.todoke.checklist.questionnaire.Item;
import org.todoke.checklist.questionnaire.ItemType;
import org.todoke.checklist.questionnaire.Outcome;
import org.todoke.contracts.SubmissionResult;
import org.todoke.web.Violations;

class AssessmentTest {

  /** Outcome of each answered item; {@code -} is an answer without one. */
  @ParameterizedTest
  @CsvSource({
    "-, not-assessed",
    "- -, not-assessed",
    "compliant, compliant",
    "compliant -, compliant",
    "not-applicable, not-applicable",
    "not-applicable not-applicable, not-applicable",
    "not-applicable -, not-applicable",
    "not-applicable compliant, compliant",
    "compliant partially-compliant, partially-compliant",
    "not-applicable partially-compliant, partially-compliant",
    "partially-compliant non-compliant compliant, non-compliant",
    "not-applicable non-compliant, non-compliant",
    "non-compliant, non-compliant"
  })
  void resultIsTheWorstOfWhatWasAssessed(String outcomes, String expected) {
    List<Item> items = new ArrayList<>();
    Map<String, String> answers = new HashMap<>();
    for (String outcome : outcomes.split(" ")) {
      String id = "i" + items.size();
      items.add(yesNo(id, outcome.equals("-") ? Map.of() : Map.of("yes", outcome(outcome)), null));
      answers.put(id, "yes");
    }

    assertThat(Assessment.of(new Definition("T", null, items), Answers.of(answers)).result())
        .returns(expected, SubmissionResult::wireName);
  }

  @Test
  void nothingAnsweredIsNotAssessed() {
    var definition =
        new Definition("T", null, List.of(yesNo("a", Map.of("yes", Outcome.COMPLIANT), null)));

    assertThat(Assessment.of(definition, Answers.of(Map.of())).result())
        .isEqualTo(SubmissionResult.NOT_ASSESSED);
  }

  @Test
  void answerThatIsNotAskedIsNotAssessed() {
    var definition =
        new Definition(
            "T",
            null,
            List.of(
                yesNo("a", Map.of("no", Outcome.NOT_APPLICABLE), null),
                yesNo(
                    "b", Map.of("yes", Outcome.NON_COMPLIANT), new EnabledWhen("a", "yes", null))));

    Assessment assessment = Assessment.of(definition, Answers.of(Map.of("a", "no", "b", "yes")));

    assertThat(assessment.result()).isEqualTo(SubmissionResult.NOT_APPLICABLE);
    assertThat(assessment.findings()).isEmpty();
  }

  @Test
  void eachOffendingItemIsAFinding() {
    var definition =
        new Definition(
            "T",
            null,
            List.of(
                yesNo("a", Map.of("yes", Outcome.NON_COMPLIANT), null),
                yesNo("b", Map.of("yes", Outcome.PARTIALLY_COMPLIANT), null),
                yesNo("c", Map.of("yes", Outcome.NON_COMPLIANT), null)));

    assertThat(
            Assessment.of(definition, Answers.of(Map.of("a", "yes", "b", "yes", "c", "yes")))
                .findings())
        .containsExactly("a", "c");
  }

  static Stream<Arguments> answersToVol334() {
    return Stream.of(
        Arguments.of("not used", Vol334.notUsed(), SubmissionResult.NOT_APPLICABLE),
        Arguments.of("closed and limited", Vol334.compliant(), SubmissionResult.COMPLIANT),
        Arguments.of(
            "default kept", Vol334.partiallyCompliant(), SubmissionResult.PARTIALLY_COMPLIANT),
        Arguments.of("exposed", Vol334.nonCompliant(), SubmissionResult.NON_COMPLIANT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answersToVol334")
  void checklistOfTheSeedAssessesAsTheMinistryMeantIt(
      String name, Map<String, Object> given, SubmissionResult expected) {
    Definition definition = Vol334.definition();
    Violations violations = new Violations();
    AnswerRules rules = new AnswerRules(definition, violations);

    Answers answers =
        rules.read(
            new ObjectMapper().convertValue(given, new TypeReference<Map<String, JsonNode>>() {}));
    rules.checkComplete(answers);

    assertThat(violations.list()).as(name).isEmpty();
    assertThat(Assessment.of(definition, answers).result()).isEqualTo(expected);
  }

  private static Item yesNo(String id, Map<String, Outcome> outcomes, EnabledWhen condition) {
    return new Item(
        id,
        id,
        null,
        ItemType.YES_NO,
        List.of(),
        true,
        null,
        null,
        null,
        condition,
        outcomes,
        false);
  }

  private static Outcome outcome(String wireName) {
    return Stream.of(Outcome.values())
        .filter(o -> o.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
