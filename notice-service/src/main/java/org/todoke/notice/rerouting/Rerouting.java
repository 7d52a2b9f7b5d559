package org.todoke.notice.rerouting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.event.EventData;
import org.todoke.contracts.event.ForwardingRejectionDeclined;
import org.todoke.contracts.event.ForwardingRerouted;
import org.todoke.notice.delivery.Arrivals;
import org.todoke.notice.delivery.Delivery;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.DeliveryView.RejectionView;
import org.todoke.notice.delivery.Fact;
import org.todoke.notice.delivery.FactLog;
import org.todoke.notice.delivery.ForwardingState.Rejected;
import org.todoke.notice.delivery.RejectionDecision;
import org.todoke.notice.delivery.Rejections;
import org.todoke.notice.delivery.Route;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.web.Refusal;

/** Carries out what was decided about a rejection; as the suite, in one transaction. */
@ApplicationScoped
class Rerouting {

  /** Downwards through the tiers, as whoever passes a notice on locks its own and then others. */
  private static final String LOCK =
      """
      select count(*) from (
        select d.organization from delivery d
        where d.notice_id = :notice and d.organization in (:organization, :right)
        order by array_position(array['prefecture', 'municipality', 'union', 'association',
          'corporation', 'establishment'], d.tier), d.organization
        for no key update) locked
      """;

  /** Under the letter of the one who sends it, if that has written one. */
  private static final String BY_INBOX =
      """
      select cast(:right as text), 'inbox', c.id,
        coalesce(array_prepend(c.id, c.encloses), cast('{}' as uuid[])),
        least(date_in_force(c.notice_id, c.due_on, c.recorded_at), d.due_on),
        cast(null as text)
      from notice n
      join delivery d on d.notice_id = n.id and d.organization = :right
      left join cover_letter c on c.notice_id = n.id and c.organization = :from
      where n.id = :notice
      """;

  private final EntityManager em;
  private final DeliveryRepository deliveries;
  private final Rejections rejections;
  private final AddToAudience audience;
  private final Arrivals arrivals;
  private final FactLog facts;
  private final Places places;
  private final Clock clock;

  Rerouting(
      EntityManager em,
      DeliveryRepository deliveries,
      Rejections rejections,
      AddToAudience audience,
      Arrivals arrivals,
      FactLog facts,
      Places places,
      Clock clock) {
    this.em = em;
    this.deliveries = deliveries;
    this.rejections = rejections;
    this.audience = audience;
    this.arrivals = arrivals;
    this.facts = facts;
    this.places = places;
    this.clock = clock;
  }

