-- Who was chased for what: facts, like those of the timeline, in a form in which a statement can look up what has been done.

-- What one organisation is told on one day: everything that it is late with (reminder), or everybody who is late and of whom it has
-- to know (escalation). One of a kind a day, however many notices there are.
create table chase_digest (
  id           uuid        primary key,
  kind         text        not null check (kind in ('reminder', 'escalation')),
  organization text        not null,
  day          date        not null,
  recorded_at  timestamptz not null,
  unique (organization, kind, day)
);
revoke update, delete, truncate on chase_digest from ${appRole};

-- The id follows from what a digest is one of, so that a statement that writes digests and their items need not join the two: it
-- cannot know how many there will be, and took minutes where it guessed one.
create function chase_digest_id(kind text, organization text, day date) returns uuid language sql immutable
  return cast(md5(kind || '/' || organization || '/' || (day - date '2000-01-01')) as uuid);

-- One rung of the ladder, climbed once for each day by which a delivery is expected: a date that is put off begins anew.
create table chase (
  notice_id    uuid    not null,
  organization text    not null,
  kind         text    not null check (kind in ('reminder', 'escalation')),
  due_on       date    not null,
  -- Of a reminder the office days from due_on, below zero before it; of an escalation 1 for the sender, 2 for the issuer.
  rung         integer not null,
  clock        text    not null check (clock in ('date', 'allowance')),
  addressee    text    not null,
  digest_id    uuid    not null,
  day          date    not null,
  primary key (notice_id, organization, kind, due_on, rung)
);
create index chase_digest_item on chase (digest_id, notice_id, organization);
revoke update, delete, truncate on chase from ${appRole};

-- Let be until a day, by somebody above. The last one counts.
create table snooze (
  notice_id    uuid        not null,
  organization text        not null,
  ordinal      integer     not null,
  until        date        not null,
  reason       text        not null,
  given_by     text        not null,
  given_at     timestamptz not null,
  primary key (notice_id, organization, ordinal)
);
revoke update, delete, truncate on snooze from ${appRole};

-- Where the issuer wants other rungs than those of the settings.
create table chase_rule (
  notice_id                 uuid        primary key,
  version                   integer     not null,
  remind                    integer[],
  -- Office days after the day by which it was expected; 0 for never.
  escalate_to_sender_after  integer,
  escalate_to_issuer_after  integer,
  set_by                    text        not null,
  set_at                    timestamptz not null
);

-- How far the work of a day is, so that an instance goes on where another was killed.
create table chase_run (
  day       date    not null,
  notice_id uuid    not null,
  -- All codes up to this one are looked at.
  up_to     text    not null,
  done      boolean not null,
  primary key (day, notice_id)
);
-- The digests of these days are complete.
create table chase_day (
  day          date        primary key,
  completed_at timestamptz not null
);

alter table chase_digest enable row level security;
alter table chase_digest force row level security;
create policy own_or_system on chase_digest to ${appRole}
  using ((select current_setting('todoke.org', true)) in ('system', organization))
  with check ((select current_setting('todoke.org', true)) = 'system');

-- Whoever may see the delivery may see that it was chased, and whoever was told of it.
alter table chase enable row level security;
alter table chase force row level security;
create policy reading on chase for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', organization, addressee)
  or exists (select from delivery d where d.notice_id = chase.notice_id and d.organization = chase.organization));
create policy chasing on chase for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system');

alter table snooze enable row level security;
alter table snooze force row level security;
create policy reading on snooze for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', given_by)
  or exists (select from delivery d where d.notice_id = snooze.notice_id and d.organization = snooze.organization));
create policy snoozing on snooze for insert to ${appRole}
  with check (given_by = (select current_setting('todoke.org', true))
    and exists (select from delivery d where d.notice_id = snooze.notice_id and d.organization = snooze.organization));

alter table chase_rule enable row level security;
alter table chase_rule force row level security;
create policy reading on chase_rule for select to ${appRole} using (
  (select current_setting('todoke.org', true)) = 'system' or exists (select from notice n where n.id = notice_id));
create policy setting on chase_rule for insert to ${appRole}
  with check (set_by = (select current_setting('todoke.org', true)) and notice_id in (select i.notice_id from own_issue i));
create policy changing on chase_rule for update to ${appRole}
  using (notice_id in (select i.notice_id from own_issue i))
  with check (set_by = (select current_setting('todoke.org', true)) and notice_id in (select i.notice_id from own_issue i));

alter table chase_run enable row level security;
alter table chase_run force row level security;
create policy system_only on chase_run to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');
alter table chase_day enable row level security;
alter table chase_day force row level security;
create policy system_only on chase_day to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');
