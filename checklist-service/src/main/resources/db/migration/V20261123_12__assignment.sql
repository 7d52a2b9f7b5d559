-- The duty of one establishment to answer the checklist of one notice.
create table assignment (
  notice_id         uuid        not null,
  id                uuid        not null,
  checklist_id      uuid        not null,
  checklist_version integer     not null,
  establishment     text        not null,
  -- Present lines: they decide who sees it, and follow the registry while it is open.
  prefecture        text,
  municipality      text,
  corporation       text,
  usage             text        not null check (usage in ('actual', 'exercise', 'test')),
  due_on            date,
  -- Of the first arrival, by the clock of what happened.
  arrived_at        timestamptz not null,
  -- The last arrival that was taken in; tells whether an omission came before or after it.
  arrival_sequence  bigint      not null,
  state             text        not null check (state in ('open', 'closed')),
  closure_reason    text check (closure_reason in ('excused', 'collection-ended', 'not-concerned', 'establishment-closed')),
  closed_at         timestamptz,
  closed_by         text,
  -- Counts the events of this assignment.
  seq               bigint      not null,
  primary key (notice_id, id),
  unique (notice_id, establishment),
  foreign key (checklist_id, checklist_version) references checklist,
  check ((state = 'closed') = (closure_reason is not null and closed_at is not null and closed_by is not null))
);
create unique index assignment_id on assignment (id);
create index assignment_establishment on assignment (establishment, notice_id, id);
create index assignment_corporation on assignment (corporation, notice_id, id);
create index assignment_municipality on assignment (municipality, notice_id, id);
create index assignment_prefecture on assignment (prefecture, notice_id, id);

-- The ministry and the issuer are not named here: they count, they do not read single answers.
alter table assignment enable row level security;
alter table assignment force row level security;
create policy in_line on assignment using (
  current_setting('todoke.org', true) in ('system', establishment, corporation, municipality, prefecture));

-- What happened to an assignment: appended, never changed. Codes and numbers only, no free text.
create table assignment_fact (
  id              bigint      generated always as identity,
  notice_id       uuid        not null,
  assignment_id   uuid        not null,
  kind            text        not null,
  -- Absent where the registry told us: its events do not say who changed it.
  by_organization text,
  time            timestamptz not null,
  recorded_time   timestamptz not null,
  details         jsonb       not null default '{}',
  primary key (notice_id, assignment_id, id),
  foreign key (notice_id, assignment_id) references assignment
);
alter table assignment_fact enable row level security;
alter table assignment_fact force row level security;
create policy in_line on assignment_fact using (
  current_setting('todoke.org', true) = 'system'
  or exists (select 1 from assignment a where a.notice_id = assignment_fact.notice_id and a.id = assignment_id));
revoke update, delete on assignment_fact from ${appRole};

-- Excuses of establishments, kept because one may be heard of before the arrival that it belongs to.
create table delivery_excuse (
  notice_id       uuid        not null,
  establishment   text        not null,
  reason          text        not null,
  by_organization text        not null,
  time            timestamptz not null,
  sequence        bigint      not null,
  event_id        text        not null,
  primary key (notice_id, establishment)
);
alter table delivery_excuse enable row level security;
alter table delivery_excuse force row level security;
create policy suite_only on delivery_excuse using (current_setting('todoke.org', true) = 'system');
