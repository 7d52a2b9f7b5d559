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

  /** With the words for those only who wrote them or have to act on them. */
  private static final String LAST =
      """
      select r.rejected_at, r.right_organization, case when w.act then r.reason end, r.decision,
        r.decided_at, r.decided_by, case when w.act then r.decision_reason end, r.sent_to
      from rejection r
      cross join lateral (select r.organization = :reader
        or exists (select from arrival a where a.notice_id = r.notice_id
          and a.organization = r.organization and a.from_organization = :reader)
        or exists (select from notice_issuer i
          where i.notice_id = r.notice_id and i.organization = :reader) as act) w
      where r.notice_id = :notice and r.organization = :organization
      order by r.seq desc limit 1
      """;

  private static final String DECIDE =
      """
      update rejection r set decision = :decision, decided_at = :now, decided_by = :by,
        decision_reason = cast(:reason as text), sent_to = cast(:sentTo as text)
      where r.notice_id = :notice and r.organization = :organization and r.decision is null
      """;

  private final EntityManager em;

  Rejections(EntityManager em) {
    this.em = em;
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
    List<?> rows =
        em.createNativeQuery(LAST, Object[].class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("reader", reader.value())
            .getResultList();
    return rows.stream().findFirst().map(row -> view((Object[]) row));
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

  private static RejectionView view(Object[] row) {
    return new RejectionView(
        Objects.requireNonNull(DeliveryRows.instant(row[0])),
        DeliveryRows.code(row[1]),
        (String) row[2],
        row[3] == null ? null : RejectionDecision.ofWireName((String) row[3]),
        DeliveryRows.instant(row[4]),
        DeliveryRows.code(row[5]),
        (String) row[6],
        DeliveryRows.code(row[7]));
  }
}
