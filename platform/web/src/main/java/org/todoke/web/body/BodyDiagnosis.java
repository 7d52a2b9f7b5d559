package org.todoke.web.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
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
 * Costs nothing for a good body, and for a bad one no more than {@value #MAX_READINGS} readings.
 */
class BodyDiagnosis {

  /** Whoever made more mistakes than this is told of so many. */
  static final int MAX_FAULTS = 50;

  /** Some faults take more than one repair. */
  private static final int MAX_READINGS = 2 * MAX_FAULTS;

  private static final int MAX_POINTER = 256;

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
    for (int reading = 0; reading < MAX_READINGS && faults.size() < MAX_FAULTS; reading++) {
      try {
        return json.readerFor(type).readValue(json.treeAsTokens(tree));
      } catch (JsonMappingException e) {
        JsonPointer at = pointerOf(e);
        // A fault of what contains a value that was taken out is most likely our own doing.
        if (!isAtOrAboveOneOf(at, faults)) {
          faults.add(violation(e, at, tree.at(at)));
        }
        if (!repair(tree, at, e)) {
          return null;
        }
      } catch (IOException e) {
        throw new IllegalStateException("a tree in memory could not be read", e);
      }
    }
    return null;
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
   * their numbers. A primitive cannot be absent, so it gets a value that stands for nothing. Where
   * even that did not help, what contains the value is taken out.
   *
   * @return whether anything is different now
   */
  private static boolean repair(JsonNode tree, JsonPointer at, JsonMappingException thrown) {
    JsonNode blank = blankFor(thrown);
    if (put(tree, at, blank)) {
      return true;
    }
    for (JsonPointer place = at; !place.matches(); place = place.head()) {
      JsonNode parent = tree.at(place.head());
      if (parent instanceof ObjectNode object
          && object.remove(place.last().getMatchingProperty()) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean put(JsonNode tree, JsonPointer at, JsonNode blank) {
    if (at.matches()) {
      return false;
    }
    JsonNode parent = tree.at(at.head());
    JsonPointer last = at.last();
    if (blank.equals(tree.at(at))) {
      return false;
    }
    if (parent instanceof ObjectNode object && !blank.isNull()) {
      object.set(last.getMatchingProperty(), blank);
      return true;
    }
    if (parent instanceof ArrayNode array && array.has(last.getMatchingIndex())) {
      array.set(last.getMatchingIndex(), blank);
      return true;
    }
    return false;
  }

  private static JsonNode blankFor(JsonMappingException thrown) {
    Class<?> target =
        thrown instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    Class<?> place = target != null && target.isArray() ? target.getComponentType() : target;
    if (place == null || !place.isPrimitive()) {
      return NullNode.getInstance();
    }
    return place == boolean.class ? BooleanNode.FALSE : IntNode.valueOf(0);
  }

  /** The name of an unknown field comes from the caller, and may be of any length. */
  private static String shortened(String pointer) {
    return pointer.length() <= MAX_POINTER ? pointer : pointer.substring(0, MAX_POINTER);
  }

  /** Inside of an array of primitives Jackson names the array instead of the element. */
  private static @Nullable Class<?> targetOf(JsonMappingException thrown, JsonPointer at) {
    if (thrown instanceof ValueInstantiationException instantiation) {
      return instantiation.getType().getRawClass();
    }
    Class<?> target =
        thrown instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    boolean inArray = !at.matches() && at.last().getMatchingIndex() >= 0;
    return target != null && target.isArray() && inArray ? target.getComponentType() : target;
  }

  private Violation violation(JsonMappingException thrown, JsonPointer at, JsonNode value) {
    String pointer = shortened(at.toString());
    if (thrown instanceof UnrecognizedPropertyException) {
      return Violation.at(pointer, "field.unknown");
    }
    if (thrown instanceof CodedInputException coded) {
      return Violation.at(pointer, coded.code());
    }
    if (thrown.getCause() instanceof InputCoercionException) {
      return Violation.at(pointer, "number.out-of-range");
    }
    return Expectation.of(targetOf(thrown, at), json).violation(pointer, value);
  }
}
