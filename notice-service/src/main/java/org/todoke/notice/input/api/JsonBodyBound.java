package org.todoke.notice.input.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;

/**
 * Keeps JSON to the bound that it has in every service: the larger one of this service is meant for
 * attachments, which are streamed, and JSON is held in memory as a whole.
 */
@Provider
@Priority(1_000)
public class JsonBodyBound implements ReaderInterceptor {

  private static final int MAX_BYTES = 1024 * 1024;

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getMediaType() != null
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())
        && !context.getMediaType().isWildcardSubtype()) {
      byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw new Refusal(Refusal.Kind.TOO_LARGE, "request.too-large", List.of("1 MiB"), List.of());
      }
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
