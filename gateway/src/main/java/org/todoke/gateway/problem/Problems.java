package org.todoke.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a refusal as problem+json in the caller's language. */
@ApplicationScoped
public class Problems {

  /** Where the correlation id of a request lies in its routing context. */
  public static final String CORRELATION_ID = "todoke.correlation-id";

  private final Texts texts;

  /** Its own, so that no setting can change or break the answer to an error. */
  private final ObjectMapper json = new ObjectMapper();

  Problems(Texts texts) {
    this.texts = texts;
  }

  /** Answers, unless an answer has begun: then nothing true can be added, and it is cut off. */
  public void answer(RoutingContext request, Refused refused) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    response.setStatusCode(refused.status());
    response.end(write(request, refused, response.headers()));
  }

  /**
   * The body of the answer.
   *
   * @param headers receives what belongs to it
   */
  public Buffer write(RoutingContext request, Refused refused, MultiMap headers) {
    Locale language =
        texts.language(request.request().getHeader(HttpHeaderNames.ACCEPT_LANGUAGE.toString()));
    @Nullable String correlationId = request.get(CORRELATION_ID);
    Problem problem =
        new Problem(
            "urn:todoke:problem:" + refused.code(),
            texts.text(language, "title." + refused.status(), List.of()),
            refused.status(),
            texts.text(language, refused.code(), refused.args()),
            String.valueOf(request.request().path()),
            refused.code(),
            correlationId);
    headers.set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.set(HttpHeaderNames.CONTENT_LANGUAGE, language.getLanguage());
    headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_LANGUAGE);
    if (refused.retryAfterSeconds() > 0) {
      headers.set(HttpHeaderNames.RETRY_AFTER, Integer.toString(refused.retryAfterSeconds()));
    }
    if (refused.status() == 401 && !headers.contains(HttpHeaderNames.WWW_AUTHENTICATE)) {
      headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is not writable", e);
    }
  }
}
