package org.todoke.notice.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Standing;
import org.todoke.web.Refusal;

/** Deliveries, each found only by those who may see it. */
@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<Delivery, DeliveryId> {

  /**
   * The caller's own copy, locked.
   *
   * @throws Refusal {@code delivery.not-found} as long as it has not been reached: then it does not
   *     know of the notice
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Delivery lockOwn(UUID noticeId, OrganizationCode caller) {
    return lock(noticeId, caller)
        .filter(Delivery::isReached)
        .orElseThrow(() -> Refusal.notFound("delivery.not-found"));
  }

  /**
   * Somebody's copy, locked, for one who is above it.
   *
   * @throws Refusal {@code delivery.not-found} if it is not below the caller
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Delivery lockBelow(UUID noticeId, OrganizationCode organization, Standing standing) {
    if (!isBelow(noticeId, organization, standing)) {
      throw Refusal.notFound("delivery.not-found");
    }
    return lock(noticeId, organization).orElseThrow(() -> Refusal.notFound("delivery.not-found"));
  }

  /**
   * Somebody's copy, locked, for the suite itself: whoever asks has been found entitled before.
   *
   * @throws Refusal {@code delivery.not-found}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Delivery lockAny(UUID noticeId, OrganizationCode organization) {
    return lock(noticeId, organization).orElseThrow(() -> Refusal.notFound("delivery.not-found"));
  }

  boolean isBelow(UUID noticeId, OrganizationCode organization, Standing standing) {
    var query =
        getEntityManager()
            .createNativeQuery(
                "select count(*) from delivery d where d.notice_id = :notice"
                    + " and d.organization = :organization and "
                    + standing.below("d"),
                Long.class)
            .setParameter("notice", noticeId)
            .setParameter("organization", organization.value());
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    return (Long) query.getSingleResult() > 0;
  }

  private Optional<Delivery> lock(UUID noticeId, OrganizationCode organization) {
    return findByIdOptional(DeliveryId.of(noticeId, organization), LockModeType.PESSIMISTIC_WRITE);
  }
}
