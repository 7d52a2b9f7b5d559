package org.todoke.notice.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an organisation is with a notice. Worked out from the facts each time, never stored; what
 * cannot be done in a state has no method there. Being excused is apart from it: somebody may be
 * excused in any state.
 */
public sealed interface ForwardingState {

  /** As it stands in the API. */
  String wireName();

  /** A state in which it can be said that somebody deals with the paper. */
  sealed interface Acknowledgeable extends ForwardingState permits Received, Forwarded, Finalized {
    ForwardingState acknowledge(Instant at);
  }

  /** A state in which the paper can be passed on. */
  sealed interface Forwardable extends ForwardingState permits Received, Accepted {
    Forwarded forward(Instant at);
  }

  /** Expected, and not reached yet. */
  record Requested() implements ForwardingState {
    @Override
    public String wireName() {
      return "requested";
    }

    Received receive(Instant at) {
      return new Received(at);
    }
  }

  /** Reached. */
  record Received(Instant at) implements Acknowledgeable, Forwardable {
    @Override
    public String wireName() {
      return "received";
    }

    @Override
    public Accepted acknowledge(Instant now) {
      return new Accepted(at, now);
    }

    @Override
    public Forwarded forward(Instant now) {
      return new Forwarded(at, null, now);
    }

    Rejected reject(Instant now) {
      return new Rejected(at, now);
    }
  }

  /** Somebody deals with it: from here on it is not the wrong addressee any more. */
  record Accepted(Instant receivedAt, Instant at) implements Forwardable {
    @Override
    public String wireName() {
      return "accepted";
    }

    @Override
    public Forwarded forward(Instant now) {
      return new Forwarded(receivedAt, at, now);
    }
  }

  /**
   * Passed on; those below have not all received it yet. Whether they have is found out for many
   * forwardings at once, by a statement, so there is no step from here.
   */
  record Forwarded(Instant receivedAt, @Nullable Instant acceptedAt, Instant at)
      implements Acknowledgeable {
    @Override
    public String wireName() {
      return "forwarded";
    }

    @Override
    public Forwarded acknowledge(Instant now) {
      return new Forwarded(receivedAt, acceptedAt == null ? now : acceptedAt, at);
    }
  }

  /** Passed on, and everybody to whom it was passed has it or is excused. */
  record Finalized(
      Instant receivedAt, @Nullable Instant acceptedAt, Instant forwardedAt, Instant at)
      implements Acknowledgeable {
    @Override
    public String wireName() {
      return "finalized";
    }

    @Override
    public Finalized acknowledge(Instant now) {
      return new Finalized(receivedAt, acceptedAt == null ? now : acceptedAt, forwardedAt, at);
    }
  }

  /** Says that the paper is not for it. */
  record Rejected(Instant receivedAt, Instant at) implements ForwardingState {
    @Override
    public String wireName() {
      return "rejected";
    }

    /** Whoever sent it does not accept that. */
    Received reopen() {
      return new Received(receivedAt);
    }
  }

  /**
   * The same derivation for lists, in SQL.
   *
   * @param d alias of the table {@code delivery}
   */
  static String sql(String d) {
    return """
    (case when %1$s.reached_at is null then 'requested'
          when %1$s.rejected_at is not null then 'rejected'
          when %1$s.finalized_at is not null then 'finalized'
          when %1$s.forwarded_at is not null then 'forwarded'
          when %1$s.acknowledged_at is not null then 'accepted'
          else 'received' end)
    """
        .formatted(d);
  }

  /** From the moments at which things happened to a delivery. */
  static ForwardingState of(
      @Nullable Instant reachedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant rejectedAt,
      @Nullable Instant forwardedAt,
      @Nullable Instant finalizedAt) {
    if (reachedAt == null) {
      return new Requested();
    }
    if (rejectedAt != null) {
      return new Rejected(reachedAt, rejectedAt);
    }
    if (forwardedAt != null) {
      return finalizedAt == null
          ? new Forwarded(reachedAt, acknowledgedAt, forwardedAt)
          : new Finalized(reachedAt, acknowledgedAt, forwardedAt, finalizedAt);
    }
    return acknowledgedAt == null
        ? new Received(reachedAt)
        : new Accepted(reachedAt, acknowledgedAt);
  }
}
