package org.todoke.notice.authoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a notice is in its life, as it is stored. */
@Embeddable
class NoticeLife {

  @Column(name = "status", nullable = false)
  private String status = NoticeStatus.DRAFT.wireName();

  @Column(name = "issued_at")
  private @Nullable Instant issuedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "cancellation_reason")
  private @Nullable String cancellationReason;

  @Column(name = "superseded_by")
  private @Nullable UUID supersededBy;

  NoticeState state() {
    return switch (NoticeStatus.ofWireName(status)) {
      case DRAFT -> new NoticeState.Draft();
      case ISSUED -> new NoticeState.Issued(Objects.requireNonNull(issuedAt));
      case CLOSED -> new NoticeState.Closed(Objects.requireNonNull(endedAt));
      case CANCELLED ->
          new NoticeState.Cancelled(
              Objects.requireNonNull(cancellationReason), Objects.requireNonNull(endedAt));
      case SUPERSEDED ->
          new NoticeState.Superseded(
              Objects.requireNonNull(supersededBy), Objects.requireNonNull(endedAt));
    };
  }

  /** The one place at which a state leaves its traces. */
  void become(NoticeState next) {
    status = next.status().wireName();
    if (next instanceof NoticeState.Issued issued) {
      issuedAt = issued.at();
    } else if (next instanceof NoticeState.Over over) {
      endedAt = over.at();
      if (over instanceof NoticeState.Cancelled cancelled) {
        cancellationReason = cancelled.reason();
      } else if (over instanceof NoticeState.Superseded superseded) {
        supersededBy = superseded.by();
      }
    }
  }

  @Nullable Instant issuedAt() {
    return issuedAt;
  }
}
