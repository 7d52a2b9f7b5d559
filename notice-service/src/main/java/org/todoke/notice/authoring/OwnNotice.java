package org.todoke.notice.authoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Usage;

/** What the rules have to know of a notice that another one of the same issuer is about. */
record OwnNotice(Usage usage, NoticeStatus status, @Nullable LocalDate dueOn, Audience audience) {

  static OwnNotice of(Notice notice) {
    return new OwnNotice(notice.usage(), notice.status(), notice.dueOn(), notice.audience());
  }

  /** Whether a relation of this kind is still possible. */
  boolean stands(RelationKind kind) {
    return status == NoticeStatus.ISSUED || status == NoticeStatus.CLOSED && !kind.needsUnderway();
  }
}
