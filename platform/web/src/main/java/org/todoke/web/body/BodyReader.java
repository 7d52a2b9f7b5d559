package org.todoke.web.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;
import org.todoke.web.http.BodyBound;

/** Keeps every body within its bound, and turns a JSON body that cannot be used into a refusal. */
@Provider
public class BodyReader implements ReaderInterceptor {

  private final BodyDiagnosis diagnosis;
  private final BodyBound bound;

  BodyReader(ObjectMapper json, Validator validator, BodyBound bound) {
    this.diagnosis = new BodyDiagnosis(json, validator);
    this.bound = bound;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!isJson(context.getMediaType()) || isRaw(context.getType())) {
      context.setInputStream(bound.limit(context.getInputStream()));
      return context.proceed();
    }
    byte[] body = bound.limitJson(context.getInputStream()).readAllBytes();
    Object read = body.length == 0 ? null : read(context, body);
    if (read == null && !isOptional(context)) {
      throw new Refusal(Refusal.Kind.MALFORMED, "request.body-missing", List.of(), List.of());
    }
    return read;
  }

  private @Nullable Object read(ReaderInterceptorContext context, byte[] body) throws IOException {
    context.setInputStream(new ByteArrayInputStream(body));
    try {
      return context.proceed();
    } catch (JsonProcessingException e) {
      throw diagnosis.explain(body, context.getGenericType(), e);
    } catch (WebApplicationException e) {
      if (e.getCause() instanceof JsonProcessingException cause) {
        throw diagnosis.explain(body, context.getGenericType(), cause);
      }
      throw e;
    }
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null
        && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
  }

  private static boolean isRaw(Class<?> type) {
    return type == byte[].class || type == String.class || InputStream.class == type;
  }

  private static boolean isOptional(ReaderInterceptorContext context) {
    return Arrays.stream(context.getAnnotations()).anyMatch(OptionalBody.class::isInstance);
  }
}
