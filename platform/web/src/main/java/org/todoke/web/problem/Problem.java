package org.todoke.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refused or failed request (RFC 9457).
 *
 * @param type {@code urn:todoke:problem:<code>}
 * @param detail what happened, in the language of the caller
 * @param instance the path that was asked for
 * @param code stable and dotted; what a program should look at
 * @param correlationId what to quote when asking for help
 * @param violations every fault of the input that could be found; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @Nullable String correlationId,
    List<Fault> violations) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One fault of the input.
   *
   * @param pointer a JSON pointer into the body, or {@code query:<name>}, {@code path:<name>},
   *     {@code header:<name>}
   */
  public record Fault(String pointer, String code, String message) {}
}
