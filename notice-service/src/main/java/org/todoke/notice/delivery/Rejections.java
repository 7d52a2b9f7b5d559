package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView.RejectionView;

/** Keeps that notices were sent back, and what was decided about it. */
@ApplicationScoped
public class Rejections {

  private static final String KEEP =
      """
      insert into rejection (notice_id, organization, seq, reason, right_organization, rejected_at)
      values (:notice, :organization, :seq, :reason, cast(:right as text), :now)
      """;

  /**
   * The last one, as a column for a row {@code d} of deliveries; mentions {@code :reader}. With the
   * words for those only who wrote them or have to act on them.
   */
  static final String COLUMN =
      """
      (select cast(json_build_object('rejectedAt', r.rejected_at,
          'rightOrganization', r.right_organization, 'reason', case when w.act then r.reason end,
          'decision', r.decision, 'decidedAt', r.decided_at, 'decidedBy', r.decided_by,
          'decisionReason', case when w.act then r.decision_reason end, 'sentTo', r.sent_to)
          as text)
        from rejection r
        cross join lateral (select r.organization = :reader
          or exists (select from arrival a where a.notice_id = r.notice_id
            and a.organization = r.organization and a.from_organization = :reader)
          or exists (select from notice_issuer i
            where i.notice_id = r.notice_id and i.organization = :reader) as act) w
        where r.notice_id = d.notice_id and r.organization = d.organization
        order by r.seq desc limit 1)
      """;

  private static final String DECIDE =
      """
      update rejection r set decision = :decision, decided_at = :now, decided_by = :by,
        decision_reason = cast(:reason as text), sent_to = cast(:sentTo as text)
      where r.notice_id = :notice and r.organization = :organization and r.decision is null
      """;

  private final EntityManager em;
  private final StoredViews views;

  Rejections(EntityManager em, StoredViews views) {
    this.em = em;
    this.views = views;
  }

  /** After its fact. */
  void keep(Delivery delivery, String reason, @Nullable OrganizationCode right, Instant now) {
    em.createNativeQuery(KEEP)
        .setParameter("notice", delivery.noticeId())
        .setParameter("organization", delivery.organization().value())
        .setParameter("seq", delivery.lastFact())
        .setParameter("reason", reason)
        .setParameter("right", right == null ? null : right.value())
        .setParameter("now", now)
        .executeUpdate();
  }

  public Optional<RejectionView> last(
      UUID notice, OrganizationCode organization, OrganizationCode reader) {
    List<?> found =
        em.createNativeQuery(
                "select "
                    + COLUMN
                    + " from delivery d where d.notice_id = :notice"
                    + " and d.organization = :organization",
                String.class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("reader", reader.value())
            .getResultList();
    return found.stream()
        .filter(Objects::nonNull)
        .findFirst()
        .map(text -> views.rejection((String) text));
  }

  /** Of the one that has not been decided; the suite does that, see the policies of the table. */
  public void decide(
      Delivery delivery,
      RejectionDecision decision,
      OrganizationCode by,
      @Nullable String reason,
      @Nullable OrganizationCode sentTo,
      Instant now) {
    em.createNativeQuery(DECIDE)
        .setParameter("notice", delivery.noticeId())
        .setParameter("organization", delivery.organization().value())
        .setParameter("decision", decision.wireName())
        .setParameter("by", by.value())
        .setParameter("reason", reason)
        .setParameter("sentTo", sentTo == null ? null : sentTo.value())
        .setParameter("now", now)
        .executeUpdate();
  }
}
