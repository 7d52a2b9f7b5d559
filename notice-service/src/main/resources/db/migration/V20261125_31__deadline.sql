-- The second clock: how many office days a tier is given from its own receipt on. Written down when the notice is issued, what the
-- service gives by default too, so that a change of its settings changes no deadline of a paper that is out.
create table notice_allowance (
  notice_id   uuid    not null,
  tier        text    not null,
  office_days integer not null check (office_days between 1 and 250),
  -- By the issuer; otherwise the default.
  given       boolean not null,
  primary key (notice_id, tier)
);
revoke update, delete, truncate on notice_allowance from ${appRole};

-- A forwarder gives those to whom it passes the paper fewer days, never more than the issuer.
alter table cover_letter add column allowance integer check (allowance between 1 and 250);
-- Beside the date that the letter set: who may see an arrival may see its deadline, and need not read the letter.
alter table arrival add column allowance integer check (allowance between 1 and 250);

alter table notice_allowance enable row level security;
alter table notice_allowance force row level security;
create policy system_sees_all on notice_allowance for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');
create policy reading on notice_allowance for select to ${appRole}
  using (exists (select from notice n where n.id = notice_id));
create policy issuing on notice_allowance for insert to ${appRole}
  with check (notice_id in (select i.notice_id from own_issue i));

-- What the suite does by itself looks at every arrival of a notice; asking for the delivery of each took longer than the rest.
-- PostgreSQL asks the policies of a table from the last name to the first.
create policy system_sees_all on arrival for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');

-- When each delivery has to be done, by both clocks, and when it was: lateness is what a query makes of these days and of the day
-- for which it asks. Row-level security applies.
--   due_on         the absolute date: the earliest that the notice or a cover letter on the way set
--   allowed_until  own receipt and the office days given from then on; of several arrivals the one that leaves the least time
--   expected_by    the day by which one is chased. Who has to pass the paper on: the end of the own allowance, because those below
--                  need the rest of the time. Who has nobody below: the date, or the end of the own allowance where the paper came
--                  so late that this is the later day. So nobody is chased for the delay of those above.
create view delivery_deadline with (security_invoker = true) as
select d.notice_id, d.organization, d.tier, d.usage, d.excused_reason,
  duty.duty, d.due_on, day.received_on, own.office_days, own.giver, own.counted_from, own.allowed_until,
  due.expected_by, case when due.expected_by = own.allowed_until and (d.has_children or d.due_on is distinct from due.expected_by)
    then 'allowance' when due.expected_by is not null then 'date' end as clock,
  duty.done_at, cast(duty.done_at at time zone 'Asia/Tokyo' as date) as done_on
from delivery d
cross join lateral (
  select case when d.tier = 'establishment' and d.checklist_id is not null then 'answer'
      when d.has_children then 'forward' else 'acknowledge' end as duty,
    case when d.tier = 'establishment' and d.checklist_id is not null then d.answered_at
      when d.has_children then d.forwarded_at else d.acknowledged_at end as done_at) duty
cross join lateral (select cast(d.reached_at at time zone 'Asia/Tokyo' as date) as received_on) day
left join lateral (
  select g.office_days, g.giver, r.day as counted_from, u.day as allowed_until
  from arrival a
  left join notice_allowance n on n.notice_id = d.notice_id and n.tier = d.tier
  cross join lateral (
    select case when n.given then least(a.allowance, n.office_days) else coalesce(a.allowance, n.office_days) end as office_days,
      case when a.allowance is not null and (not coalesce(n.given, false) or a.allowance < n.office_days) then 'forwarder'
        when n.given then 'issuer' else 'default' end as giver) g
  join calendar_day r on r.day = cast(a.time at time zone 'Asia/Tokyo' as date)
  join calendar_day u on u.office and u.number = r.number + g.office_days
  where a.notice_id = d.notice_id and a.organization = d.organization
  order by u.day, a.time
  limit 1) own on true
cross join lateral (
  select case when d.has_children then coalesce(own.allowed_until, d.due_on)
    else greatest(d.due_on, own.allowed_until) end as expected_by) due;

-- How many office days came after one day, up to and including another; null beyond the calendar.
create function office_days_between(first date, last date) returns integer language sql stable
  return (select b.number - a.number from calendar_day a, calendar_day b where a.day = first and b.day = last);
