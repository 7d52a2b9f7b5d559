package org.todoke.notice.path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** What happened to a delivery, in the order in which it was entered. */
@ApplicationScoped
public class ReadTimeline {

  /** What a fact says without anybody's own words. */
  public static final Set<String> WITHOUT_WORDS =
      Set.of(
          "from",
          "channel",
          "first",
          "dueOn",
          "coverLetterId",
          "liftedExcuse",
          "addressed",
          "omitted",
          "automatic",
          "standingInstructionId",
          "received",
          "excused",
          "excuse",
          "by",
          "rightOrganization",
          "formerNoticeId",
          "acknowledged",
          "rejected",
          "forwarded",
          "answer",
          "formerDueOn",
          "extendedBy",
          "insteadOf",
          "added",
          "direction",
          "assignmentId",
          "revision",
          "origin",
          "remediationId",
          "reminderId",
          "escalationId",
          "rung",
          "step",
          "to",
          "clock",
          "until",
          "attemptId",
          "state",
          "failure",
          "nextChannel",
          "exhausted");

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  /**
   * Whether the caller has to act on what was said: the next above, and nobody further. And the
   * places through which it looks at a corporation: other cities are none of its business.
   */
  private static final String VIEW =
      """
      select case d.tier
          when 'establishment' then :caller in (d.municipality, d.corporation)
          when 'corporation' then exists (select from corporation_place p
            where p.notice_id = d.notice_id and p.corporation = d.organization
              and p.municipality = :caller)
          else :caller = d.prefecture end is true
        or d.organization = :caller,
        case when d.tier = 'corporation' and d.organization <> :caller then (
          select string_agg(distinct p.prefecture || ' ' || p.municipality, ' ')
          from corporation_place p
          where p.notice_id = d.notice_id and p.corporation = d.organization
            and :caller in (p.prefecture, p.municipality)) end
      from delivery d
      where d.notice_id = :notice and d.organization = :organization and %s
      """;

  private static final String FACTS =
      """
      select t.type, t.time, t.recorded_time, t.actor, t.data, t.source, t.stream, t.seq
      from (
        select f.type, f.time, f.recorded_time, f.actor, cast(f.data as text) as data, 0 as source,
          '' as stream, f.seq
        from fact f where f.notice_id = :notice and f.organization = :organization
        union all
        select a.type, a.time, a.recorded_time, null,
          cast(json_strip_nulls(json_build_object('assignmentId', a.assignment_id,
            'revision', a.revision, 'origin', a.origin, 'remediationId', a.remediation_id)) as text),
          1, cast(a.assignment_id as text), a.seq
        from answer_fact a where a.notice_id = :notice and a.organization = :organization
        union all
        select case s.state when 'created' then 'attempt.created' when 'sent' then 'attempt.sent'
            else 'attempt.failed' end,
          s.time, s.recorded_time, null,
          cast(json_strip_nulls(json_build_object('attemptId', s.attempt_id, 'channel', s.channel,
            'state', s.state, 'failure', s.reason,
            'exhausted', case when s.exhausted then true end)) as text),
          2, cast(s.attempt_id as text), s.seq
        from delivery_attempt_fact s
        where s.notice_id = :notice and s.organization = :organization and s.stream = 0) t
      where (t.recorded_time, t.source, t.stream, t.seq) > (:recorded, :source, :stream, :seq)
      order by t.recorded_time, t.source, t.stream, t.seq
      limit :rows
      """;

  private final Standings standings;
  private final EntityManager em;
  private final ObjectMapper json;

  ReadTimeline(Standings standings, EntityManager em, ObjectMapper json) {
    this.standings = standings;
    this.em = em;
    this.json = json;
  }

  /**
   * @throws Refusal {@code notice.not-found} or {@code delivery.not-found}, also for what is not
   *     the caller's to see
   */
  @Transactional
  public Page<TimelineEntry> of(
      UUID notice, OrganizationCode organization, OrganizationCode caller, PageRequest page) {
    View view = view(notice, organization, standings.of(notice, caller));
    TimelinePosition after =
        Objects.requireNonNullElse(page.after(TimelinePosition::parse), TimelinePosition.BEGINNING);
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(FACTS)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("recorded", after.recordedTime())
            .setParameter("source", after.source())
            .setParameter("stream", after.stream())
            .setParameter("seq", after.seq())
            .setParameter("rows", page.rowsToRead())
            .getResultList();
    return Page.of(rows, page.limit(), row -> position(row).toString())
        .map(row -> entry(row, view, caller));
  }

  /**
   * What of the facts is shown.
   *
   * @param places empty if every place may be named
   */
  private record View(boolean withWords, Optional<Set<String>> places) {

    /** Places are the only ones that can be somebody else's business. */
    boolean shows(@Nullable Object code) {
      return !String.valueOf(code).startsWith("lg:")
          || places.map(known -> known.contains(code)).orElse(true);
    }
  }

  private View view(UUID notice, OrganizationCode organization, Standing standing) {
    Query query =
        em.createNativeQuery(VIEW.formatted(standing.visible("d")))
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .setParameter("caller", standing.organization().value());
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    List<?> found = query.getResultList();
    if (found.isEmpty()) {
      throw Refusal.notFound("delivery.not-found");
    }
    Object[] row = (Object[]) found.get(0);
    return new View(
        (Boolean) row[0],
        standing.issuer() || row[1] == null
            ? Optional.empty()
            : Optional.of(Set.copyOf(List.of(((String) row[1]).split(" ")))));
  }

  private static TimelinePosition position(Object[] row) {
    return new TimelinePosition(
        (Instant) row[2],
        ((Number) row[5]).intValue(),
        (String) row[6],
        ((Number) row[7]).longValue());
  }

  private TimelineEntry entry(Object[] row, View view, OrganizationCode caller) {
    Map<String, Object> details = new LinkedHashMap<>(parse((String) row[4]));
    if (!view.withWords() && !caller.value().equals(row[3])) {
      details.keySet().retainAll(WITHOUT_WORDS);
    }
    details.values().removeIf(value -> !view.shows(value));
    return new TimelineEntry(
        (String) row[0],
        (Instant) row[1],
        (Instant) row[2],
        row[3] == null || !view.shows(row[3])
            ? null
            : OrganizationCode.parse((String) row[3]).orElse(null),
        details);
  }

  private Map<String, Object> parse(String text) {
    try {
      return json.readValue(text, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }
}
