package org.todoke.checklist.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.checklist.Vol334;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.web.Violation;
import org.todoke.web.Violations;

class AnswerRulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, JsonNode>> RAW = new TypeReference<>() {};

  private final Definition definition = Vol334.definition();
  private final Violations violations = new Violations();
  private final AnswerRules rules = new AnswerRules(definition, violations);

  @Test
  void answersAreKeptInTheirCanonicalForm() throws JsonProcessingException {
    Answers answers =
        read(
            "{'uses-service': 'yes', 'purpose': '  申し送り ', 'checked-on': '平成25年7月18日',"
                + " 'persons-affected': 12.0, 'service-name': '   ', 'measures': null}");

    assertThat(violations.list()).isEmpty();
    assertThat(answers.byItem())
        .containsOnly(
            Map.entry("uses-service", "yes"),
            Map.entry("purpose", "申し送り"),
            Map.entry("checked-on", "2013-07-18"),
            Map.entry("persons-affected", "12"));
  }

  @Test
  void equalAnswersAreEqualHoweverTheyAreWritten() throws JsonProcessingException {
    assertThat(read("{'checked-on': '平成25年7月18日', 'persons-affected': 12.00}"))
        .isEqualTo(read("{'persons-affected': 12, 'checked-on': '2013-07-18', 'purpose': ''}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'no-such-item': 'yes'}                | /answers/no-such-item     | answer.item-unknown
          {'a/b~c': 'yes'}                       | /answers/a~1b~0c          | answer.item-unknown
          {'uses-service': true}                 | /answers/uses-service     | enum.unknown
          {'uses-service': 'perhaps'}            | /answers/uses-service     | enum.unknown
          {'service': 'ベンダー'}                 | /answers/service          | enum.unknown
          {'purpose': 5}                         | /answers/purpose          | type.text
          {'purpose': ['a']}                     | /answers/purpose          | type.text
          {'purpose': 'a\\u0000b'}               | /answers/purpose          | text.control-character
          {'persons-affected': 'twelve'}         | /answers/persons-affected | type.number
          {'persons-affected': -1}               | /answers/persons-affected | number.too-small
          {'persons-affected': 1000001}          | /answers/persons-affected | number.too-large
          {'persons-affected': 0.00001}          | /answers/persons-affected | number.out-of-range
          {'persons-affected': 1e300}            | /answers/persons-affected | number.out-of-range
          {'persons-affected': 1e999}            | /answers/persons-affected | number.out-of-range
          {'checked-on': 20130718}               | /answers/checked-on       | type.text
          {'checked-on': '平成25年2月30日'}        | /answers/checked-on       | date.not-a-day
          {'checked-on': 'last week'}            | /answers/checked-on       | date.unreadable
          """)
  void wrongAnswerIsNamedWhereItIs(String answers, String pointer, String code)
      throws JsonProcessingException {
    read(answers);

    assertThat(violations.list())
        .singleElement()
        .returns(pointer, Violation::pointer)
        .returns(code, Violation::code);
  }

  @Test
  void textIsCountedInCharactersNotInUnits() throws JsonProcessingException {
    read("{'checked-by': '" + "𠮷".repeat(100) + "'}");
    assertThat(violations.list()).isEmpty();

    read("{'checked-by': '" + "𠮷".repeat(101) + "'}");
    assertThat(violations.list()).singleElement().returns("text.too-long", Violation::code);
  }

  @Test
  void whatIsAskedAndRequiredMustBeAnswered() throws JsonProcessingException {
    rules.checkComplete(read("{'uses-service': 'no'}"));

    assertThat(violations.list())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            tuple("/answers/checked-by", "value.required"),
            tuple("/answers/checked-on", "value.required"));
  }

  @Test
  void whatIsNotAskedMustNotBeAnswered() throws JsonProcessingException {
    rules.checkComplete(
        read(
            "{'uses-service': 'no', 'service': 'other', 'service-name': 'x', 'checked-by': 'A',"
                + " 'checked-on': '2013-07-18'}"));

    assertThat(violations.list())
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/answers/service", "answer.not-asked"),
            // Under a condition on an item that is itself not asked.
            tuple("/answers/service-name", "answer.not-asked"));
  }

  @Test
  void answerThatIsWrongIsNotCalledMissingToo() throws JsonProcessingException {
    rules.checkComplete(
        read("{'uses-service': 'no', 'checked-by': 7, 'checked-on': '2013-07-18'}"));

    assertThat(violations.list())
        .singleElement()
        .returns("/answers/checked-by", Violation::pointer)
        .returns("type.text", Violation::code);
  }

  @Test
  void optionalItemMayStayUnanswered() throws JsonProcessingException {
    Map<String, Object> answers = Vol334.nonCompliant();
    answers.remove("persons-affected");

    rules.checkComplete(rules.read(JSON.convertValue(answers, RAW)));

    assertThat(violations.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"google-groups, false", "mailing-list, true", "file-sharing, true", "other, true"})
  void conditionWithSeveralCodesAsksForEachOfThem(String service, boolean asked)
      throws JsonProcessingException {
    Answers answers = read("{'uses-service': 'yes', 'service': '" + service + "'}");

    assertThat(AnswerRules.asked(definition, answers).contains("service-name")).isEqualTo(asked);
  }

  private Answers read(String json) throws JsonProcessingException {
    return rules.read(JSON.readValue(json.replace('\'', '"'), RAW));
  }
}
