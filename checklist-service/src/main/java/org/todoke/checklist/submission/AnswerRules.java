package org.todoke.checklist.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.checklist.questionnaire.Item;
import org.todoke.web.JapaneseDates;
import org.todoke.web.Violations;

/** Judges answers against the checklist that they are pinned to. */
final class AnswerRules {

  static final String ANSWERS = "/answers";

  /** More digits than any count or amount needs; keeps a number from being written out for ever. */
  private static final int MAX_DIGITS = 15;

  private static final int MAX_DECIMALS = 4;

  private final Definition definition;
  private final Violations violations;

  AnswerRules(Definition definition, Violations violations) {
    this.definition = definition;
    this.violations = violations;
  }

  /** Reads each answer by its item's type and bounds; JSON null and blank texts are no answers. */
  Answers read(Map<String, JsonNode> raw) {
    Map<String, String> answers = new TreeMap<>();
    raw.forEach(
        (id, value) -> {
          String at = ANSWERS + Violations.step(id);
          Optional<Item> item = definition.item(id);
          if (item.isEmpty()) {
            violations.add(at, "answer.item-unknown");
          } else if (value != null && !value.isNull()) {
            readOne(item.get(), value, at).ifPresent(answer -> answers.put(id, answer));
          }
        });
    return Answers.of(answers);
  }

  /** Everything that is asked and required is answered, and nothing that is not asked. */
  void checkComplete(Answers answers) {
    Set<String> asked = asked(definition, answers);
    for (Item item : definition.items()) {
      boolean answered = answers.to(item.id()).isPresent();
      if (asked.contains(item.id())) {
        if (item.required() && !answered && !isFaulty(item)) {
          violations.add(ANSWERS + Violations.step(item.id()), "value.required");
        }
      } else if (answered) {
        violations.add(ANSWERS + Violations.step(item.id()), "answer.not-asked");
      }
    }
  }

  /** The items that these answers lead to: one under a condition only if that item is asked too. */
  static Set<String> asked(Definition definition, Answers answers) {
    Set<String> asked = new HashSet<>();
    for (Item item : definition.items()) {
      var condition = item.enabledWhen();
      if (condition == null
          || (asked.contains(condition.item())
              && answers.to(condition.item()).filter(condition.codes()::contains).isPresent())) {
        asked.add(item.id());
      }
    }
    return asked;
  }

  /** A wrong answer was told as such; that it is then missing as well would be noise. */
  private boolean isFaulty(Item item) {
    String at = ANSWERS + Violations.step(item.id());
    return violations.list().stream().anyMatch(v -> v.pointer().equals(at));
  }

  private Optional<String> readOne(Item item, JsonNode value, String at) {
    return switch (item.type()) {
      case YES_NO, SINGLE_CHOICE -> readCode(item.codes(), value, at);
      case TEXT ->
          value.isTextual()
              ? violations.optionalText(value.textValue(), at, item.lengthBound())
              : fault(at, "type.text");
      case DATE -> readDate(value, at);
      case NUMBER -> readNumber(item, value, at);
    };
  }

  private Optional<String> readCode(List<String> codes, JsonNode value, String at) {
    return value.isTextual() && codes.contains(value.textValue())
        ? Optional.of(value.textValue())
        : fault(at, "enum.unknown", String.join(", ", codes));
  }

  private Optional<String> readDate(JsonNode value, String at) {
    if (!value.isTextual()) {
      return fault(at, "type.text");
    }
    try {
      LocalDate date = JapaneseDates.parse(value.textValue());
      return Optional.of(date.toString());
    } catch (JapaneseDates.NotADate e) {
      return fault(at, e.fault().code());
    }
  }

  private Optional<String> readNumber(Item item, JsonNode value, String at) {
    if (!value.isNumber()) {
      return fault(at, "type.number");
    }
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      return fault(at, "number.out-of-range");
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    if (number.scale() > MAX_DECIMALS || number.precision() - number.scale() > MAX_DIGITS) {
      return fault(at, "number.out-of-range");
    }
    if (item.min() != null && number.compareTo(item.min()) < 0) {
      return fault(at, "number.too-small", item.min().toPlainString());
    }
    if (item.max() != null && number.compareTo(item.max()) > 0) {
      return fault(at, "number.too-large", item.max().toPlainString());
    }
    return Optional.of(number.toPlainString());
  }

  private Optional<String> fault(String at, String code, Object... args) {
    violations.add(at, code, args);
    return Optional.empty();
  }
}
