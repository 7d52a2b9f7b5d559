-- Where the answers of one assignment stand. The row appears with the first draft or the first completed answer.
create table submission (
  notice_id      uuid        not null,
  assignment_id  uuid        not null,
  status         text        not null check (status in ('in-progress', 'completed', 'amended')),
  result         text        not null check (result in ('not-assessed', 'compliant', 'partially-compliant', 'non-compliant', 'not-applicable')),
  -- The last completed one; 0 while there is none.
  revision       integer     not null,
  -- When the first completed answer was given: what decides whether it was on time.
  answered_at    timestamptz,
  draft          jsonb,
  draft_saved_at timestamptz,
  edition        integer     not null,
  primary key (notice_id, assignment_id),
  foreign key (notice_id, assignment_id) references assignment,
  check ((status = 'in-progress') = (revision = 0)),
  check ((revision = 0) = (answered_at is null))
);
create unique index submission_assignment on submission (assignment_id);

alter table submission enable row level security;
alter table submission force row level security;
create policy in_line on submission using (
  current_setting('todoke.org', true) = 'system'
  or exists (select 1 from assignment a where a.notice_id = submission.notice_id and a.id = assignment_id));

-- Completed answers: each amendment is a row of its own, and none is changed.
create table submission_revision (
  notice_id       uuid        not null,
  assignment_id   uuid        not null,
  revision        integer     not null check (revision > 0),
  answers         jsonb       not null,
  result          text        not null check (result in ('not-assessed', 'compliant', 'partially-compliant', 'non-compliant', 'not-applicable')),
  origin          text        not null check (origin in ('establishment', 'corporation', 'proxy')),
  by_organization text        not null,
  channel         text        not null check (channel in ('inbox', 'email', 'fax', 'telephone', 'post', 'by-hand')),
  answered_at     timestamptz not null,
  recorded_at     timestamptz not null check (recorded_at >= answered_at),
  primary key (notice_id, assignment_id, revision),
  foreign key (notice_id, assignment_id) references submission
);
create index submission_revision_assignment on submission_revision (assignment_id, revision);

alter table submission_revision enable row level security;
alter table submission_revision force row level security;
create policy in_line on submission_revision using (
  current_setting('todoke.org', true) = 'system'
  or exists (select 1 from assignment a where a.notice_id = submission_revision.notice_id and a.id = assignment_id));
revoke update, delete on submission_revision from ${appRole};
