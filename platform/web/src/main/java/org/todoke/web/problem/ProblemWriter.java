package org.todoke.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.todoke.web.CorrelationId;

/** Puts a failure into the caller's language and onto the wire, inside JAX-RS and outside. */
@ApplicationScoped
class ProblemWriter {

  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  /** Its own, so that no setting of a service can change or break the answer to an error. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Rendered(Locale language, String body) {}

  Response response(Failure failure, RoutingContext request) {
    Rendered rendered = render(failure, request);
    Response.ResponseBuilder response =
        Response.status(failure.status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, rendered.language().getLanguage())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(rendered.body());
    if (failure.retryAfterSeconds() != null) {
      response.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds());
    }
    return response.build();
  }

  void write(Failure failure, RoutingContext request) {
    var response = request.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.end();
      return;
    }
    Rendered rendered = render(failure, request);
    response
        .setStatusCode(failure.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, rendered.language().getLanguage())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (failure.retryAfterSeconds() != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds().toString());
    }
    response.end(rendered.body());
  }

  private static Rendered render(Failure failure, RoutingContext request) {
    Locale language = Languages.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    try {
      return new Rendered(
          language, JSON.writeValueAsString(problem(failure, language, request.request().path())));
    } catch (JsonProcessingException e) {
      LOG.error("a problem could not be written", e);
      return new Rendered(language, "{\"code\":\"internal\",\"status\":500}");
    }
  }

  static Problem problem(Failure failure, Locale language, String path) {
    List<Problem.Fault> faults =
        failure.violations().stream()
            .map(
                v ->
                    new Problem.Fault(
                        v.pointer(), v.code(), Messages.text(language, v.code(), v.args())))
            .toList();
    return new Problem(
        "urn:todoke:problem:" + failure.code(),
        Messages.text(language, "title." + failure.status(), List.of()),
        failure.status(),
        Messages.text(language, failure.code(), failure.args()),
        path,
        failure.code(),
        CorrelationId.current().orElse(null),
        faults);
  }
}
