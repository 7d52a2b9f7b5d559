-- Attempts to tell organisations over other channels than the inbox that a notice waits for them: the work of whoever sends, with
-- what it takes to go on after a crash. They lie here because addresses do, and those leave the registry in no event. What the
-- world hears of an attempt is told by events; what stands here is how far the work is. docs/adr/0015-who-knows-addresses-sends.md
create table attempt (
  id           uuid        primary key,
  notice_id    uuid        not null,
  organization text        collate "C" not null,
  -- Counts the contacts that were tried for one organisation and notice.
  ordinal      integer     not null,
  tier         text        not null,
  usage        text        not null,
  -- Who sent the paper on the way that led here.
  sender       text        not null,
  channel      text        not null check (channel in ('email', 'fax', 'telephone', 'post')),
  -- Without a foreign key: what the law has erased is gone, and the attempt fails for it.
  contact_id   uuid        not null,
  state        text        not null check (state in ('created', 'sending', 'sent', 'temporary-failure', 'permanent-failure')),
  reason       text,
  -- Counts its events.
  seq          bigint      not null,
  tries        integer     not null default 0,
  -- When it is to be tried; while it is being sent, when whoever is at it counts as gone; null where nothing is to be done here.
  due_at       timestamptz,
  causation_id text        not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  check ((reason is not null) = (state in ('temporary-failure', 'permanent-failure'))),
  -- So that a repeated arrival makes no second attempt, and a failure no second one after it.
  unique (notice_id, organization, ordinal)
);
create index attempt_due on attempt (channel, due_at) where due_at is not null;

-- The order in which contacts are tried: e-mail before what a person has to do, what is known to work before the rest, what is
-- meant for the organisation as a whole before departments.
create function contact_rank(channel text, reachability text, department text) returns integer language sql immutable parallel safe
  return case channel when 'email' then 0 when 'fax' then 100 when 'telephone' then 200 when 'post' then 300 else 900 end
    + case reachability when 'reachable' then 0 when 'untested' then 10 else 20 end
    + case when department is null then 0 else 1 end;

alter table attempt enable row level security;
alter table attempt force row level security;
create policy sending on attempt using ((select current_setting('todoke.org', true)) = 'system');
