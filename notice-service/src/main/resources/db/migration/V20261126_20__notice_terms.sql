-- A paper's number as it is compared: full-width and half-width are one, blanks and kinds of dashes do not count. What has no figure in
-- it (事務連絡) is no number. Never a key by itself: 老発0711第1号 comes once a year.
create function document_key(printed text) returns text language sql immutable
  return (
    select case when k.key ~ '[0-9一二三四五六七八九十〇]' then k.key end
    from (select upper(regexp_replace(translate(normalize(printed, nfkc), '‐‑‒–—―−', '-------'), '\s', '', 'g')) as key) k);

alter table notice
  add column purpose text not null default 'for-follow-up' check (purpose in ('for-attention', 'for-follow-up')),
  add column confidentiality text not null default 'restricted' check (confidentiality in ('public', 'restricted', 'confidential')),
  -- The date of each tier, where they are not all the same; otherwise due_on is that of everybody. A tier that is not in it has none.
  add column due_by_tier jsonb,
  -- Besides checklist_id, where it asks for more than one.
  add column more_checklists uuid[],
  add column document_key text generated always as (document_key(document_number)) stored,
  add constraint notice_attention check (purpose = 'for-follow-up' or due_on is null and checklist_id is null);

-- Issuer, number and date are the key of a paper. A later version may carry the number of the former.
create unique index notice_document on notice (lead_issuer, document_key, issued_on)
  where document_key is not null and usage = 'actual' and status not in ('draft', 'superseded');
create index notice_public on notice (id) where confidentiality = 'public' and usage = 'actual' and status <> 'draft';

alter table delivery
  -- Whether one of the requested actions asks it; who only passes the paper on is not asked.
  add column asked boolean not null default true,
  add column more_checklists uuid[];

-- By the requested actions of a notice: without any, everybody is asked to know it.
create function asks(actions jsonb, tier text) returns boolean language sql immutable
  return jsonb_array_length(actions) = 0
    or exists (
      select from jsonb_array_elements(actions) a (action)
      where a.action -> 'asks' is null or jsonb_exists(a.action -> 'asks', tier));

create function date_of_tier(due_on date, by_tier jsonb, tier text) returns date language sql stable
  return case when by_tier is null then due_on else cast(by_tier ->> tier as date) end;

-- What a forwarder hands down of the date that holds for itself: where the tiers have dates of their own, only one that a letter on the
-- way set. Where all have the same, there is nothing to tell apart.
create function date_handed_down(own date, by_tier jsonb, tier text) returns date language sql stable
  return case when by_tier is null or own < coalesce(cast(by_tier ->> tier as date), 'infinity') then own end;

-- One extension puts off the dates of several tiers.
alter table deadline_extension drop constraint deadline_extension_pkey, add primary key (notice_id, extended_by, former);

-- Who is not asked and has nobody below has nothing to do, unless a letter on the way set it a date.
create or replace view delivery_deadline with (security_invoker = true) as
select d.notice_id, d.organization, d.tier, d.usage, d.excused_reason,
  duty.duty, d.due_on, day.received_on, own.office_days, own.giver, own.counted_from, own.allowed_until,
  due.expected_by, case when due.expected_by = own.allowed_until and (d.has_children or d.due_on is distinct from due.expected_by)
    then 'allowance' when due.expected_by is not null then 'date' end as clock,
  duty.done_at, cast(duty.done_at at time zone 'Asia/Tokyo' as date) as done_on
from delivery d
cross join lateral (
  select case when d.tier = 'establishment' and d.checklist_id is not null then 'answer'
      when d.has_children then 'forward'
      when d.asked or d.due_on is not null then 'acknowledge' else 'none' end as duty,
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
  where a.notice_id = d.notice_id and a.organization = d.organization and duty.duty <> 'none'
  order by u.day, a.time
  limit 1) own on true
cross join lateral (
  select case when d.has_children then coalesce(own.allowed_until, d.due_on)
    else greatest(d.due_on, own.allowed_until) end as expected_by) due;

-- What is public may be read by every organisation, exercises and tests apart; what is confidential not by way of another notice.
alter policy reading on notice using (
  (select current_setting('todoke.org', true)) = 'system'
  or lead_issuer = (select current_setting('todoke.org', true))
  or status <> 'draft' and (
    confidentiality = 'public' and usage = 'actual' and coalesce((select current_setting('todoke.org', true)), '') <> ''
    or exists (select from own_issue i where i.notice_id = notice.id)
    or exists (select from own_receipt r where r.notice_id = notice.id)
    or confidentiality <> 'confidential' and exists (select from notice_enclosure e where e.enclosed = notice.id and (
      exists (select from own_issue i where i.notice_id = e.notice_id)
      or exists (select from own_receipt r where r.notice_id = e.notice_id)))));
alter policy reading_companions on notice using (
  status <> 'draft' and confidentiality <> 'confidential'
  and exists (select from notice_companion c where c.companion = notice.id and (
    exists (select from own_issue i where i.notice_id = c.notice_id)
    or exists (select from own_receipt r where r.notice_id = c.notice_id))));

-- Notices of which the caller may read the inside: it is asked, and has not sent the paper back.
create view own_opened as
  select notice_id from delivery
  where organization = (select current_setting('todoke.org', true)) and reached_at is not null
    and asked and rejected_at is null and excused_reason is null;
revoke insert, update, delete, truncate on own_opened from ${appRole};

alter policy reading on attachment using (
  exists (select from notice n where n.id = notice_id and (
    n.confidentiality <> 'confidential'
    or (select current_setting('todoke.org', true)) in ('system', n.lead_issuer)
    or exists (select from own_issue i where i.notice_id = n.id)
    or exists (select from own_opened o where o.notice_id = n.id))));

-- The office days that the letters of a standing instruction give.
alter table standing_instruction add column cover_allowance integer check (cover_allowance between 1 and 250);