  /**
   * @throws Refusal (conflict) {@code rejection.nothing-to-decide}, or {@code
   *     rejection.already-decided} if it was decided otherwise
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void carryOut(Verdict verdict) {
    OrganizationCode right = right(verdict);
    lock(verdict, right);
    Delivery delivery = deliveries.lockAny(verdict.notice(), verdict.organization());
    RejectionView rejection = last(verdict);
    if (rejection.decision() != null) {
      requireSame(verdict, rejection, right);
      return;
    }
    if (!(delivery.state() instanceof Rejected)) {
      throw Refusal.conflict("rejection.nothing-to-decide");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (verdict.decision() == RejectionDecision.DECLINED) {
      decline(delivery, verdict, now);
    } else {
      approve(delivery, verdict, judged(verdict, right), now);
    }
    deliveries.flush();
    rejections.decide(
        delivery,
        verdict.decision(),
        verdict.by(),
        verdict.reason(),
        verdict.decision() == RejectionDecision.APPROVED ? right : null,
        now);
  }

  private void decline(Delivery delivery, Verdict verdict, Instant now) {
    boolean lifted = delivery.reopen();
    facts.append(
        delivery,
        fact(
            EventType.FORWARDING_REJECTION_DECLINED,
            verdict,
            now,
            lifted ? Map.of("liftedExcuse", "wrong-addressee") : Map.of(),
            new ForwardingRejectionDeclined(
                verdict.notice(), verdict.organization(), delivery.tier(), verdict.by(), lifted)));
  }

  private void approve(Delivery delivery, Verdict verdict, Place place, Instant now) {
    boolean added =
        audience.add(
            verdict.notice(),
            place,
            new AddToAudience.Cause(verdict.by(), verdict.organization(), null),
            now);
    if (deliveries.lockAny(verdict.notice(), place.code()).state() instanceof Rejected) {
      throw Refusal.conflict("rejection.right-has-rejected");
    }
    UUID event =
        facts.append(
            delivery,
            fact(
                EventType.FORWARDING_REROUTED,
                verdict,
                now,
                Map.of("rightOrganization", place.code().value(), "added", added),
                new ForwardingRerouted(
                    verdict.notice(),
                    verdict.organization(),
                    delivery.tier(),
                    place.code(),
                    verdict.by(),
                    added)));
    deliveries.flush();
    arrivals.record(
        new Route(verdict.notice(), verdict.by(), now, now, event),
        BY_INBOX,
        Map.of("right", place.code().value()));
  }

  private static Fact fact(
      EventType type, Verdict verdict, Instant now, Map<String, ?> more, EventData event) {
    var details = new LinkedHashMap<String, Object>(more);
    details.put("by", verdict.by().value());
    if (verdict.reason() != null) {
      details.put("reason", verdict.reason());
    }
    return new Fact(type, now, now, verdict.by(), details, event, null);
  }

  private @Nullable OrganizationCode right(Verdict verdict) {
    if (verdict.decision() == RejectionDecision.DECLINED) {
      return null;
    }
    return verdict.right() != null ? verdict.right() : last(verdict).rightOrganization();
  }

  /** As one who may read its words. */
  private RejectionView last(Verdict verdict) {
    return rejections
        .last(verdict.notice(), verdict.organization(), verdict.organization())
        .orElseThrow(() -> Refusal.conflict("rejection.nothing-to-decide"));
  }

  private void lock(Verdict verdict, @Nullable OrganizationCode right) {
    em.createNativeQuery(LOCK, Long.class)
        .setParameter("notice", verdict.notice())
        .setParameter("organization", verdict.organization().value())
        .setParameter("right", right == null ? "" : right.value())
        .getSingleResult();
  }

  private static void requireSame(
      Verdict verdict, RejectionView rejection, @Nullable OrganizationCode right) {
    boolean same =
        rejection.decision() == verdict.decision()
            && (right == null || right.equals(rejection.sentTo()));
    if (!same) {
      throw Refusal.conflict("rejection.already-decided");
    }
  }

  private Place judged(Verdict verdict, @Nullable OrganizationCode right) {
    Checks checks = new Checks();
    String at = "/rightOrganization";
    if (right == null) {
      checks.add(at, "value.required");
      checks.refuseIfAny();
      throw new IllegalStateException("a violation was found and not refused");
    }
    Place place = places.find(right).orElse(null);
    if (right.equals(verdict.organization())) {
      checks.add(at, "rejection.right-is-self");
    } else if (place == null) {
      checks.add(at, "organization.unknown", right.value());
    } else if (!place.active()
        || place.kind() == OrganizationKind.MINISTRY
        || place.kind() == OrganizationKind.DIVISION) {
      checks.add(at, "rejection.right-takes-none", right.value());
    } else if (isIssuer(verdict.notice(), right)) {
      checks.add(at, "rejection.right-is-issuer", right.value());
    }
    checks.refuseIfAny();
    return Objects.requireNonNull(place);
  }

  private boolean isIssuer(UUID notice, OrganizationCode organization) {
    return (Long)
            em.createNativeQuery(
                    """
                    select count(*) from notice_issuer
                    where notice_id = :notice and organization = :organization
                    """,
                    Long.class)
                .setParameter("notice", notice)
                .setParameter("organization", organization.value())
                .getSingleResult()
        > 0;
  }
}
