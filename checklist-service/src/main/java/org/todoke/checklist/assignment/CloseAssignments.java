package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.StoredJson;
import org.todoke.messaging.Outbox;

/**
 * Closes any number of assignments in one statement, with what is still to be remedied, and says
 * so. The rows must be locked beforehand by a statement of their own: this one then sees every
 * remediation that was opened until then, and the numbers of the events have no gap.
 */
@ApplicationScoped
class CloseAssignments {

  private static final String NAMED =
      """
      select * from json_to_recordset(cast(:closings as json))
        as c(id uuid, reason text, by_organization text, time timestamptz, event_id text)
      """;

  private static final String OF_ENDED_NOTICES =
      """
      select a.id, e.reason, e.by_organization, e.time, e.event_id
      from json_to_recordset(cast(:closings as json)) as c(id uuid)
      join assignment a on a.id = c.id
      join notice_end e on e.notice_id = a.notice_id
      """;

  private static final String STATEMENT =
      """
      with incoming as (
        %s
      ), unfinished as (
        select r.notice_id, r.id, r.assignment_id, r.item_id,
               row_number() over (partition by r.assignment_id order by r.id) as n
        from remediation r join incoming i on i.id = r.assignment_id
        where r.state in ('open', 'in-progress')
      ), closed as (
        update assignment a
        set state = 'closed', closure_reason = i.reason, closed_by = i.by_organization, closed_at = i.time,
            seq = a.seq + 1 + (select count(*) from unfinished u where u.assignment_id = a.id)
        from incoming i
        where a.id = i.id and a.state = 'open'
        returning new.*, old.seq as former_seq, i.event_id
      ), withdrawn as (
        update remediation r
        set state = 'withdrawn', withdrawal_reason = 'assignment-closed', withdrawn_at = c.closed_at
        from unfinished u join closed c on c.id = u.assignment_id
        where r.notice_id = u.notice_id and r.id = u.id
        returning r.id, r.item_id, c.id as assignment_id, c.former_seq + u.n as sequence
      ), fact as (
        insert into assignment_fact (notice_id, assignment_id, kind, by_organization, time, recorded_time, details)
        select c.notice_id, c.id, 'remediation-withdrawn', c.closed_by, c.closed_at, cast(:now as timestamptz),
               jsonb_build_object('remediationId', w.id, 'itemId', w.item_id, 'reason', 'assignment-closed')
        from withdrawn w join closed c on c.id = w.assignment_id
        union all
        select c.notice_id, c.id, 'closed', c.closed_by, c.closed_at, cast(:now as timestamptz),
               jsonb_build_object('reason', c.closure_reason)
        from closed c
      ), said as (
        select 'remediation.withdrawn' as type, c.*, w.sequence,
               json_build_object('remediationId', w.id, 'assignmentId', c.id, 'noticeId', c.notice_id,
                 'checklistId', c.checklist_id, 'checklistVersion', c.checklist_version,
                 'establishment', c.establishment, 'itemId', w.item_id) as data
        from withdrawn w join closed c on c.id = w.assignment_id
        union all
        select 'assignment.closed', c.*, c.seq,
               json_build_object('assignmentId', c.id, 'noticeId', c.notice_id, 'checklistId', c.checklist_id,
                 'checklistVersion', c.checklist_version, 'establishment', c.establishment)
        from closed c
      )
      insert into outbox
        (type, subject, partition_key, sequence, time, recorded_time, correlation_id, causation_id, traceparent, data)
      select type, cast(id as text), cast(id as text), sequence, closed_at, cast(:now as timestamptz),
             cast(notice_id as text), event_id, cast(:trace as text), data
      from said order by id, sequence
      """;

  private final EntityManager entities;
  private final Outbox outbox;
  private final Clock clock;

  CloseAssignments(EntityManager entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** One to close, and the event that led to it, if one did. */
  record Closing(UUID id, AssignmentState.Closed as, @Nullable String eventId) {}

  private record Id(UUID id) {}

  private record Row(
      UUID id, String reason, String by_organization, String time, @Nullable String event_id) {
    static Row of(Closing c) {
      return new Row(
          c.id(),
          c.as().reason().wireName(),
          c.as().by().value(),
          c.as().at().toString(),
          c.eventId());
    }
  }

  /** Those that are closed already stay as they were closed. */
  @Transactional(Transactional.TxType.MANDATORY)
  void close(List<Closing> closings) {
    close(NAMED, closings.stream().map(Row::of).toList());
  }

  /** Those of notices that are over, for the reason that is kept of the notice. */
  @Transactional(Transactional.TxType.MANDATORY)
  void closeEnded(List<UUID> assignments) {
    close(OF_ENDED_NOTICES, assignments.stream().map(Id::new).toList());
  }

  private void close(String source, List<?> rows) {
    if (rows.isEmpty()) {
      return;
    }
    entities
        .createNativeQuery(STATEMENT.formatted(source))
        .setParameter("closings", StoredJson.write(rows))
        .setParameter("now", clock.instant())
        .setParameter("trace", outbox.traceParent().orElse(null))
        .executeUpdate();
    outbox.wakeRelay();
  }
}
