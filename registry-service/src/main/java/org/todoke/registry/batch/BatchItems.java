package org.todoke.registry.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.todoke.security.CurrentActor;
import org.todoke.security.SystemScope;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Does each item of a batch once for each key: the work and the answer to it commit in one
 * transaction of its own, so that neither a bad item nor the end of the process takes another one
 * with it.
 */
@ApplicationScoped
public class BatchItems {

  private static final Logger LOG = Logger.getLogger(BatchItems.class);

  /**
   * An answer, and whether it was given before.
   *
   * @param replayed if this is the answer to the same item under the same key, kept from the first
   *     time
   */
  public record Answer(Done done, boolean replayed) {}

  private final EntityManager entityManager;
  private final CurrentActor currentActor;
  private final BatchConfig config;
  private final Clock clock;
  private final ObjectMapper json;
  private final ObjectMapper canonical;

  BatchItems(
      EntityManager entityManager,
      CurrentActor currentActor,
      BatchConfig config,
      Clock clock,
      ObjectMapper json) {
    this.entityManager = entityManager;
    this.currentActor = currentActor;
    this.config = config;
    this.clock = clock;
    this.json = json;
    this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /**
   * @param key of the batch
   * @param index of the item in it
   * @param item as it was sent; its hash decides whether it is the same one
   * @param work joins the transaction; what it throws takes everything back, and the item may be
   *     sent again
   * @throws Refusal (invalid) {@code idempotency.key-reused} if another item was done under this
   *     key
   */
  public Answer once(String key, int index, Object item, Supplier<Done> work) {
    String organization = currentActor.get().organization().value();
    String hash = hash(item);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              if (!claim(organization, key, index, hash)) {
                return new Answer(replay(organization, key, index, hash), true);
              }
              Done done = work.get();
              keep(organization, key, index, done);
              return new Answer(done, false);
            });
  }

  /** Somebody who sends the same batch at the same time waits here until this one has decided. */
  private boolean claim(String organization, String key, int index, String hash) {
    return entityManager
            .createNativeQuery(
                """
                insert into batch_item (organization, key, item, request_hash, created_at)
                values (:organization, :key, :item, :hash, :now)
                on conflict do nothing""")
            .setParameter("organization", organization)
            .setParameter("key", key)
            .setParameter("item", index)
            .setParameter("hash", hash)
            .setParameter("now", clock.instant())
            .executeUpdate()
        == 1;
  }

  private Done replay(String organization, String key, int index, String hash) {
    Object[] stored =
        (Object[])
            entityManager
                .createNativeQuery(
                    """
                    select request_hash, cast(answer as text) from batch_item
                     where organization = :organization and key = :key and item = :item""",
                    Object[].class)
                .setParameter("organization", organization)
                .setParameter("key", key)
                .setParameter("item", index)
                .getSingleResult();
    if (!hash.equals(stored[0])) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          "idempotency.key-reused",
          List.of(),
          List.of(Violation.at("header:Idempotency-Key", "idempotency.key-reused")));
    }
    try {
      return json.readValue((String) stored[1], Done.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of our own cannot be read", e);
    }
  }

  private void keep(String organization, String key, int index, Done done) {
    entityManager
        .createNativeQuery(
            """
            update batch_item set answer = cast(:answer as json)
             where organization = :organization and key = :key and item = :item""")
        .setParameter("organization", organization)
        .setParameter("key", key)
        .setParameter("item", index)
        .setParameter("answer", write(json, done))
        .executeUpdate();
  }

  @Scheduled(
      every = "${todoke.batch.clean-every:PT1H}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetOldAnswers() {
    SystemScope.run(
        () -> {
          try {
            LOG.debugf("deleted %d answers", forgetBefore(clock.instant().minus(config.keep())));
          } catch (RuntimeException e) {
            LOG.warn("could not delete old answers; tried again next time", e);
          }
        });
  }

  int forgetBefore(Instant moment) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entityManager
                    .createNativeQuery("delete from batch_item where created_at < :moment")
                    .setParameter("moment", moment)
                    .executeUpdate());
  }

  private String hash(Object item) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(write(canonical, item).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String write(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON cannot be written as such", e);
    }
  }
}
