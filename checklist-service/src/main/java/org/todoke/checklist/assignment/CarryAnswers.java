package org.todoke.checklist.assignment;

/**
 * The statement that brings to the assignment for a later version of a notice what was done about
 * the one before. Both are locked. If the later notice asks the same (the action is unchanged, and
 * so is every question), the answers count with their times, results and origins, and so does what
 * is done about findings. Otherwise the answers to unchanged questions make a draft, and only the
 * changed ones are open. Whoever has answered the later one already has said what holds.
 */
final class CarryAnswers {

  /** Each succession of which both assignments are there, and has not been followed yet. */
  static final String PENDING =
      """
      select s.notice_id, s.establishment, s.former_notice_id, s.answer, s.by_organization, s.time, s.event_id,
             n.id, f.id as former_id
      from json_to_recordset(cast(:keys as json)) as k(notice_id uuid, establishment text)
      cross join lateral (
        select s.* from delivery_succession s
        where s.notice_id = k.notice_id and s.establishment = k.establishment and not s.applied
        union all
        select s.* from delivery_succession s
        where s.former_notice_id = k.notice_id and s.establishment = k.establishment and not s.applied) s
      join assignment n on n.notice_id = s.notice_id and n.establishment = s.establishment
      join assignment f on f.notice_id = s.former_notice_id and f.establishment = s.establishment
      -- Of several checklists each follows itself; where either version has one, it follows that.
      where n.checklist_id = f.checklist_id
        or (select count(*) from notice_checklist c where c.notice_id in (n.notice_id, f.notice_id)) = 2
      """;

  private static final String JUDGED =
      """
      with pending as (
        select distinct * from (%s) p
      ), judged as materialized (
        select p.*, n.checklist_id, n.checklist_version, n.seq as present_seq, f.closure_reason as former_closure,
               coalesce(f.answerable_since, f.arrived_at) as former_since,
               p.answer = 'kept' and cn.items = cf.items as same,
               n.state = 'open' and not exists (
                 select from submission m where m.notice_id = n.notice_id and m.assignment_id = n.id) as receives,
               cn.items, cf.items as former_items
        from pending p
        join assignment n on n.id = p.id
        join assignment f on f.id = p.former_id
        join checklist cn on cn.id = n.checklist_id and cn.version = n.checklist_version
        join checklist cf on cf.id = f.checklist_id and cf.version = f.checklist_version
      ), answered as materialized (
        select j.*, m.status, m.result, m.revision, m.answered_at, m.draft_saved_at,
               j.same and m.revision > 0 as counts,
               case when j.same then m.draft else (
                 select jsonb_object_agg(a.key, a.value)
                 from jsonb_each(coalesce(m.draft, r.answers)) a
                 join jsonb_array_elements(j.items) q on q ->> 'id' = a.key
                 join jsonb_array_elements(j.former_items) o on o = q) end as draft,
               coalesce(m.draft_saved_at, r.recorded_at) as saved_at
        from judged j
        join submission m on m.notice_id = j.former_notice_id and m.assignment_id = j.former_id
        left join submission_revision r on r.notice_id = m.notice_id and r.assignment_id = m.assignment_id
          and r.revision = m.revision
        where j.receives
      ), opened as (
        insert into submission (notice_id, assignment_id, status, result, revision, answered_at, draft,
          draft_saved_at, edition)
        select a.notice_id, a.id, case when a.counts then a.status else 'in-progress' end,
               case when a.counts then a.result else 'not-assessed' end,
               case when a.counts then a.revision else 0 end,
               case when a.counts then a.answered_at end,
               a.draft, case when a.draft is not null then a.saved_at end, 1
        from answered a where a.counts or a.draft is not null
      ), revision as materialized (
        select a.notice_id as to_notice, a.id as to_assignment, a.former_id, r.*
        from answered a
        join submission_revision r on r.notice_id = a.former_notice_id and r.assignment_id = a.former_id
        where a.counts
      ), given as (
        insert into submission_revision (notice_id, assignment_id, revision, answers, result, origin,
          by_organization, channel, answered_at, recorded_at, carried_from)
        select to_notice, to_assignment, revision, answers, result, origin, by_organization, channel, answered_at,
               recorded_at, coalesce(carried_from, former_id)
        from revision
      )
      """
          .formatted(PENDING);

