package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.NoticeForm.AdditionForm;
import org.todoke.notice.authoring.NoticeForm.AudienceForm;
import org.todoke.notice.authoring.NoticeForm.ExemptionForm;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;

/** Writes drafts, which nobody sees but the organisation that leads them. */
@ApplicationScoped
public class DraftNotices {

  private final NoticeRepository notices;
  private final NoticeViews views;
  private final Places places;
  private final NamedInAudience named;
  private final EntityManager em;
  private final Clock clock;

  DraftNotices(
      NoticeRepository notices,
      NoticeViews views,
      Places places,
      NamedInAudience named,
      EntityManager em,
      Clock clock) {
    this.notices = notices;
    this.views = views;
    this.places = places;
    this.named = named;
    this.em = em;
    this.clock = clock;
  }

  @Transactional
  public NoticeView create(NoticeForm form, Actor author) {
    NoticeContent content = judge(form, author);
    Notice notice = Notice.draft(content, clock.instant().truncatedTo(ChronoUnit.MICROS));
    notices.persistAndFlush(notice);
    return views.of(notice, author);
  }

  /**
   * @param ifMatch the version that the author saw
   */
  @Transactional
  public NoticeView edit(UUID id, NoticeForm form, @Nullable String ifMatch, Actor author) {
    Notice notice =
        notices
            .lockLedBy(id, author.organization())
            .orElseThrow(() -> Refusal.notFound("notice.not-found"));
    Etags.require(ifMatch, notice.version());
    notice.requireDraft();
    notice.edit(judge(form, author));
    notices.flush();
    return views.of(notice, author);
  }

  private NoticeContent judge(NoticeForm form, Actor author) {
    Place lead =
        places
            .find(author.organization())
            .filter(Place::mayIssue)
            .orElseThrow(() -> Refusal.forbidden("notice.may-not-issue"));
    Checks checks = new Checks();
    NoticeContent content = NoticeRules.judge(form, lead, surroundings(form, lead), checks);
    checks.refuseIfAny();
    return content;
  }

  private Surroundings surroundings(NoticeForm form, Place lead) {
    OrganizationCode author = lead.code();
    AudienceForm audience = form.audience();
    List<OrganizationCode> added =
        audience == null
            ? List.of()
            : codes(
                bounded(audience.additions(), AudienceRules.MAX_NAMED)
                    .map(AdditionForm::organization));
    List<OrganizationCode> codes =
        Stream.of(
                codes(bounded(form.issuers(), NoticeRules.MAX_LIST)),
                audience == null
                    ? List.<OrganizationCode>of()
                    : codes(bounded(audience.within(), AudienceRules.MAX_WITHIN)),
                added,
                audience == null
                    ? List.<OrganizationCode>of()
                    : codes(
                        bounded(audience.exceptions(), AudienceRules.MAX_NAMED)
                            .map(ExemptionForm::organization)))
            .flatMap(List::stream)
            .distinct()
            .toList();
    Set<UUID> checklists =
        ids(
            bounded(form.requestedActions(), ActionRules.MAX_ACTIONS)
                .map(NoticeForm.ActionForm::checklistId));
    Set<UUID> papers =
        ids(bounded(form.relations(), NoticeRules.MAX_LIST).map(NoticeForm.RelationForm::noticeId));
    return new Surroundings(
        places.findAll(codes),
        published(checklists),
        notices.issuedAndReadable(papers, author),
        notices.issuedAndLed(papers, author),
        notices.confidential(papers),
        audience == null
            ? Set.of()
            : named.offered(
                bounded(audience.serviceTypes(), AudienceRules.MAX_SERVICE_TYPES).toList()),
        named.inJurisdiction(added, lead));
  }

  /** Those that are none are faults, which the rules find. */
  private static List<OrganizationCode> codes(Stream<@Nullable String> texts) {
    return texts
        .filter(Objects::nonNull)
        .flatMap(text -> OrganizationCode.parse(text).stream())
        .distinct()
        .toList();
  }

  private static <T> Stream<T> bounded(@Nullable List<@Nullable T> list, int max) {
    return list == null || list.size() > max
        ? Stream.of()
        : list.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private static Set<UUID> ids(Stream<@Nullable String> texts) {
    Set<UUID> ids = new HashSet<>();
    texts.filter(Objects::nonNull).forEach(text -> new Checks().id("", text).ifPresent(ids::add));
    return ids;
  }

  private Set<UUID> published(Set<UUID> checklists) {
    if (checklists.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        em.createNativeQuery(
                "select checklist_id from published_checklist where checklist_id = any(:ids)",
                UUID.class)
            .setParameter("ids", checklists.toArray(UUID[]::new))
            .getResultList());
  }
}
