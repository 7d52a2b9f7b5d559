package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.NoticeView.End;
import org.todoke.notice.authoring.NoticeView.Named;
import org.todoke.notice.authoring.NoticeView.RelationView;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/** Turns notices into what their readers see. */
@ApplicationScoped
class NoticeViews {

  private final AttachmentRepository attachments;
  private final RelatedNotices related;
  private final Seals seals;
  private final Places places;

  NoticeViews(
      AttachmentRepository attachments, RelatedNotices related, Seals seals, Places places) {
    this.attachments = attachments;
    this.related = related;
    this.seals = seals;
    this.places = places;
  }

  NoticeView of(Notice notice, Actor reader) {
    Map<OrganizationCode, Place> named = places.findAll(notice.issuers());
    boolean sealed = seals.isClosedTo(notice, reader.organization());
    NoticeDemand demand = notice.demand();
    return new NoticeView(
        notice.id(),
        notice.status(),
        notice.usage(),
        notice.paper().kind(),
        notice.paper().series(),
        notice.paper().volume(),
        notice.paper().documentNumber(),
        notice.paper().issuedOn(),
        notice.paper().title(),
        sealed ? null : notice.paper().text(),
        sealed ? List.of() : notice.references(),
        sealed ? null : notice.contact(),
        notice.issuers().stream().map(code -> named(code, named)).toList(),
        notice.addressees(),
        notice.relations().stream().map(r -> relation(r, sealed)).toList(),
        notice.declaredSheets(),
        sealed ? List.of() : attachments.of(notice.id()).stream().map(AttachmentView::of).toList(),
        sealed ? List.of() : notice.requestedActions(),
        audience(notice, reader),
        notice.addressed(),
        notice.audienceHash(),
        notice.dueOn(),
        demand.dates().byTier(),
        demand.checklistId(),
        demand.moreChecklists(),
        demand.purpose(),
        notice.paper().confidentiality(),
        sealed ? true : null,
        notice.createdAt(),
        notice.issuedAt(),
        end(notice.state()),
        related.of(notice.id(), reader.organization()),
        permittedActions(notice, reader),
        notice.version());
  }

  private static RelationView relation(Relation relation, boolean sealed) {
    return new RelationView(
        relation.kind(),
        relation.target(),
        relation.external(),
        sealed ? null : relation.amendments(),
        relation.dueOn());
  }

  /** Who was named or left out, and why, is for those who sign. */
  static Audience audience(Notice notice, Actor reader) {
    return notice.issuers().contains(reader.organization())
        ? notice.audience()
        : notice.audience().forReaders();
  }

  private static Named named(OrganizationCode code, Map<OrganizationCode, Place> places) {
    Place place = places.get(code);
    return new Named(code, place == null ? null : place.name());
  }

  private static @Nullable End end(NoticeState state) {
    if (!(state instanceof NoticeState.Over over)) {
      return null;
    }
    return new End(
        over.at(),
        over instanceof NoticeState.Cancelled cancelled ? cancelled.reason() : null,
        over instanceof NoticeState.Superseded superseded ? superseded.by() : null);
  }

  static List<String> permittedActions(Notice notice, Actor reader) {
    if (!notice.isLedBy(reader.organization()) || !reader.has(Role.ISSUER)) {
      return List.of();
    }
    return switch (notice.status()) {
      case DRAFT -> List.of("edit", "attach", "issue");
      case ISSUED -> List.of("close", "cancel", "correct");
      case CLOSED, CANCELLED, SUPERSEDED -> List.of();
    };
  }
}
