package org.todoke.web.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;
import org.todoke.web.problem.BeanViolations;

/**
 * Finds every fault of a body that could not be read, where the reader itself stops at the first:
 * the faulty value is noted and taken out, and the rest is read again, until the rest is sound.
 * Costs nothing for a good body, and for a bad one no more than {@value #MAX_FAULTS} readings.
 */
class BodyDiagnosis {

  /** Whoever made more mistakes than this is told of so many. */
  static final int MAX_FAULTS = 50;

  private final ObjectMapper json;
  private final Validator validator;

  BodyDiagnosis(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  RuntimeException explain(byte[] body, Type type, JacksonException first) {
    if (first instanceof InvalidDefinitionException) {
      return new IllegalStateException("a type of ours cannot be read from JSON", first);
    }
    JsonNode tree;
    try {
      tree = json.readTree(body);
    } catch (JacksonException e) {
      return notJson(e);
    } catch (IOException e) {
      return notJson(first);
    }
    List<Violation> faults = new ArrayList<>();
    Object sound = readWhatIsSound(tree, json.constructType(type), faults);
    if (sound != null) {
      addConstraintFaults(sound, faults);
    }
    return Refusal.invalid(faults);
  }

  /** Says where, but never what: the content may be anything, and anybody's. */
  private static Refusal notJson(JacksonException thrown) {
    JsonLocation at = thrown.getLocation();
    List<Object> place = at == null ? List.of("?", "?") : List.of(at.getLineNr(), at.getColumnNr());
    return new Refusal(Refusal.Kind.MALFORMED, "request.malformed-json", place, List.of());
  }

  private @Nullable Object readWhatIsSound(JsonNode tree, JavaType type, List<Violation> faults) {
    while (true) {
      try {
        return json.readerFor(type).readValue(json.treeAsTokens(tree));
      } catch (JsonMappingException e) {
        JsonPointer at = pointerOf(e);
        // A fault of what contains a value that was taken out is most likely our own doing.
        if (!isAtOrAboveOneOf(at, faults)) {
          faults.add(violation(e, at, tree.at(at)));
        }
        if (faults.size() >= MAX_FAULTS || !takeOut(tree, at)) {
          return null;
        }
      } catch (IOException e) {
        throw new IllegalStateException("a tree in memory could not be read", e);
      }
    }
  }

  private void addConstraintFaults(Object sound, List<Violation> faults) {
    List<Violation> shape = List.copyOf(faults);
    for (Violation found : BeanViolations.ofBody(validator.validate(sound))) {
      if (!isAtOrAboveOneOf(JsonPointer.compile(found.pointer()), shape)) {
        faults.add(found);
      }
    }
  }

  private static boolean isAtOrAboveOneOf(JsonPointer at, List<Violation> faults) {
    String prefix = at.toString();
    return faults.stream()
        .anyMatch(f -> f.pointer().equals(prefix) || f.pointer().startsWith(prefix + "/"));
  }

  private static JsonPointer pointerOf(JsonMappingException thrown) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : thrown.getPath()) {
      pointer =
          step.getFieldName() != null
              ? pointer.appendProperty(step.getFieldName())
              : pointer.appendIndex(Math.max(step.getIndex(), 0));
    }
    return pointer;
  }

  /**
   * Takes the value out of its object, or blanks it in its array, whose other places must keep
   * their numbers; where there is nothing left to blank, takes out what contains it.
   *
   * @return whether the tree is now smaller
   */
  private static boolean takeOut(JsonNode tree, JsonPointer at) {
    for (JsonPointer place = at; !place.matches(); place = place.head()) {
      JsonNode parent = tree.at(place.head());
      if (parent instanceof ObjectNode object
          && object.remove(place.last().getMatchingProperty()) != null) {
        return true;
      }
      int index = place.last().getMatchingIndex();
      if (parent instanceof ArrayNode array && array.has(index) && !array.get(index).isNull()) {
        array.setNull(index);
        return true;
      }
    }
    return false;
  }

  private Violation violation(JsonMappingException thrown, JsonPointer at, JsonNode value) {
    String pointer = at.toString();
    if (thrown instanceof UnrecognizedPropertyException) {
      return Violation.at(pointer, "field.unknown");
    }
    if (thrown instanceof CodedInputException coded) {
      return Violation.at(pointer, coded.code());
    }
    return Expectation.of(thrown, json).violation(pointer, value);
  }
}
