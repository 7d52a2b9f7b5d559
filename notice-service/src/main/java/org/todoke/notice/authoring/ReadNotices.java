package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.Refusal;

/** Shows notices to those who may see them. */
@ApplicationScoped
public class ReadNotices {

  private final NoticeRepository notices;
  private final NoticeViews views;
  private final AudienceFreezing audiences;
  private final Places places;

  ReadNotices(
      NoticeRepository notices, NoticeViews views, AudienceFreezing audiences, Places places) {
    this.notices = notices;
    this.views = views;
    this.audiences = audiences;
    this.places = places;
  }

  @Transactional
  public NoticeView one(UUID id, Actor reader) {
    return notices
        .readable(id, reader.organization())
        .map(notice -> views.of(notice, reader))
        .orElseThrow(() -> Refusal.notFound("notice.not-found"));
  }

  /**
   * How many organisations per tier a notice is for: as frozen, or, of a draft, as it would be if
   * it were issued now.
   */
  @Transactional
  public AudienceView audience(UUID id, Actor reader) {
    Notice notice =
        notices
            .readable(id, reader.organization())
            .orElseThrow(() -> Refusal.notFound("notice.not-found"));
    var frozen = notice.addressed();
    if (frozen != null) {
      return new AudienceView(
          true, NoticeViews.audience(notice, reader), frozen, notice.audienceHash());
    }
    Place lead =
        places
            .find(notice.leadIssuer())
            .filter(Place::mayIssue)
            .orElseThrow(() -> Refusal.forbidden("notice.may-not-issue"));
    return new AudienceView(false, notice.audience(), audiences.preview(notice, lead), null);
  }

  /** What the reader's organisation signed; what it was sent is among its deliveries. */
  @Transactional
  public Page<NoticeSummary> signedBy(Actor reader, NoticeFilter filter, int limit) {
    return page(notices.signedBy(reader.organization(), filter, limit + 1), limit);
  }

  /** What is public: for everybody, whether it is sent to them or not. */
  @Transactional
  public Page<NoticeSummary> published(NoticeFilter filter, int limit) {
    return page(notices.published(filter, limit + 1), limit);
  }

  private static Page<NoticeSummary> page(List<Notice> found, int limit) {
    return Page.of(
        found.stream().map(NoticeSummary::of).toList(), limit, summary -> summary.id().toString());
  }
}
