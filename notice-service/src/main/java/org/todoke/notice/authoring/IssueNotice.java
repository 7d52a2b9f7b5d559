package org.todoke.notice.authoring;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.todoke.contracts.DepartmentDuty;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.NoticeIssued;
import org.todoke.notice.authoring.LaterVersions.Step;
import org.todoke.notice.deadline.Allowances;
import org.todoke.notice.delivery.Arrivals;
import org.todoke.notice.delivery.Route;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Puts a notice out: freezes its audience, delivers it to those whom the issuer addresses itself,
 * and says so, all in one transaction. Issuing it again changes nothing.
 */
@ApplicationScoped
public class IssueNotice {

  /** Far more than a whole nation takes; the default is meant for single rows. */
  private static final int NATION_SECONDS = 300;

  private static final Logger LOG = Logger.getLogger(IssueNotice.class);

  /**
   * Everybody of the tiers to which the issuer sends it itself, and whom it has named. To an
   * association of a prefecture a ministry does not write: that is for the prefecture to do.
   */
  private static final String DIRECT =
      """
      select d.organization, 'inbox', cast(null as uuid), cast('{}' as uuid[]), d.due_on,
        cast(null as text)
      from delivery d
      where d.notice_id = :notice and (
        d.organization = any(cast(:named as text[]))
        or d.tier = any(cast(:direct as text[]))
          and (d.tier <> 'association' or coalesce(d.prefecture, :lead) = :lead))
      """;

  private final NoticeRepository notices;
  private final AttachmentRepository attachments;
  private final AudienceFreezing audiences;
  private final Allowances allowances;
  private final OtherNotices otherNotices;
  private final LaterVersions laterVersions;
  private final Arrivals arrivals;
  private final NoticeEvents events;
  private final NoticeViews views;
  private final Places places;
  private final EntityManager em;
  private final Clock clock;

  IssueNotice(
      NoticeRepository notices,
      AttachmentRepository attachments,
      AudienceFreezing audiences,
      Allowances allowances,
      OtherNotices otherNotices,
      LaterVersions laterVersions,
      Arrivals arrivals,
      NoticeEvents events,
      NoticeViews views,
      Places places,
      EntityManager em,
      Clock clock) {
    this.notices = notices;
    this.attachments = attachments;
    this.audiences = audiences;
    this.allowances = allowances;
    this.otherNotices = otherNotices;
    this.laterVersions = laterVersions;
    this.arrivals = arrivals;
    this.events = events;
    this.views = views;
    this.places = places;
    this.em = em;
    this.clock = clock;
  }

  @Transactional
  @TransactionConfiguration(timeout = NATION_SECONDS)
  public NoticeView issue(UUID id, Actor issuer) {
    Notice notice =
        notices
            .lockLedBy(id, issuer.organization())
            .orElseThrow(() -> Refusal.notFound("notice.not-found"));
    if (notice.isDraft()) {
      putOut(notice, issuer);
    }
    return views.of(notice, issuer);
  }

  private void putOut(Notice notice, Actor issuer) {
    Place lead =
        places
            .find(issuer.organization())
            .filter(Place::mayIssue)
            .orElseThrow(() -> Refusal.forbidden("notice.may-not-issue"));
    refuseMissingSheets(notice);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<UUID, Notice> others = otherNotices.lock(notice);
    Optional<Step> step = notice.former().map(relation -> begin(notice, relation, others, now));
    if (notices.volumeIsTaken(notice)) {
      throw Refusal.conflict("notice.volume-taken");
    }
    notices
        .sameDocument(notice)
        .ifPresent(
            other -> {
              throw Refusal.conflict("notice.document-number-taken", other);
            });
    FrozenAudience frozen =
        step.map(s -> laterVersions.take(notice, s)).orElseGet(() -> freeze(notice, lead));
    audiences.keepEnclosures(notice.id());
    long sequence = notice.issue(frozen, now);
    em.flush();
    allowances.freeze(
        notice.id(),
        notice.dueOn() != null,
        notice.requestedActions().stream().map(RequestedAction::allowances).toList());
    UUID event =
        events.say(
            notice,
            new NoticeEvents.Said(
                EventType.NOTICE_ISSUED, sequence, now, Map.of(), said(notice), null));
    otherNotices.change(notice, others, event, now);
    int sent =
        step.map(s -> laterVersions.finish(notice, s, event, now))
            .orElseGet(() -> sendDirectly(notice, issuer, event, now));
    LOG.infof(
        "notice issued: noticeId=%s addressed=%s direct=%d", notice.id(), frozen.addressed(), sent);
  }

  private Step begin(Notice notice, Relation relation, Map<UUID, Notice> others, Instant now) {
    return laterVersions.begin(
        notice, others.get(relation.target()), relation.kind().succession().orElseThrow(), now);
  }

  private FrozenAudience freeze(Notice notice, Place lead) {
    FrozenAudience frozen = audiences.freeze(notice, lead);
    if (frozen.addressed().values().stream().noneMatch(n -> n > 0)) {
      Checks checks = new Checks();
      checks.add("/audience", "audience.nobody");
      checks.refuseIfAny();
    }
    return frozen;
  }

  private int sendDirectly(Notice notice, Actor issuer, UUID issued, Instant now) {
    String[] direct =
        notice.audience().directTo().stream().map(k -> k.wireName()).toArray(String[]::new);
    return arrivals.record(
        new Route(notice.id(), issuer.organization(), now, now, issued),
        DIRECT,
        Map.of(
            "direct",
            direct,
            "named",
            AudienceConditions.codes(notice.audience().added()),
            "lead",
            issuer.organization().value()));
  }

  /**
   * The paper says how many sheets come with it; what is attached must be just that. Where neither
   * the paper nor an attachment counts, there is nothing to compare.
   */
  private void refuseMissingSheets(Notice notice) {
    List<Attachment> attached = attachments.of(notice.id());
    Integer declared = notice.declaredSheets();
    if (declared == null && attached.stream().allMatch(a -> a.declaredSheets() == null)) {
      return;
    }
    int sheets =
        attached.stream()
            .map(Attachment::declaredSheets)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .sum();
    if (declared == null || declared != sheets) {
      Checks checks = new Checks();
      checks.add(
          "/declaredSheets", "notice.sheets-differ", declared == null ? 0 : declared, sheets);
      checks.refuseIfAny();
    }
  }

  private static NoticeIssued said(Notice notice) {
    return new NoticeIssued(
        notice.id(),
        notice.issuers(),
        notice.paper().kind(),
        notice.paper().series(),
        notice.paper().volume(),
        notice.paper().documentNumber(),
        notice.paper().issuedOn(),
        notice.usage(),
        notice.relations().stream()
            .filter(r -> r.kind() == RelationKind.ENCLOSES)
            .map(Relation::target)
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        Objects.requireNonNull(notice.addressed()),
        notice.dueOn(),
        notice.demand().checklistId(),
        notice.demand().dates().byTier(),
        notice.demand().moreChecklists(),
        notice.demand().purpose(),
        notice.paper().confidentiality(),
        Objects.requireNonNull(notice.audienceHash()),
        notice.audience().departments().isEmpty()
            ? null
            : notice.audience().departments().stream().map(DepartmentDuty::wireName).toList(),
        notice.audience().serviceTypes().isEmpty() ? null : notice.audience().serviceTypes());
  }
}