  /** Unfinished ones of a former version that was ended first were withdrawn with it. */
  private static final String REMEDIATIONS =
      """
      , remedy as materialized (
        select a.notice_id as to_notice, a.id as to_assignment, gen_random_uuid() as to_id, r.*,
               case when r.state <> 'withdrawn' then r.state when r.started_at is null then 'open'
                 else 'in-progress' end as to_state
        from answered a
        join remediation r on r.notice_id = a.former_notice_id and r.assignment_id = a.former_id
        where a.counts and (r.state <> 'withdrawn'
          or r.withdrawal_reason = 'assignment-closed' and a.former_closure = 'notice-superseded')
      ), followed as (
        insert into remediation (notice_id, id, assignment_id, item_id, revision, state, opened_at, started_at,
          measures, completed_on, completed_by, channel, recorded_at)
        select to_notice, to_id, to_assignment, item_id, revision, to_state, opened_at, started_at, measures,
               completed_on, completed_by, channel, recorded_at
        from remedy
      )
      """;

  private static final String SAID =
      """
      , news as (
        select to_assignment as id, 1 as kind, revision as n, cast(null as uuid) as which,
               case when revision = 1 then 'submission.completed' else 'submission.amended' end as type,
               answered_at as time,
               jsonb_build_object('revision', revision, 'result', result, 'origin', origin,
                 'carriedFrom', coalesce(carried_from, former_id)) as more
        from revision
        union all
        select to_assignment, 2, revision, to_id, 'remediation.opened', opened_at,
               jsonb_build_object('remediationId', to_id, 'itemId', item_id)
        from remedy
        union all
        select to_assignment, 3, revision, to_id, 'remediation.completed',
               (cast(completed_on as timestamp) at time zone 'Asia/Tokyo'),
               jsonb_build_object('remediationId', to_id, 'itemId', item_id)
        from remedy where to_state = 'completed'
      ), numbered as materialized (
        select w.*, row_number() over (partition by w.id order by w.kind, w.n, w.which) as place from news w
      ), linked as (
        update assignment a
        set seq = a.seq + (select count(*) from numbered w where w.id = a.id),
            carried_over_from = j.former_id,
            answerable_since = case when j.same then least(j.former_since, a.arrived_at) end
        from judged j where a.id = j.id
      ), left_behind as (
        update assignment a set carried_over_to = j.id from judged j where a.id = j.former_id
      ), followed_up as (
        update delivery_succession s set applied = true
        from judged j where s.notice_id = j.notice_id and s.establishment = j.establishment
      ), fact as (
        insert into assignment_fact
          (notice_id, assignment_id, kind, by_organization, time, recorded_time, details)
        select j.notice_id, j.id, 'carried-over', j.by_organization, j.time, cast(:now as timestamptz),
               jsonb_build_object('formerAssignmentId', j.former_id,
                 'answer', case when a.counts then 'kept' when a.draft is not null then 'draft' else 'none' end)
        from judged j left join answered a on a.id = j.id
      )
      insert into outbox
        (type, subject, partition_key, sequence, time, recorded_time, correlation_id, causation_id, traceparent, data)
      select w.type, cast(w.id as text), cast(w.id as text), j.present_seq + w.place, w.time,
             cast(:now as timestamptz), cast(j.notice_id as text), j.event_id, cast(:trace as text),
             cast(jsonb_build_object('assignmentId', j.id, 'noticeId', j.notice_id, 'checklistId', j.checklist_id,
               'checklistVersion', j.checklist_version, 'establishment', j.establishment) || w.more as json)
      from numbered w join judged j on j.id = w.id
      order by w.id, w.place
      """;

  static final String STATEMENT = JUDGED + REMEDIATIONS + SAID;

  private CarryAnswers() {}
}
