package org.todoke.checklist.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.checklist.Vol334;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

class DefinitionRulesTest {

  private static final String USED =
      "{'id': 'used', 'text': 'Used?', 'type': 'yes-no', 'outcomes': {'no': 'not-applicable'}}";

  @Test
  void checklistOfTheSeedIsAsked() {
    Definition definition = Vol334.definition();

    assertThat(definition.items())
        .extracting(Item::id)
        .startsWith("uses-service", "service")
        .endsWith("checked-by", "checked-on");
    assertThat(definition.item("checked-by")).get().returns(true, Item::personalData);
  }

  @Test
  void definitionIsReadAsItWasWritten() throws JsonProcessingException {
    Definition definition =
        DefinitionRules.check(
            draft(
                USED,
                "{'id': 'which', 'text': ' Which? ', 'type': 'single-choice', 'required': true,"
                    + " 'options': [{'code': 'a', 'text': 'A'}, {'code': 'b', 'text': 'B'}],"
                    + " 'enabledWhen': {'item': 'used', 'equals': 'yes'}, 'outcomes': {'b': 'compliant'}}",
                "{'id': 'count', 'text': 'How many?', 'type': 'number', 'min': 0, 'max': 10,"
                    + " 'enabledWhen': {'item': 'which', 'in': ['a', 'b']}}"));

    Item which = definition.items().get(1);
    assertThat(which.text()).isEqualTo("Which?");
    assertThat(which.required()).isTrue();
    assertThat(which.codes()).containsExactly("a", "b");
    assertThat(which.enabledWhen()).isEqualTo(new EnabledWhen("used", "yes", null));
    assertThat(which.outcomeOf("b")).contains(Outcome.COMPLIANT);
    assertThat(which.outcomeOf("a")).isEmpty();
    assertThat(definition.items().get(2).enabledWhen().codes()).containsExactly("a", "b");
  }

