package org.todoke.notice.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.AssignmentClosed;
import org.todoke.contracts.event.AssignmentCreated;
import org.todoke.contracts.event.AssignmentReopened;
import org.todoke.contracts.event.RemediationRecorded;
import org.todoke.contracts.event.SubmissionRecorded;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;

/**
 * Enters on the deliveries what checklist-service tells of their answers. The facts are kept, each
 * once, and what a delivery says is worked out from all of its facts: neither repetition nor
 * disorder makes a difference. Three statements, however many events.
 */
@ApplicationScoped
public class FollowAnswers implements EventHandler {

  private static final String EVENTS =
      """
      from jsonb_to_recordset(cast(:events as jsonb)) as e (
        notice_id uuid, organization text, assignment_id uuid, seq bigint, type text,
        time timestamptz, recorded_time timestamptz, revision integer, result text, origin text,
        remediation_id uuid)
      """;

  /** Locked in one order, so that two batches never wait for each other in a circle. */
  private static final String LOCK =
      """
      select
        (select count(*) from (select distinct e.notice_id, e.organization %1$s) wanted),
        (select count(*) from (
          select d.organization from delivery d
          where (d.notice_id, d.organization) in (select e.notice_id, e.organization %1$s)
          order by d.notice_id, d.organization
          for update) locked)
      """
          .formatted(EVENTS);

  private static final String KEEP =
      """
      insert into answer_fact (notice_id, organization, assignment_id, seq, type, time,
        recorded_time, revision, result, origin, remediation_id, entered_at)
      select e.notice_id, e.organization, e.assignment_id, e.seq, e.type, e.time, e.recorded_time,
        e.revision, e.result, e.origin, e.remediation_id, cast(:now as timestamptz)
      %s
      on conflict do nothing
      """
          .formatted(EVENTS);

  /** The result of all checklists together, by an alias of theirs. */
  static final String RESULT_OF_ALL =
      """
      case when count(*) = 1 then min(%1$s.result)
        when bool_or(%1$s.result = 'not-assessed') then 'not-assessed'
        when bool_and(%1$s.result = 'not-applicable') then 'not-applicable'
        when bool_and(%1$s.result in ('compliant', 'not-applicable')) then 'compliant'
        when bool_and(%1$s.result in ('non-compliant', 'not-applicable')) then 'non-compliant'
        else 'partially-compliant' end""";

  /**
   * Answered when it was first answered; an amendment changes the result and not the day. Who has
   * several checklists has answered when it has answered the last of them, and its result is that
   * of all: compliant only where none is not. Whether that was in time is judged once, by the date
   * that held when the answer became known here: a date set later blames nobody for the past. A
   * deadline is a day in Japan.
   */
  private static final String ENTER =
      """
      with told as (
        select f.* from answer_fact f
        where (f.notice_id, f.organization) in (select e.notice_id, e.organization %s)
      ), answer as (
        select notice_id, organization, assignment_id, min(time) as answered_at,
          (array_agg(result order by seq desc))[1] as result
        from told
        where type in ('submission.completed', 'submission.amended')
        group by 1, 2, 3
      ), submission as (
        select a.notice_id, a.organization, max(a.answered_at) as answered_at,
          %s as result
        from answer a
        join delivery w on w.notice_id = a.notice_id and w.organization = a.organization
        group by 1, 2, w.more_checklists
        having count(*) > coalesce(cardinality(w.more_checklists), 0)
      ), remediation as (
        select notice_id, organization,
          count(*) filter (where type = 'remediation.opened') as open,
          count(*) filter (where type = 'remediation.completed') as completed
        from (
          select distinct on (notice_id, organization, remediation_id)
            notice_id, organization, type
          from told
          where remediation_id is not null
          order by notice_id, organization, remediation_id, seq desc) latest
        group by 1, 2
      ), now_known as (
        select l.notice_id, l.organization, l.seq, s.answered_at, s.result,
          coalesce(r.open, 0) as open, coalesce(r.completed, 0) as completed
        from (select notice_id, organization, max(seq) as seq from told group by 1, 2) l
        left join submission s using (notice_id, organization)
        left join remediation r using (notice_id, organization)
      )
      update delivery d set
        answered_at = k.answered_at,
        answered_on_time = case
          when d.answered_at is not distinct from k.answered_at then d.answered_on_time
          else cast(k.answered_at at time zone 'Asia/Tokyo' as date) <= d.due_on end,
        result = k.result,
        open_remediations = k.open,
        completed_remediations = k.completed,
        assignment_seq = k.seq
      from now_known k
      where d.notice_id = k.notice_id and d.organization = k.organization
        and (d.answered_at, d.result, d.open_remediations, d.completed_remediations,
             d.assignment_seq)
          is distinct from (k.answered_at, k.result, k.open, k.completed, k.seq)
      """
          .formatted(EVENTS, RESULT_OF_ALL.formatted("a"));

