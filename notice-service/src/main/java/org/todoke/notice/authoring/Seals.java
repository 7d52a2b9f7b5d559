package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.OrganizationCode;

/**
 * A confidential notice goes down under seal: who only passes it on sees which paper it is, and not
 * what it says. Opened it is by its issuers and by those of whom it asks something, as long as they
 * have not sent it back and are not excused.
 */
@ApplicationScoped
class Seals {

  private final EntityManager em;

  Seals(EntityManager em) {
    this.em = em;
  }

  boolean isClosedTo(Notice notice, OrganizationCode reader) {
    return notice.paper().confidentiality() == Confidentiality.CONFIDENTIAL
        && !notice.isLedBy(reader)
        && !notice.issuers().contains(reader)
        && !isAsked(notice, reader);
  }

  private boolean isAsked(Notice notice, OrganizationCode reader) {
    return (Boolean)
        em.createNativeQuery(
                """
                select exists (select from delivery d
                  where d.notice_id = :notice and d.organization = :reader
                    and d.reached_at is not null and d.asked and d.rejected_at is null
                    and d.excused_reason is null)
                """)
            .setParameter("notice", notice.id())
            .setParameter("reader", reader.value())
            .getSingleResult();
  }
}
