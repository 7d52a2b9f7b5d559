-- An assignment ends with its notice; one whose notice has a later version goes on as another.
alter table assignment drop constraint assignment_closure_reason_check;
alter table assignment add constraint assignment_closure_reason_check check (closure_reason in (
  'excused', 'collection-ended', 'not-concerned', 'establishment-closed', 'notice-closed', 'notice-cancelled', 'notice-superseded'));
alter table assignment
  -- The assignment of the same establishment for the version before, and for the version after.
  add column carried_over_from uuid,
  add column carried_over_to   uuid,
  -- Since when it could be answered, where that is earlier than its arrival: the questions had come before.
  add column answerable_since  timestamptz;

-- The assignment for which it was answered, where that was another.
alter table submission_revision add column carried_from uuid;

-- Notices that are over, kept because their arrivals may be heard of later.
create table notice_end (
  notice_id       uuid        primary key,
  reason          text        not null check (reason in ('notice-closed', 'notice-cancelled', 'notice-superseded')),
  by_organization text        not null,
  time            timestamptz not null,
  event_id        text        not null,
  -- Whether the assignments that were there when it was heard of are all closed: a nation's take several transactions.
  finished        boolean     not null default false
);
create index notice_end_unfinished on notice_end (notice_id) where not finished;
alter table notice_end enable row level security;
alter table notice_end force row level security;
create policy suite_only on notice_end using (current_setting('todoke.org', true) = 'system');

-- Dates that were put off, kept because the arrival that told the former date may be heard of later.
create table delivery_due_change (
  notice_id     uuid   not null,
  establishment text   not null,
  sequence      bigint not null,
  former_due_on date   not null,
  due_on        date   not null,
  primary key (notice_id, establishment, sequence)
);
alter table delivery_due_change enable row level security;
alter table delivery_due_change force row level security;
create policy suite_only on delivery_due_change using (current_setting('todoke.org', true) = 'system');

-- Which delivery takes the place of which, until both of their assignments are there.
create table delivery_succession (
  notice_id        uuid        not null,
  establishment    text        not null,
  former_notice_id uuid        not null,
  answer           text        not null check (answer in ('kept', 'reopened')),
  by_organization  text        not null,
  time             timestamptz not null,
  event_id         text        not null,
  applied          boolean     not null default false,
  primary key (notice_id, establishment)
);
create index delivery_succession_former on delivery_succession (former_notice_id, establishment) where not applied;
alter table delivery_succession enable row level security;
alter table delivery_succession force row level security;
create policy suite_only on delivery_succession using (current_setting('todoke.org', true) = 'system');
