package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.Refusal;

/** Shows notices to those who may see them. */
@ApplicationScoped
public class ReadNotices {

  private final NoticeRepository notices;
  private final NoticeViews views;

  ReadNotices(NoticeRepository notices, NoticeViews views) {
    this.notices = notices;
    this.views = views;
  }

  @Transactional
  public NoticeView one(UUID id, Actor reader) {
    return notices
        .readable(id, reader.organization())
        .map(notice -> views.of(notice, reader))
        .orElseThrow(() -> Refusal.notFound("notice.not-found"));
  }

  /** What the reader's organisation signed; what it was sent is among its deliveries. */
  @Transactional
  public Page<NoticeSummary> signedBy(
      Actor reader, Optional<NoticeStatus> status, Optional<UUID> before, int limit) {
    var rows =
        notices.signedBy(reader.organization(), status, before, limit + 1).stream()
            .map(NoticeSummary::of)
            .toList();
    return Page.of(rows, limit, summary -> summary.id().toString());
  }
}
