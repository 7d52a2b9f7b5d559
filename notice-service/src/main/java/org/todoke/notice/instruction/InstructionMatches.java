package org.todoke.notice.instruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.WireNames;

/** Looks up which instructions may have something to do with what has just arrived. */
@ApplicationScoped
class InstructionMatches {

  /**
   * An instruction holds for what arrives on its days, after it was laid down in its present form:
   * what arrived before is left to be done by hand, also where an old event is heard again. What is
   * confidential is passed on by somebody or not at all. Dates of tiers are not the forwarder's to
   * hand down: the latest is what the letter counts from.
   */
  private static final String FOUND =
      """
      select h.notice_id, h.organization, h.event_id,
        case when n.due_by_tier is null then d.due_on
          else least(date_handed_down(d.due_on, n.due_by_tier, d.tier),
            (select max(cast(t.day as date)) from jsonb_each_text(n.due_by_tier) t (tier, day)))
        end as due_on, s.id, s.paper_kinds, s.series,
        s.lead_issuers, s.usages, n.paper_kind, n.series as its_series, n.volume, n.lead_issuer,
        o.name, n.usage, n.document_number, n.issued_on, n.title
      from unnest(cast(:notices as uuid[]), cast(:organizations as text[]),
        cast(:events as text[]), cast(:recordeds as timestamptz[]))
        h (notice_id, organization, event_id, recorded_time)
      join standing_instruction s on s.organization = h.organization
        and s.removed_at is null and s.suspended_at is null and s.changed_at <= h.recorded_time
        and cast(h.recorded_time at time zone 'Asia/Tokyo' as date)
          between s.starts_on and coalesce(s.ends_on, 'infinity')
      join delivery d on d.notice_id = h.notice_id and d.organization = h.organization
        and d.has_children and d.forwarded_at is null and d.rejected_at is null
        and d.excused_reason is null
      join notice n on n.id = h.notice_id and n.confidentiality <> 'confidential'
      left join organization o on o.code = n.lead_issuer
      order by s.created_at, s.id, h.event_id
      """;

  private final EntityManager em;

  InstructionMatches(EntityManager em) {
    this.em = em;
  }

  /** That a notice arrived at somebody. */
  record Arrived(UUID notice, OrganizationCode organization, String event, Instant recorded) {}

  /** An instruction in force where a notice arrived; whether it takes the notice is not said. */
  record Match(
      UUID notice,
      OrganizationCode organization,
      String event,
      @Nullable LocalDate dueOn,
      UUID instruction,
      Selection selection,
      Paper paper) {}

  /** The oldest first. */
  @SuppressWarnings("unchecked")
  List<Match> of(List<Arrived> arrived) {
    List<Object[]> rows =
        em.createNativeQuery(FOUND, Object[].class)
            .setParameter("notices", arrived.stream().map(Arrived::notice).toArray(UUID[]::new))
            .setParameter(
                "organizations",
                arrived.stream().map(a -> a.organization().value()).toArray(String[]::new))
            .setParameter("events", arrived.stream().map(Arrived::event).toArray(String[]::new))
            .setParameter(
                "recordeds",
                arrived.stream()
                    .map(a -> a.recorded().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new))
            .getResultList();
    return rows.stream().map(InstructionMatches::match).toList();
  }

  /** The letters of those that were chosen: they are long, so nobody else's are read. */
  @SuppressWarnings("unchecked")
  Map<UUID, CoverTemplate> covers(Collection<Match> chosen) {
    if (chosen.isEmpty()) {
      return Map.of();
    }
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select s.id, s.cover_paper_kind, s.cover_title, s.cover_text, s.due_days_before,
                  s.cover_allowance
                from standing_instruction s where s.id = any(:ids)
                """,
                Object[].class)
            .setParameter(
                "ids", chosen.stream().map(Match::instruction).distinct().toArray(UUID[]::new))
            .getResultList();
    var covers = new HashMap<UUID, CoverTemplate>();
    for (Object[] row : rows) {
      covers.put(
          (UUID) row[0],
          new CoverTemplate(
              (String) row[1],
              (String) row[2],
              (String) row[3],
              (Integer) row[4],
              (Integer) row[5]));
    }
    return covers;
  }

  private static Match match(Object[] row) {
    return new Match(
        (UUID) row[0],
        OrganizationCode.of((String) row[1]),
        (String) row[2],
        InstructionTable.date(row[3]),
        (UUID) row[4],
        InstructionTable.selection(row, 5),
        new Paper(
            (String) row[9],
            (String) row[10],
            (Integer) row[11],
            OrganizationCode.of((String) row[12]),
            (String) row[13],
            WireNames.usage((String) row[14]),
            (String) row[15],
            Objects.requireNonNull(InstructionTable.date(row[16])),
            (String) row[17]));
  }
}
