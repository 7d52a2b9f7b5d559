-- What is done about one answer that did not comply.
create table remediation (
  notice_id         uuid        not null,
  id                uuid        not null,
  assignment_id     uuid        not null,
  item_id           text        not null,
  -- The submission in which the finding came up.
  revision          integer     not null,
  state             text        not null check (state in ('open', 'in-progress', 'completed', 'withdrawn')),
  opened_at         timestamptz not null,
  started_at        timestamptz,
  measures          text check (length(measures) <= 4000),
  completed_on      date,
  completed_by      text,
  channel           text check (channel in ('inbox', 'email', 'fax', 'telephone', 'post', 'by-hand')),
  recorded_at       timestamptz,
  withdrawal_reason text check (withdrawal_reason in ('finding-removed', 'assignment-closed')),
  withdrawn_at      timestamptz,
  primary key (notice_id, id),
  foreign key (notice_id, assignment_id, revision) references submission_revision,
  check ((state = 'completed') = (measures is not null and completed_on is not null and completed_by is not null
                                  and channel is not null and recorded_at is not null)),
  check ((state = 'withdrawn') = (withdrawal_reason is not null and withdrawn_at is not null))
);
create unique index remediation_id on remediation (id);
create index remediation_assignment on remediation (assignment_id, id);
create unique index remediation_unfinished on remediation (notice_id, assignment_id, item_id) where state in ('open', 'in-progress');

alter table remediation enable row level security;
alter table remediation force row level security;
create policy in_line on remediation using (
  current_setting('todoke.org', true) = 'system'
  or exists (select 1 from assignment a where a.notice_id = remediation.notice_id and a.id = assignment_id));