  private final EventDataReader reader;
  private final EntityManager em;
  private final ObjectMapper json;
  private final Clock clock;

  FollowAnswers(EventDataReader reader, EntityManager em, ObjectMapper json, Clock clock) {
    this.reader = reader;
    this.em = em;
    this.json = json;
    this.clock = clock;
  }

  /** As the statements take it. */
  private record Row(
      UUID notice_id,
      String organization,
      UUID assignment_id,
      long seq,
      String type,
      Instant time,
      Instant recorded_time,
      @Nullable Integer revision,
      @Nullable String result,
      @Nullable String origin,
      @Nullable UUID remediation_id) {

    static Row of(EventEnvelope event, UUID notice, OrganizationCode establishment, UUID id) {
      return new Row(
          notice,
          establishment.value(),
          id,
          event.sequence(),
          event.type(),
          event.time(),
          event.recordedTime(),
          null,
          null,
          null,
          null);
    }

    Row answered(SubmissionRecorded s) {
      return new Row(
          notice_id,
          organization,
          assignment_id,
          seq,
          type,
          time,
          recorded_time,
          s.revision(),
          s.result().wireName(),
          s.origin().wireName(),
          null);
    }

    Row about(UUID remediation) {
      return new Row(
          notice_id,
          organization,
          assignment_id,
          seq,
          type,
          time,
          recorded_time,
          null,
          null,
          null,
          remediation);
    }
  }

  @Override
  public void handle(List<EventEnvelope> events) {
    List<Row> rows = new ArrayList<>(events.size());
    events.forEach(event -> read(event).ifPresent(rows::add));
    if (rows.isEmpty()) {
      return;
    }
    String batch = write(rows);
    Object[] counts =
        (Object[]) em.createNativeQuery(LOCK).setParameter("events", batch).getSingleResult();
    if (!counts[0].equals(counts[1])) {
      throw new UnknownDelivery();
    }
    em.createNativeQuery(KEEP)
        .setParameter("events", batch)
        .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
        .executeUpdate();
    em.createNativeQuery(ENTER).setParameter("events", batch).executeUpdate();
  }

  /** Empty for what this version does not know. */
  private Optional<Row> read(EventEnvelope event) {
    return EventType.ofWireName(event.type())
        .map(
            type ->
                switch (type) {
                  case ASSIGNMENT_CREATED -> {
                    var a = reader.read(event, AssignmentCreated.class);
                    yield Row.of(event, a.noticeId(), a.establishment(), a.assignmentId());
                  }
                  case ASSIGNMENT_CLOSED -> {
                    var a = reader.read(event, AssignmentClosed.class);
                    yield Row.of(event, a.noticeId(), a.establishment(), a.assignmentId());
                  }
                  case ASSIGNMENT_REOPENED -> {
                    var a = reader.read(event, AssignmentReopened.class);
                    yield Row.of(event, a.noticeId(), a.establishment(), a.assignmentId());
                  }
                  case SUBMISSION_COMPLETED, SUBMISSION_AMENDED -> {
                    var s = reader.read(event, SubmissionRecorded.class);
                    yield Row.of(event, s.noticeId(), s.establishment(), s.assignmentId())
                        .answered(s);
                  }
                  case REMEDIATION_OPENED, REMEDIATION_COMPLETED, REMEDIATION_WITHDRAWN -> {
                    var r = reader.read(event, RemediationRecorded.class);
                    yield Row.of(event, r.noticeId(), r.establishment(), r.assignmentId())
                        .about(r.remediationId());
                  }
                  default -> null;
                });
  }

  private String write(List<Row> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of our own cannot be written", e);
    }
  }
}
