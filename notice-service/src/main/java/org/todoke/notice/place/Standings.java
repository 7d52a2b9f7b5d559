package org.todoke.notice.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Refusal;

/** The one place that says whether an organisation may look into the deliveries of a notice. */
@ApplicationScoped
public class Standings {

  private final EntityManager em;

  Standings(EntityManager em) {
    this.em = em;
  }

  /**
   * @throws Refusal {@code notice.not-found} if there is no such notice, it is a draft, or it is
   *     none of the caller's
   */
  public Standing of(UUID noticeId, OrganizationCode caller) {
    return find(noticeId, caller).orElseThrow(() -> Refusal.notFound("notice.not-found"));
  }

  public Optional<Standing> find(UUID noticeId, OrganizationCode caller) {
    try {
      var row =
          (Object[])
              em.createNativeQuery(
                      """
                      select i.organization is not null, o.kind, n.status = 'issued'
                      from notice n
                      left join notice_issuer i on i.notice_id = n.id and i.organization = :caller
                      left join delivery d on d.notice_id = n.id and d.organization = :caller
                        and d.reached_at is not null
                      left join organization o on o.code = :caller
                      where n.id = :notice and n.status <> 'draft'
                        and (i.organization is not null or d.organization is not null)
                      """)
                  .setParameter("caller", caller.value())
                  .setParameter("notice", noticeId)
                  .getSingleResult();
      return Optional.of(
          new Standing(
              caller,
              row[1] == null ? null : Kinds.ofWireName((String) row[1]),
              (Boolean) row[0],
              (Boolean) row[2]));
    } catch (NoResultException e) {
      return Optional.empty();
    }
  }
}