  @Test
  void everyFaultIsFoundAtOnce() throws JsonProcessingException {
    List<Violation> faults =
        faults(
            "{'title': ' ', 'items': ["
                + "{'id': 'Not An Id', 'text': 'x', 'type': 'yes-no', 'outcomes': {'maybe': 'compliant'}},"
                + "{'id': 'b', 'type': 'essay', 'text': 'x'},"
                + "{'id': 'c', 'text': 'x', 'type': 'text', 'maxLength': 100000},"
                + "null]}");

    assertThat(faults)
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            tuple("/title", "value.required"),
            tuple("/items/0/id", "checklist.id-malformed"),
            tuple("/items/0/outcomes/maybe", "checklist.outcome-code-unknown"),
            tuple("/items/1/type", "enum.unknown"),
            tuple("/items/2/maxLength", "number.too-large"),
            tuple("/items/3", "value.required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'id': 'used', 'text': 'x', 'type': 'text'}                                                           | /items/1/id               | checklist.item-id-taken
          {'id': 'a', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'later', 'equals': 'yes'}}           | /items/1/enabledWhen/item | checklist.condition-item-not-earlier
          {'id': 'a', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'a', 'equals': 'yes'}}               | /items/1/enabledWhen/item | checklist.condition-item-not-earlier
          {'id': 'a', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'used', 'equals': 'perhaps'}}        | /items/1/enabledWhen/equals | checklist.condition-code-unknown
          {'id': 'a', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'used', 'in': ['yes', 'perhaps']}}   | /items/1/enabledWhen/in/1 | checklist.condition-code-unknown
          {'id': 'a', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'used', 'equals': 'yes', 'in': ['no']}} | /items/1/enabledWhen   | checklist.condition-ambiguous
          {'id': 'a', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'used'}}                             | /items/1/enabledWhen      | checklist.condition-ambiguous
          {'id': 'a', 'text': 'x', 'type': 'single-choice', 'options': [{'code': 'a', 'text': 'A'}]}            | /items/1/options          | list.too-short
          {'id': 'a', 'text': 'x', 'type': 'single-choice'}                                                     | /items/1/options          | list.too-short
          {'id': 'a', 'text': 'x', 'type': 'single-choice', 'options': [{'code': 'a', 'text': 'A'}, {'code': 'a', 'text': 'B'}]} | /items/1/options/1/code | checklist.option-code-taken
          {'id': 'a', 'text': 'x', 'type': 'yes-no', 'options': [{'code': 'a', 'text': 'A'}]}                   | /items/1/options          | checklist.options-not-allowed
          {'id': 'a', 'text': 'x', 'type': 'yes-no', 'outcomes': {'yes': 'fine'}}                               | /items/1/outcomes/yes     | enum.unknown
          {'id': 'a', 'text': 'x', 'type': 'text', 'outcomes': {'yes': 'compliant'}}                            | /items/1/outcomes/yes     | checklist.outcome-code-unknown
          {'id': 'a', 'text': 'x', 'type': 'date', 'maxLength': 5}                                              | /items/1/maxLength        | checklist.max-length-not-text
          {'id': 'a', 'text': 'x', 'type': 'text', 'maxLength': 0}                                              | /items/1/maxLength        | number.too-small
          {'id': 'a', 'text': 'x', 'type': 'text', 'min': 1}                                                    | /items/1/min              | checklist.bounds-not-number
          {'id': 'a', 'text': 'x', 'type': 'number', 'min': 2, 'max': 1}                                        | /items/1/max              | checklist.bounds-crossed
          {'text': 'x', 'type': 'text'}                                                                         | /items/1/id               | value.required
          {'id': 'a', 'type': 'text'}                                                                           | /items/1/text             | value.required
          {'id': 'a', 'text': 'x'}                                                                              | /items/1/type             | value.required
          {'id': 'a--b', 'text': 'x', 'type': 'text'}                                                           | /items/1/id               | checklist.id-malformed
          """)
  void faultIsNamedWhereItIs(String item, String pointer, String code)
      throws JsonProcessingException {
    assertThat(faults("{'title': 'T', 'items': [" + USED + "," + item + "]}"))
        .singleElement()
        .returns(pointer, Violation::pointer)
        .returns(code, Violation::code);
  }

  @Test
  void conditionOnTextIsRefused() throws JsonProcessingException {
    assertThat(
            faults(
                "{'title': 'T', 'items': [{'id': 'a', 'text': 'x', 'type': 'text'},"
                    + "{'id': 'b', 'text': 'x', 'type': 'text', 'enabledWhen': {'item': 'a', 'equals': 'yes'}}]}"))
        .singleElement()
        .returns("checklist.condition-item-not-coded", Violation::code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'title': 'T'}", "{'title': 'T', 'items': []}"})
  void checklistWithoutItemsAsksNothing(String json) throws JsonProcessingException {
    assertThat(faults(json))
        .singleElement()
        .returns("/items", Violation::pointer)
        .returns("list.too-short", Violation::code);
  }

  @Test
  void textsAreBoundedAndPrintable() throws JsonProcessingException {
    assertThat(
            faults(
                "{'title': '"
                    + "長".repeat(201)
                    + "', 'description': 'a\\u0000b', 'items': ["
                    + USED
                    + "]}"))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            tuple("/title", "text.too-long"), tuple("/description", "text.control-character"));
  }

  private static List<Violation> faults(String json) throws JsonProcessingException {
    DefinitionDraft draft = read(json);
    return catchThrowableOfType(Refusal.class, () -> DefinitionRules.check(draft)).violations();
  }

  private static DefinitionDraft draft(String... items) throws JsonProcessingException {
    return read("{'title': 'T', 'items': [" + String.join(",", items) + "]}");
  }

  private static DefinitionDraft read(String json) throws JsonProcessingException {
    return new ObjectMapper().readValue(json.replace('\'', '"'), DefinitionDraft.class);
  }
}
