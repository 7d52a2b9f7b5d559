package org.todoke.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.security.CurrentActor;

/**
 * Runs a creating request once per caller and {@code Idempotency-Key}. The key, the work and the
 * stored answer commit in one transaction; a repetition gets the stored answer back with {@code
 * Idempotency-Replayed: true}, a different body under the same key is refused with {@code
 * idempotency.key-reused}.
 */
@ApplicationScoped
public class Idempotency {

  public static final String HEADER = "Idempotency-Key";
  public static final String REPLAYED_HEADER = "Idempotency-Replayed";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private final IdempotencyKeys keys;
  private final CurrentActor currentActor;
  private final RequestOperation operation;
  private final Clock clock;
  private final ObjectMapper json;
  private final ObjectMapper canonical;

  Idempotency(
      IdempotencyKeys keys,
      CurrentActor currentActor,
      RequestOperation operation,
      Clock clock,
      ObjectMapper json) {
    this.keys = keys;
    this.currentActor = currentActor;
    this.operation = operation;
    this.clock = clock;
    this.json = json;
    this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /**
   * Does the work, or repeats the answer to it.
   *
   * @param request what the caller sent, serialisable as JSON: its hash decides whether it is the
   *     same request
   * @param work joins the transaction; a refusal that it throws, or an answer of 400 and above,
   *     takes everything back, so that the key may be used again
   * @throws Refusal (malformed) {@code idempotency.key-missing} without the header
   */
  public Response once(Object request, Supplier<Response> work) {
    String key = key();
    IdempotencyKeys.Id id =
        new IdempotencyKeys.Id(currentActor.get().organization().value(), key, operation.name());
    String hash = hash(request);
    try {
      return QuarkusTransaction.joiningExisting().call(() -> inTransaction(id, hash, work));
    } catch (Refused refused) {
      if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
        QuarkusTransaction.setRollbackOnly();
      }
      return refused.answer;
    }
  }

  /**
   * Forgets the answers to requests made before the moment; who repeats one later does it anew.
   *
   * @return how many
   */
  public int forgetBefore(Instant moment) {
    return QuarkusTransaction.joiningExisting().call(() -> keys.deleteBefore(moment));
  }

  private Response inTransaction(IdempotencyKeys.Id id, String hash, Supplier<Response> work) {
    if (!keys.claim(id, hash, clock.instant())) {
      return replay(id, hash);
    }
    Response answer = work.get();
    if (answer.getStatus() >= 400) {
      throw new Refused(answer);
    }
    String body = bodyOf(answer);
    keys.store(
        id, new IdempotencyKeys.StoredAnswer(hash, answer.getStatus(), locationOf(answer), body));
    if (body == null) {
      return answer;
    }
    // The very text that a repetition will get.
    return Response.fromResponse(answer).entity(body).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Response replay(IdempotencyKeys.Id id, String hash) {
    IdempotencyKeys.StoredAnswer stored =
        keys.find(id)
            .orElseThrow(() -> new IllegalStateException("an idempotency key vanished under us"));
    if (!stored.requestHash().equals(hash)) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          "idempotency.key-reused",
          List.of(),
          List.of(Violation.at("header:" + HEADER, "idempotency.key-reused")));
    }
    Response.ResponseBuilder answer =
        Response.status(stored.status()).header(REPLAYED_HEADER, "true");
    if (stored.location() != null) {
      answer.location(URI.create(stored.location()));
    }
    if (stored.body() != null) {
      answer.entity(stored.body()).type(MediaType.APPLICATION_JSON_TYPE);
    }
    return answer.build();
  }

  /**
   * The key of the present request, for what keeps its answers itself.
   *
   * @throws Refusal (malformed) {@code idempotency.key-missing}, {@code idempotency.key-malformed}
   */
  public String key() {
    String sent =
        operation
            .header(HEADER)
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> refuseKey("idempotency.key-missing"));
    if (!KEY.matcher(sent).matches()) {
      throw refuseKey("idempotency.key-malformed");
    }
    return sent;
  }

  private static Refusal refuseKey(String code) {
    return new Refusal(
        Refusal.Kind.MALFORMED, code, List.of(), List.of(Violation.at("header:" + HEADER, code)));
  }

  /** Over what is asked of whom, and the body as we understood it: spacing does not matter. */
  private String hash(Object request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.target().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(canonical.writeValueAsBytes(request));
      return HexFormat.of().formatHex(digest.digest());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request cannot be written as JSON", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Without the host: whoever repeats a request may have come by another one. */
  private static @Nullable String locationOf(Response answer) {
    URI location = answer.getLocation();
    if (location == null) {
      return null;
    }
    String query = location.getRawQuery();
    return query == null ? location.getRawPath() : location.getRawPath() + "?" + query;
  }

  private @Nullable String bodyOf(Response answer) {
    Object entity = answer.getEntity();
    if (entity == null) {
      return null;
    }
    try {
      return entity instanceof String text ? text : json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer cannot be written as JSON", e);
    }
  }

  /** Takes the transaction back and carries the answer past it. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Response answer;

    Refused(Response answer) {
      super("refused", null, false, false);
      this.answer = answer;
    }
  }
}
