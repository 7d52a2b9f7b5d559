package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.RelatedNotice.Direction;

/** Finds the notices that have to do with one, in both directions, as far as a reader may read. */
@ApplicationScoped
class RelatedNotices {

  /** The latest of them: an old notice may be enclosed by very many. */
  static final int MAX = 100;

  private static final String RELATED =
      """
      select r.kind, r.outgoing, n.id, n.status, n.paper_kind, n.document_number, n.issued_on,
        n.title, n.issued_at, r.due_on
      from (
        select kind, true as outgoing, target as id, due_on, ordinal from notice_relation
        where notice_id = :notice and target is not null
        union all
        select kind, false, notice_id, due_on, ordinal from notice_relation
        where target = :notice) r
      join notice n on n.id = r.id
      where n.status <> 'draft' and (%s)
      order by n.issued_at desc, n.id desc, r.outgoing, r.ordinal
      limit %d
      """
          .formatted(NoticeRepository.READABLE, MAX);

  private final EntityManager em;

  RelatedNotices(EntityManager em) {
    this.em = em;
  }

  @SuppressWarnings("unchecked")
  List<RelatedNotice> of(UUID notice, OrganizationCode reader) {
    List<Object[]> rows =
        em.createNativeQuery(RELATED, Object[].class)
            .setParameter("notice", notice)
            .setParameter("reader", reader.value())
            .getResultList();
    return rows.stream().map(RelatedNotices::related).toList();
  }

  private static RelatedNotice related(Object[] row) {
    return new RelatedNotice(
        RelationKind.ofWireName((String) row[0]),
        (Boolean) row[1] ? Direction.OUTGOING : Direction.INCOMING,
        (UUID) row[2],
        NoticeStatus.ofWireName((String) row[3]),
        (String) row[4],
        (String) row[5],
        date(row[6]),
        (String) row[7],
        (Instant) row[8],
        row[9] == null ? null : date(row[9]));
  }

  private static LocalDate date(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
