-- How organisations were told over other channels than the inbox: what registry-service tells of the mails that it sends, and what
-- people above recorded of FAX, telephone, post and by hand. Facts; the state of an attempt is its last one.
create table delivery_attempt_fact (
  notice_id     uuid        not null,
  organization  text        not null,
  attempt_id    uuid        not null,
  -- 0: told by the registry, counted for each attempt. 1: recorded here, under the number that it has in the timeline. Whoever
  -- records something about an attempt of the registry does so after it was handed over, so 1 always comes after 0.
  stream        smallint    not null check (stream in (0, 1)),
  seq           bigint      not null,
  tier          text        not null,
  channel       text        not null,
  -- Who sent the paper on the way that led to the attempt: in whose list it waits where a person has to do it.
  sender        text        not null,
  state         text        not null check (state in ('created', 'sent', 'delivered', 'temporary-failure', 'permanent-failure')),
  reason        text,
  -- Given up, and no channel was left to go on over.
  exhausted     boolean     not null default false,
  time          timestamptz not null,
  recorded_time timestamptz not null,
  -- Whose act it was; 'system' for what the suite did by itself.
  actor         text        not null,
  check ((reason is not null) = (state in ('temporary-failure', 'permanent-failure'))),
  check (not exhausted or state = 'permanent-failure'),
  -- Without a foreign key, as all that is written by the hundred thousand.
  primary key (notice_id, organization, attempt_id, stream, seq)
);
revoke update, delete, truncate on delivery_attempt_fact from ${appRole};
-- Both are small: attempts end well, and few have to be made by hand.
create index delivery_attempt_exhausted on delivery_attempt_fact (notice_id, organization) where exhausted;
create index delivery_attempt_by_hand on delivery_attempt_fact (sender, notice_id, organization, attempt_id)
  where state = 'created' and channel <> 'email';
-- See V20261125_90__plans_of_a_new_notice.sql.
alter table delivery_attempt_fact alter column notice_id set statistics 0;

-- Of which tiers anybody was attempted at all: before that, nobody can say that none is unreachable.
create table attempted_tier (
  notice_id uuid not null,
  tier      text not null,
  primary key (notice_id, tier)
);
revoke update, delete, truncate on attempted_tier from ${appRole};

-- Each attempt with its state.
create view delivery_attempt with (security_invoker = true) as
  select f.notice_id, f.organization, f.attempt_id, min(f.channel) as channel, min(f.sender) as sender,
    min(f.recorded_time) as since,
    (array_agg(f.state order by f.stream desc, f.seq desc))[1] as state,
    (array_agg(f.reason order by f.stream desc, f.seq desc))[1] as reason,
    (array_agg(f.time order by f.stream desc, f.seq desc))[1] as time,
    (array_agg(f.recorded_time order by f.stream desc, f.seq desc))[1] as recorded_time,
    (array_agg(f.actor order by f.stream desc, f.seq desc))[1] as actor
  from delivery_attempt_fact f
  group by f.notice_id, f.organization, f.attempt_id;

-- Whom nothing has reached: every channel was given up, none was left, and nothing has been heard of it since or before: it has
-- neither acknowledged nor passed on nor answered, and nobody recorded that it came outside the inbox. Whoever is excused is not
-- expected. Worked out from the facts of those few who ever ran out of channels.
create view unreachable_delivery with (security_invoker = true) as
  select d.notice_id, d.organization, d.tier, d.prefecture, d.municipality, d.corporation
  from (select e.notice_id, e.organization, max(e.recorded_time) as since
    from delivery_attempt_fact e where e.exhausted group by 1, 2) e
  join delivery d on d.notice_id = e.notice_id and d.organization = e.organization
  where d.excused_reason is null and d.acknowledged_at is null and d.forwarded_at is null and d.answered_at is null
    and not exists (
      select from delivery_attempt a
      where a.notice_id = e.notice_id and a.organization = e.organization and a.state <> 'permanent-failure')
    and not exists (
      select from arrival r
      where r.notice_id = e.notice_id and r.organization = e.organization and r.channel not in ('inbox', 'api')
        and r.recorded_time >= e.since);

-- At which nodes each of them counts, as in progress_below; besides at its corporation, as a whole and as each place sees it.
create view unreachable_below with (security_invoker = true) as
  select u.notice_id, n.node, u.tier, u.organization
  from unreachable_delivery u
  cross join lateral (
    select 'jp' as node
    union
    select u.prefecture where u.tier not in ('prefecture', 'corporation')
    union
    select u.municipality where u.tier = 'establishment'
    union
    select u.corporation where u.tier = 'establishment'
    union
    select u.corporation || '@' || place.code from (values (u.prefecture), (u.municipality)) place (code)
    where u.tier = 'establishment'
    union
    select place.code from corporation_place p cross join lateral (values (p.prefecture), (p.municipality)) place (code)
    where u.tier = 'corporation' and p.notice_id = u.notice_id and p.corporation = u.organization) n
  where n.node is not null;

alter table delivery_attempt_fact enable row level security;
alter table delivery_attempt_fact force row level security;
create policy reading on delivery_attempt_fact for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', actor, sender)
  or exists (select from delivery d
    where d.notice_id = delivery_attempt_fact.notice_id and d.organization = delivery_attempt_fact.organization));
create policy recording on delivery_attempt_fact for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system'
    or actor = (select current_setting('todoke.org', true))
      and (notice_id in (select r.notice_id from own_receipt r) or notice_id in (select i.notice_id from own_issue i)));
create policy owner_as_system on delivery_attempt_fact to current_user
  using (current_setting('todoke.org', true) = 'system');

alter table attempted_tier enable row level security;
alter table attempted_tier force row level security;
create policy reading on attempted_tier for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system' or exists (select from notice n where n.id = notice_id));
create policy recording on attempted_tier for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system'
    or notice_id in (select r.notice_id from own_receipt r) or notice_id in (select i.notice_id from own_issue i));
