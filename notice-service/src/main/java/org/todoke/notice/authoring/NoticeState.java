package org.todoke.notice.authoring;

import java.time.Instant;
import java.util.UUID;

/**
 * The life of a notice. What cannot be done in a state has no method there: only what is out can
 * end, and what has ended stays as it is.
 */
sealed interface NoticeState {

  NoticeStatus status();

  /** Being written. */
  record Draft() implements NoticeState {
    @Override
    public NoticeStatus status() {
      return NoticeStatus.DRAFT;
    }

    Issued issue(Instant now) {
      return new Issued(now);
    }
  }

  /** Out. */
  record Issued(Instant at) implements NoticeState {
    @Override
    public NoticeStatus status() {
      return NoticeStatus.ISSUED;
    }

    Closed close(Instant now) {
      return new Closed(now);
    }

    Cancelled cancel(String reason, Instant now) {
      return new Cancelled(reason, now);
    }

    Superseded supersede(UUID by, Instant now) {
      return new Superseded(by, now);
    }
  }

  /** Ended, in one way or another. */
  sealed interface Over extends NoticeState permits Closed, Cancelled, Superseded {
    Instant at();
  }

  /** Everything is collected, or nothing more is waited for. */
  record Closed(Instant at) implements Over {
    @Override
    public NoticeStatus status() {
      return NoticeStatus.CLOSED;
    }
  }

  /** Should not have been, or is needed no more. */
  record Cancelled(String reason, Instant at) implements Over {
    @Override
    public NoticeStatus status() {
      return NoticeStatus.CANCELLED;
    }
  }

  /** Another notice holds in its place. */
  record Superseded(UUID by, Instant at) implements Over {
    @Override
    public NoticeStatus status() {
      return NoticeStatus.SUPERSEDED;
    }
  }
}
