package org.todoke.web.parameter;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where in a request a parameter stands, in the words of a violation's pointer. */
public final class ParameterPlaces {

  private ParameterPlaces() {}

  /**
   * Looks for what says where the parameter comes from.
   *
   * @param javaName for annotations that leave the name to the parameter or field
   * @return empty for what is none of path, query and header: a body, or a bean of parameters
   */
  public static Optional<String> of(Annotation[] annotations, String javaName) {
    return Arrays.stream(annotations)
        .map(annotation -> place(annotation, javaName))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> place(@Nullable Annotation annotation, String javaName) {
    if (annotation instanceof QueryParam p) {
      return Optional.of("query:" + p.value());
    }
    if (annotation instanceof RestQuery p) {
      return Optional.of("query:" + nameOr(p.value(), javaName));
    }
    if (annotation instanceof PathParam p) {
      return Optional.of("path:" + p.value());
    }
    if (annotation instanceof RestPath p) {
      return Optional.of("path:" + nameOr(p.value(), javaName));
    }
    if (annotation instanceof HeaderParam p) {
      return Optional.of("header:" + p.value());
    }
    if (annotation instanceof RestHeader p) {
      return Optional.of("header:" + nameOr(p.value(), javaName));
    }
    if (annotation instanceof CookieParam p) {
      return Optional.of("cookie:" + p.value());
    }
    return Optional.empty();
  }

  private static String nameOr(String given, String javaName) {
    return given.isEmpty() ? javaName : given;
  }
}
