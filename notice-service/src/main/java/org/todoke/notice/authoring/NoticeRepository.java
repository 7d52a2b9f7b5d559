package org.todoke.notice.authoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/** Notices, each query with the reader's scope in it. */
@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

  /**
   * Whom a notice may be shown to: its lead issuer always; once it is out, every issuer, everybody
   * whom it has reached, and, unless it is confidential, everybody who has it as an enclosure or
   * has a notice that it is about. What is public and meant in earnest may be shown to everybody.
   */
  static final String READABLE =
      """
      n.lead_issuer = :reader or n.status <> 'draft' and (
        exists (select from notice_issuer i where i.notice_id = n.id and i.organization = :reader)
        or exists (select from delivery d where d.notice_id = n.id and d.organization = :reader
                   and d.reached_at is not null)
        or n.confidentiality = 'public' and n.usage = 'actual'
        or n.confidentiality <> 'confidential' and (
        exists (select from notice_enclosure e join notice_issuer i on i.notice_id = e.notice_id
                   where e.enclosed = n.id and i.organization = :reader)
        or exists (select from notice_enclosure e join delivery d on d.notice_id = e.notice_id
                   where e.enclosed = n.id and d.organization = :reader
                   and d.reached_at is not null)
        or exists (select from notice_companion c join notice_issuer i on i.notice_id = c.notice_id
                   where c.companion = n.id and i.organization = :reader)
        or exists (select from notice_companion c join delivery d on d.notice_id = c.notice_id
                   where c.companion = n.id and d.organization = :reader
                   and d.reached_at is not null)))
      """;

  Optional<Notice> readable(UUID id, OrganizationCode reader) {
    return getEntityManager()
        .createNativeQuery(
            "select n.* from notice n where n.id = :id and (" + READABLE + ")", Notice.class)
        .setParameter("id", id)
        .setParameter("reader", reader.value())
        .getResultStream()
        .findFirst();
  }

  /** Of the ids, those of notices that are out and that the reader may read. */
  Set<UUID> issuedAndReadable(Collection<UUID> ids, OrganizationCode reader) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        getEntityManager()
            .createNativeQuery(
                "select n.id from notice n where n.id = any(:ids) and n.status <> 'draft' and ("
                    + READABLE
                    + ")",
                UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .setParameter("reader", reader.value())
            .getResultList());
  }

  /** Of the ids, the notices that are out and that the author leads. */
  Map<UUID, OwnNotice> issuedAndLed(Collection<UUID> ids, OrganizationCode lead) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return find(
            "id in ?1 and leadIssuer = ?2 and life.status <> ?3",
            ids,
            lead.value(),
            NoticeStatus.DRAFT.wireName())
        .stream()
        .collect(Collectors.toMap(Notice::id, OwnNotice::of));
  }

  /** For the one who leads it, against everybody else who would change it. */
  Optional<Notice> lockLedBy(UUID id, OrganizationCode lead) {
    return find("id = ?1 and leadIssuer = ?2", id, lead.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /**
   * Whether the lead issuer has put out this volume of its series in earnest before. A later
   * version is the same volume.
   */
  boolean volumeIsTaken(Notice notice) {
    return notice.paper().volume() != null
        && notice.usage() == Usage.ACTUAL
        && count(
                "leadIssuer = ?1 and paper.series = ?2 and paper.volume = ?3 and usage = ?4"
                    + " and life.status not in (?5, ?6)",
                notice.leadIssuer().value(),
                notice.paper().series(),
                notice.paper().volume(),
                Usage.ACTUAL.wireName(),
                NoticeStatus.DRAFT.wireName(),
                NoticeStatus.SUPERSEDED.wireName())
            > 0;
  }

  /**
   * What the lead issuer has put out in earnest under this number on this date before, and is not
   * the former version of this one. What is called 事務連絡 and no more has no number. Who would give
   * the same number at the same moment waits here until the first is out.
   */
  Optional<UUID> sameDocument(Notice notice) {
    if (notice.paper().documentNumber() == null || notice.usage() != Usage.ACTUAL) {
      return Optional.empty();
    }
    getEntityManager()
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended("
                + "'todoke.document ' || :lead || ' ' || document_key(:number), 0))",
            Integer.class)
        .setParameter("lead", notice.leadIssuer().value())
        .setParameter("number", notice.paper().documentNumber())
        .getResultList();
    return getEntityManager()
        .createNativeQuery(
            """
            select n.id from notice n
            where n.lead_issuer = :lead and n.document_key = document_key(:number)
              and n.issued_on = :date and n.usage = 'actual'
              and n.status not in ('draft', 'superseded')
            """,
            UUID.class)
        .setParameter("lead", notice.leadIssuer().value())
        .setParameter("number", notice.paper().documentNumber())
        .setParameter("date", notice.paper().issuedOn())
        .getResultStream()
        .findFirst();
  }

  /** Of the ids, those of confidential notices. */
  Set<UUID> confidential(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            getEntityManager()
                .createNativeQuery(
                    "select n.id from notice n where n.id = any(:ids)"
                        + " and n.confidentiality = 'confidential'",
                    UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
  }

  /** What every organisation may read, the newest first. */
  List<Notice> published(NoticeFilter filter, int rows) {
    return getEntityManager()
        .createNativeQuery(
            """
            select n.* from notice n
            where n.confidentiality = 'public' and n.usage = 'actual' and n.status <> 'draft'
              and (cast(:status as text) is null or n.status = :status)
              and (cast(:number as text) is null or n.document_key = document_key(:number))
              and (cast(:before as uuid) is null or n.id < :before)
            order by n.id desc
            """,
            Notice.class)
        .setParameter("status", filter.statusName())
        .setParameter("number", filter.documentNumber())
        .setParameter("before", filter.before())
        .setMaxResults(rows)
        .getResultList();
  }

  /** Drafts that it leads and issued notices that it signed, the newest first. */
  List<Notice> signedBy(OrganizationCode issuer, NoticeFilter filter, int rows) {
    var query =
        getEntityManager()
            .createNativeQuery(
                """
                select n.* from notice n
                where n.id in (select i.notice_id from notice_issuer i where i.organization = :issuer)
                  and (n.lead_issuer = :issuer or n.status <> 'draft')
                  and (cast(:status as text) is null or n.status = :status)
                  and (cast(:number as text) is null or n.document_key = document_key(:number))
                  and (cast(:before as uuid) is null or n.id < :before)
                order by n.id desc
                """,
                Notice.class)
            .setParameter("issuer", issuer.value())
            .setParameter("status", filter.statusName())
            .setParameter("number", filter.documentNumber())
            .setParameter("before", filter.before())
            .setMaxResults(rows);
    return query.getResultList();
  }
}
