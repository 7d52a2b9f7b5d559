package org.todoke.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Violation;
import org.todoke.web.parameter.ParameterPlaces;

/** Says in our words, and with pointers into the request, what Bean Validation found. */
public final class BeanViolations {

  private static final Pattern CODE =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

  private BeanViolations() {}

  /** Only a caller's fault is told to the caller; what we ourselves hand on or return is ours. */
  static Failure failureOf(ValidationException thrown) {
    if (thrown instanceof ConstraintViolationException violated && isAboutRequest(violated)) {
      return new Failure(422, "request.invalid", List.of(), ofRequest(violated), null);
    }
    return Failures.of(thrown);
  }

  private static boolean isAboutRequest(ConstraintViolationException violated) {
    // Quarkus marks the violations of a resource's parameters by this subclass.
    return violated
            .getClass()
            .getName()
            .equals(
                "io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException")
        && violated.getConstraintViolations().stream()
            .allMatch(
                v ->
                    kindAt(v.getPropertyPath(), 1) == ElementKind.PARAMETER
                        || kindAt(v.getPropertyPath(), 1) == ElementKind.CROSS_PARAMETER);
  }

  private static @Nullable ElementKind kindAt(Path path, int index) {
    Iterator<Path.Node> nodes = path.iterator();
    for (int i = 0; nodes.hasNext(); i++) {
      Path.Node node = nodes.next();
      if (i == index) {
        return node.getKind();
      }
    }
    return null;
  }

  private static List<Violation> ofRequest(ConstraintViolationException violated) {
    return violated.getConstraintViolations().stream()
        .map(v -> Violation.at(requestPointer(v), codeOf(v), argsOf(v)))
        .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
        .toList();
  }

  /** The faults of a body that was validated by itself. */
  public static List<Violation> ofBody(Iterable<? extends ConstraintViolation<?>> violations) {
    List<Violation> found = new ArrayList<>();
    for (ConstraintViolation<?> v : violations) {
      StringBuilder pointer = new StringBuilder();
      v.getPropertyPath().forEach(node -> append(pointer, node));
      found.add(Violation.at(pointer.toString(), codeOf(v), argsOf(v)));
    }
    found.sort(Comparator.comparing(Violation::pointer).thenComparing(Violation::code));
    return found;
  }

  private static String requestPointer(ConstraintViolation<?> violation) {
    Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
    Path.Node method = nodes.next();
    Path.Node parameter = nodes.next();
    if (parameter.getKind() != ElementKind.PARAMETER) {
      return "";
    }
    Optional<Parameter> declared =
        parameterOf(
            violation.getRootBeanClass(),
            method.as(Path.MethodNode.class),
            parameter.as(Path.ParameterNode.class).getParameterIndex());
    Optional<String> direct =
        declared.flatMap(p -> ParameterPlaces.of(p.getAnnotations(), p.getName()));
    if (direct.isPresent()) {
      return direct.get();
    }
    if (declared.filter(p -> p.isAnnotationPresent(BeanParam.class)).isPresent()
        && nodes.hasNext()) {
      String field = nodes.next().getName();
      return fieldOf(declared.get().getType(), field)
          .flatMap(f -> ParameterPlaces.of(f.getAnnotations(), f.getName()))
          .orElse("query:" + field);
    }
    StringBuilder pointer = new StringBuilder();
    nodes.forEachRemaining(node -> append(pointer, node));
    return pointer.toString();
  }

  private static Optional<Parameter> parameterOf(
      Class<?> resource, Path.MethodNode node, int index) {
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(node.getName())
            && List.of(method.getParameterTypes()).equals(node.getParameterTypes())) {
          Parameter parameter = method.getParameters()[index];
          if (parameter.getAnnotations().length > 0) {
            return Optional.of(parameter);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Field> fieldOf(Class<?> bean, String name) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }

  private static void append(StringBuilder pointer, Path.Node node) {
    if (node.getIndex() != null) {
      pointer.append('/').append(node.getIndex());
    } else if (node.getKey() != null) {
      pointer.append('/').append(escape(String.valueOf(node.getKey())));
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      pointer.append('/').append(escape(node.getName()));
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String codeOf(ConstraintViolation<?> violation) {
    // A constraint may name its own code in place of a message.
    if (CODE.matcher(violation.getMessageTemplate()).matches()) {
      return violation.getMessageTemplate();
    }
    return switch (constraint(violation)) {
      case "NotNull" -> "value.required";
      case "NotBlank" -> "text.blank";
      case "NotEmpty" -> "value.empty";
      case "Size" ->
          (violation.getInvalidValue() instanceof CharSequence ? "text" : "list")
              + (isTooLong(violation) ? ".too-long" : ".too-short");
      case "Pattern" -> "text.form";
      case "Email" -> "text.form";
      case "Min", "DecimalMin", "Positive", "PositiveOrZero" -> "number.too-small";
      case "Max", "DecimalMax", "Negative", "NegativeOrZero" -> "number.too-large";
      case "Past", "PastOrPresent" -> "date.in-future";
      case "Future", "FutureOrPresent" -> "date.in-past";
      default -> "value.invalid";
    };
  }

  private static Object[] argsOf(ConstraintViolation<?> violation) {
    var attributes = violation.getConstraintDescriptor().getAttributes();
    return switch (constraint(violation)) {
      case "Size" -> new Object[] {attributes.get(isTooLong(violation) ? "max" : "min")};
      case "Min", "Max", "DecimalMin", "DecimalMax" -> new Object[] {attributes.get("value")};
      case "Positive" -> new Object[] {1};
      case "PositiveOrZero", "NegativeOrZero" -> new Object[] {0};
      case "Negative" -> new Object[] {-1};
      default -> new Object[0];
    };
  }

  private static boolean isTooLong(ConstraintViolation<?> violation) {
    Object max = violation.getConstraintDescriptor().getAttributes().get("max");
    Object value = violation.getInvalidValue();
    int size =
        value instanceof CharSequence text
            ? text.length()
            : value instanceof Collection<?> list
                ? list.size()
                : value instanceof Map<?, ?> map ? map.size() : Array.getLength(value);
    return max instanceof Integer bound && size > bound;
  }

  private static String constraint(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
  }
}
