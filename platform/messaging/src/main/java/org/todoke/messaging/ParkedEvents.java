package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.todoke.messaging.ParkedTable.Head;
import org.todoke.security.SystemScope;
import org.todoke.web.Refusal;

/** What an operator may do about keys that a consumer has parked. */
@ApplicationScoped
public class ParkedEvents {

  private static final Logger LOG = Logger.getLogger(ParkedEvents.class);

  private final InboxTransaction transaction;
  private final Inbox inbox;
  private final InboxMetrics metrics;
  private final EventContext context;
  private final Clock clock;

  ParkedEvents(
      InboxTransaction transaction,
      Inbox inbox,
      InboxMetrics metrics,
      EventContext context,
      Clock clock) {
    this.transaction = transaction;
    this.inbox = inbox;
    this.metrics = metrics;
    this.context = context;
    this.clock = clock;
  }

  /**
   * How a replay ended.
   *
   * @param replayed events that had their effect now
   * @param remaining events still parked; zero means that the key is free again
   * @param reason why the first of the remaining failed again; null if none remains
   */
  public record Replay(
      String consumer, String key, int replayed, long remaining, @Nullable String reason) {}

  /** What a discard has left. */
  public record Discard(String consumer, String key, long discarded, long remaining) {}

  /** What one step of a replay did. */
  private enum Step {
    HANDLED,
    KNOWN_ALREADY,
    NOTHING_LEFT
  }

  /** A parked event that failed once more, and which. */
  private static final class FailedAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long id;

    FailedAgain(long id, RuntimeException cause) {
      super(cause);
      this.id = id;
    }
  }

  /**
   * Parked keys in the order in which they were parked.
   *
   * @param afterHead {@link ParkedKey#head()} of the last one known, 0 to begin
   */
  public List<ParkedKey> list(long afterHead, int atMost) {
    return inSystemScope(
        () ->
            transaction.inTransaction(
                connection -> ParkedTable.keys(connection, afterHead, atMost)));
  }

  /**
   * Hands the parked events of a key to their handler, in order, each in a transaction of its own,
   * until none is left or one fails again. While one is handled the consumer handles nothing else;
   * what arrives meanwhile lies down behind the rest and is replayed too.
   *
   * @throws Refusal (not found) {@code parked.unknown}; (conflict) {@code parked.no-handler} while
   *     the consumer has not registered
   */
  public Replay replay(String consumer, String key) {
    return inSystemScope(
        () -> {
          requireParked(consumer, key);
          EventHandler handler =
              inbox
                  .handlerOf(consumer)
                  .orElseThrow(() -> Refusal.conflict("parked.no-handler", consumer));
          int replayed = 0;
          String reason = null;
          try {
            for (Step step = step(consumer, key, handler);
                step != Step.NOTHING_LEFT;
                step = step(consumer, key, handler)) {
              replayed += step == Step.HANDLED ? 1 : 0;
            }
          } catch (FailedAgain e) {
            String why = Reasons.of(e.getCause());
            reason = why;
            LOG.warnf(e.getCause(), "%s: key %s fails again at its first event", consumer, key);
            transaction.inTransaction(
                connection -> {
                  ParkedTable.failedAgain(connection, e.id, why);
                  return 0;
                });
          }
          metrics.handled(consumer, replayed);
          long remaining = remaining(consumer, key);
          LOG.infof(
              "%s: key %s, %d parked events replayed, %d remain",
              consumer, key, replayed, remaining);
          return new Replay(consumer, key, replayed, remaining, reason);
        });
  }

  /**
   * Drops the first parked event of a key, for good; what lies behind it stays parked.
   *
   * @param head which one the operator has looked at; null for whichever is first now
   * @param by organisation of the operator
   * @throws Refusal (not found) {@code parked.unknown}; (conflict) {@code parked.head-changed}
   */
  public Discard discard(String consumer, String key, @Nullable Long head, String why, String by) {
    return inSystemScope(
        () -> {
          Head dropped =
              transaction.inTransaction(
                  connection -> {
                    InboxTable.lockExclusively(connection, consumer);
                    Head first =
                        ParkedTable.head(connection, consumer, key)
                            .orElseThrow(() -> unknown(consumer, key));
                    if (head != null && head != first.id()) {
                      throw Refusal.conflict("parked.head-changed", consumer, key);
                    }
                    // Marked, or a repetition of the record would bring it back.
                    InboxTable.mark(connection, consumer, Set.of(first.mark()), clock.instant());
                    ParkedTable.remove(connection, first.id());
                    return first;
                  });
          LOG.warnf(
              "%s: event %s of key %s discarded by %s: %s",
              consumer, dropped.mark(), key, by, why.replaceAll("\\p{Cntrl}+", " "));
          return new Discard(consumer, key, dropped.id(), remaining(consumer, key));
        });
  }

  private Step step(String consumer, String key, EventHandler handler) {
    return transaction.inTransaction(
        connection -> {
          InboxTable.lockExclusively(connection, consumer);
          Optional<Head> found = ParkedTable.head(connection, consumer, key);
          if (found.isEmpty()) {
            return Step.NOTHING_LEFT;
          }
          Head head = found.get();
          ParkedTable.remove(connection, head.id());
          boolean fresh =
              !InboxTable.mark(connection, consumer, Set.of(head.mark()), clock.instant())
                  .isEmpty();
          if (fresh) {
            handle(consumer, head, handler);
          }
          return fresh ? Step.HANDLED : Step.KNOWN_ALREADY;
        });
  }

  private void handle(String consumer, Head head, EventHandler handler) {
    try {
      EventEnvelope event = CloudEventCodec.decode(head.headers(), head.value());
      context.handle(consumer, List.of(event), handler);
    } catch (RuntimeException e) {
      throw new FailedAgain(head.id(), e);
    }
  }

  private void requireParked(String consumer, String key) {
    if (remaining(consumer, key) == 0) {
      throw unknown(consumer, key);
    }
  }

  private long remaining(String consumer, String key) {
    return transaction.inTransaction(connection -> ParkedTable.count(connection, consumer, key));
  }

  private static Refusal unknown(String consumer, String key) {
    return Refusal.notFound("parked.unknown", consumer, key);
  }

  @FunctionalInterface
  private interface Work<T> {
    T run();
  }

  private static <T> T inSystemScope(Work<T> work) {
    try {
      return SystemScope.call(work::run);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
