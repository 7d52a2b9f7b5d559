package org.todoke.notice.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.ForwardingForwarded;
import org.todoke.notice.delivery.Arrivals;
import org.todoke.notice.delivery.Delivery;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.Fact;
import org.todoke.notice.delivery.FactLog;
import org.todoke.notice.delivery.Ownership;
import org.todoke.notice.delivery.Route;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Passes a notice on to those below, once: under a letter of one's own, with everybody accounted
 * for. The number of statements does not depend on how many children there are.
 */
@ApplicationScoped
public class ForwardNotice {

  private static final Logger LOG = Logger.getLogger(ForwardNotice.class);

  /** Those whom the forwarding reaches at once; of the others it only says by which way. */
  private static final String BY_INBOX =
      """
      select f.child, 'inbox', c.id, array_prepend(c.id, c.encloses),
        least(c.due_on, date_handed_down(own.due_on, n.due_by_tier, own.tier)), cast(null as text)
      from forwarding_child f
      join notice n on n.id = f.notice_id
      join cover_letter c on c.notice_id = f.notice_id and c.organization = f.organization
      join delivery own on own.notice_id = f.notice_id and own.organization = f.organization
      where f.notice_id = :notice and f.organization = :from and f.channel = 'inbox'
      """;

  /** The latest date of all tiers: of each child the earlier of its own and the letter's holds. */
  private static final String TERMS =
      """
      select coalesce(
          (select max(cast(t.day as date)) from jsonb_each_text(n.due_by_tier) t (tier, day)),
          n.due_on),
        n.purpose = 'for-attention'
      from notice n where n.id = :notice
      """;

  private final EntityManager em;
  private final Ownership ownership;
  private final Standings standings;
  private final DeliveryRepository deliveries;
  private final ForwardingChecks rules;
  private final ForwardingTables tables;
  private final LetterAttachments attachments;
  private final Arrivals arrivals;
  private final FactLog facts;
  private final Clock clock;

  ForwardNotice(
      EntityManager em,
      Ownership ownership,
      Standings standings,
      DeliveryRepository deliveries,
      ForwardingChecks rules,
      ForwardingTables tables,
      LetterAttachments attachments,
      Arrivals arrivals,
      FactLog facts,
      Clock clock) {
    this.em = em;
    this.ownership = ownership;
    this.standings = standings;
    this.deliveries = deliveries;
    this.rules = rules;
    this.tables = tables;
    this.attachments = attachments;
    this.arrivals = arrivals;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * @throws Refusal (conflict) {@code forwarding.already-forwarded} the second time
   */
  @Transactional
  public void forward(
      UUID notice, OrganizationCode organization, ForwardingForm form, Actor actor) {
    ownership.require(notice, organization, actor);
    Standing standing = standings.of(notice, organization);
    Delivery delivery = deliveries.lockOwn(notice, organization);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    delivery.forward(now);
    ForwardingPlan plan = judged(notice, standing, form);
    UUID letter = tables.write(notice, organization, plan.letter(), now);
    attachments.join(notice, organization, letter);
    ForwardingTables.Count count =
        tables.write(notice, organization, Objects.requireNonNull(standing.kind()), plan);
    UUID event = facts.append(delivery, fact(delivery, plan, letter, count, now));
    deliveries.flush();
    tables.lockChildren(notice, organization);
    arrivals.record(new Route(notice, organization, now, now, event), BY_INBOX, Map.of());
    tables.excuseOmitted(notice, organization, event, now);
    LOG.infof(
        "notice forwarded: noticeId=%s organization=%s addressed=%d omitted=%d",
        notice, organization, count.addressed(), count.omitted());
  }

  private ForwardingPlan judged(UUID notice, Standing standing, ForwardingForm form) {
    Checks checks = new Checks();
    Object[] terms =
        (Object[]) em.createNativeQuery(TERMS).setParameter("notice", notice).getSingleResult();
    ForwardingPlan plan = ForwardingPlan.judge(form, (LocalDate) terms[0], checks);
    if ((Boolean) terms[1]) {
      plan.letter().asksNothing(checks);
    }
    rules.judge(notice, standing, plan, checks);
    checks.refuseIfAny();
    return plan;
  }

  private static Fact fact(
      Delivery delivery,
      ForwardingPlan plan,
      UUID letter,
      ForwardingTables.Count count,
      Instant now) {
    var details = new LinkedHashMap<String, Object>();
    details.put("addressed", count.addressed());
    details.put("omitted", count.omitted());
    details.put("coverLetterId", letter);
    if (plan.letter().dueOn() != null) {
      details.put("dueOn", plan.letter().dueOn());
    }
    return new Fact(
        EventType.FORWARDING_FORWARDED,
        now,
        now,
        delivery.organization(),
        details,
        new ForwardingForwarded(
            delivery.noticeId(),
            delivery.organization(),
            delivery.tier(),
            count.addressed(),
            count.omitted(),
            letter,
            plan.letter().dueOn()),
        null);
  }
}
