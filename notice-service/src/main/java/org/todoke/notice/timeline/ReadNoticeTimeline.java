package org.todoke.notice.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.path.ReadTimeline;
import org.todoke.notice.place.AsSuite;
import org.todoke.notice.place.Kinds;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.web.Cursor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * What happened to a notice: its own facts, and of its cascade who passed it on, sent it back or
 * came into the audience later, as far as the caller may see them. What happened to each single
 * delivery is in the timeline of the delivery; here it is counted, day by day.
 */
@ApplicationScoped
public class ReadNoticeTimeline {

  /** Members of details that name somebody who may be none of a reader's business. */
  private static final Set<String> OTHERS = Set.of("by", "from", "rightOrganization", "insteadOf");

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  /** The types are those of the index {@code fact_cascade}, which is in this order. */
  private static final String ENTRIES =
      """
      select t.type, t.time, t.recorded_time, t.actor, t.data, t.organization, t.seq, o.name, o.kind
      from (
        (select f.type, f.time, f.recorded_time, f.actor, cast(f.data as text) as data,
          '' as organization, f.seq
        from notice_fact f
        where f.notice_id = :notice
          and (f.recorded_time, '', f.seq) > (:recorded, cast(:organization as text), :seq)
        order by f.recorded_time, f.seq limit :rows)
        union all
        (select f.type, f.time, f.recorded_time, f.actor, cast(f.data as text), f.organization, f.seq
        from fact f
        where f.notice_id = :notice and f.type in ('forwarding.forwarded', 'forwarding.rejected',
            'forwarding.rerouted', 'forwarding.rejection-declined', 'forwarding.finalized',
            'delivery.added')
          and (f.recorded_time, f.organization, f.seq) > (:recorded, cast(:organization as text), :seq)
          and %s
        order by f.recorded_time, f.organization, f.seq limit :rows)) t
      left join organization o on o.code = t.organization
      order by t.recorded_time, t.organization, t.seq
      limit :rows
      """;

  private static final String DAYS =
      """
      select h.day, h.tier,
        count(*) filter (where h.what = 0), count(*) filter (where h.what = 1),
        count(*) filter (where h.what = 2), count(*) filter (where h.what = 3),
        count(*) filter (where h.what = 4)
      from (
        select d.tier, e.what, cast(e.at at time zone 'Asia/Tokyo' as date) as day
        from delivery d
        cross join lateral (values (0, d.reached_at), (1, d.acknowledged_at), (2, d.forwarded_at),
          (3, d.answered_at), (4, d.excused_at)) e (what, at)
        where d.notice_id = :notice and e.at is not null and %s) h
      where (h.day, h.tier) > (:day, cast(:tier as text))
      group by h.day, h.tier
      order by h.day, h.tier
      limit :rows
      """;

  private final Standings standings;
  private final EntityManager em;
  private final ObjectMapper json;

  ReadNoticeTimeline(Standings standings, EntityManager em, ObjectMapper json) {
    this.standings = standings;
    this.em = em;
    this.json = json;
  }

  /**
   * The oldest first.
   *
   * @throws Refusal {@code notice.not-found} for a notice that is none of the caller's
   */
  public Page<NoticeEntry> of(UUID notice, OrganizationCode caller, PageRequest page) {
    Standing standing = standing(notice, caller);
    EntryPosition after =
        Objects.requireNonNullElse(page.after(EntryPosition::parse), EntryPosition.BEGINNING);
    List<Object[]> rows =
        AsSuite.read(
            () ->
                rows(
                    query(ENTRIES, "f", notice, standing)
                        .setParameter("recorded", after.recordedTime())
                        .setParameter("organization", after.organization())
                        .setParameter("seq", after.seq())
                        .setParameter("rows", page.rowsToRead())));
    return Page.of(rows, page.limit(), row -> position(row).toString())
        .map(row -> entry(row, standing));
  }

  /**
   * What happened on each day, by tier.
   *
   * @throws Refusal {@code notice.not-found} for a notice that is none of the caller's
   */
  public Page<DayOfTier> days(UUID notice, OrganizationCode caller, PageRequest page) {
    Standing standing = standing(notice, caller);
    DayPosition after =
        Objects.requireNonNullElse(page.after(DayPosition::parse), DayPosition.BEGINNING);
    List<Object[]> rows =
        AsSuite.read(
            () ->
                rows(
                    query(DAYS, "d", notice, standing)
                        .setParameter("day", after.day())
                        .setParameter("tier", after.tier())
                        .setParameter("rows", page.rowsToRead())));
    return Page.of(rows, page.limit(), row -> Cursor.join(row[0], row[1]))
        .map(ReadNoticeTimeline::day);
  }

  private record DayPosition(LocalDate day, String tier) {

    static final DayPosition BEGINNING = new DayPosition(LocalDate.EPOCH, "");

    static DayPosition parse(String text) {
      List<String> parts = Cursor.parts(text, 2);
      return new DayPosition(LocalDate.parse(parts.get(0)), parts.get(1));
    }
  }

  private Standing standing(UUID notice, OrganizationCode caller) {
    return QuarkusTransaction.requiringNew().call(() -> standings.of(notice, caller));
  }

  /**
   * @param alias of the table whose rows are limited to what the reader may see
   */
  private Query query(String sql, String alias, UUID notice, Standing standing) {
    String visible =
        standing.usesViewer()
            ? alias + ".organization in (" + standing.everybodyVisible() + ")"
            : "true";
    // A plan that is kept would not know that a page is short.
    em.createNativeQuery("set local plan_cache_mode = force_custom_plan").executeUpdate();
    Query query =
        em.createNativeQuery(sql.formatted(visible), Object[].class).setParameter("notice", notice);
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    return query;
  }

  private static EntryPosition position(Object[] row) {
    return new EntryPosition((Instant) row[2], (String) row[5], ((Number) row[6]).longValue());
  }

  private NoticeEntry entry(Object[] row, Standing standing) {
    String caller = standing.organization().value();
    String organization = (String) row[5];
    String actor = (String) row[3];
    Map<String, Object> details = new LinkedHashMap<>(parse((String) row[4]));
    boolean shown =
        organization.isEmpty()
            || standing.issuer()
            || actor.equals(organization)
            || actor.equals(caller);
    if (!organization.isEmpty() && !actor.equals(caller)) {
      details.keySet().retainAll(ReadTimeline.WITHOUT_WORDS);
      if (!standing.issuer()) {
        details
            .entrySet()
            .removeIf(d -> OTHERS.contains(d.getKey()) && !d.getValue().equals(caller));
      }
    }
    return new NoticeEntry(
        (String) row[0],
        (Instant) row[1],
        (Instant) row[2],
        organization.isEmpty() ? null : OrganizationCode.of(organization),
        (String) row[7],
        row[8] == null ? null : Kinds.ofWireName((String) row[8]),
        shown ? OrganizationCode.parse(actor).orElse(null) : null,
        details);
  }

  private static DayOfTier day(Object[] row) {
    return new DayOfTier(
        (LocalDate) row[0],
        Kinds.ofWireName((String) row[1]),
        count(row[2]),
        count(row[3]),
        count(row[4]),
        count(row[5]),
        count(row[6]));
  }

  private static long count(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }

  private Map<String, Object> parse(String text) {
    try {
      return json.readValue(text, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }
}
