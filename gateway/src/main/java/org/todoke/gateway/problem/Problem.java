package org.todoke.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that the gateway refused (RFC 9457); of the same form as those of the
 * services, so that a caller need not know who answers.
 *
 * @param type {@code urn:todoke:problem:<code>}
 * @param instance the path that was asked for
 * @param code stable and dotted; what a program should look at
 * @param correlationId what to quote when asking for help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @Nullable String correlationId) {

  static final String MEDIA_TYPE = "application/problem+json";
}
