-- What an organisation has laid down about passing notices on without anybody's doing. An empty list stands for all. A removed
-- one stays, because forwardings name it.
create table standing_instruction (
  id               uuid        primary key,
  organization     text        not null,
  version          integer     not null default 0,
  paper_kinds      text[]      not null,
  series           text[]      not null,
  lead_issuers     text[]      not null,
  usages           text[]      not null,
  cover_paper_kind text        not null,
  cover_title      text        not null,
  cover_text       text        not null,
  due_days_before  integer     check (due_days_before > 0),
  starts_on        date        not null,
  ends_on          date        check (ends_on >= starts_on),
  suspended_at     timestamptz,
  removed_at       timestamptz,
  created_at       timestamptz not null,
  -- It holds in its present form for what arrives from here on.
  changed_at       timestamptz not null
);
create index standing_instruction_organization on standing_instruction (organization, id) where removed_at is null;

alter table standing_instruction enable row level security;
alter table standing_instruction force row level security;
create policy reading on standing_instruction for select to ${appRole}
  using ((select current_setting('todoke.org', true)) in ('system', organization));
create policy laying_down on standing_instruction for insert to ${appRole}
  with check (organization = (select current_setting('todoke.org', true)));
create policy changing on standing_instruction for update to ${appRole}
  using (organization = (select current_setting('todoke.org', true)));
revoke delete, truncate on standing_instruction from ${appRole};

-- What the suite itself does for many organisations at once. Named so that it is asked before what needs a look elsewhere.
create policy automatic_reading on arrival for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');
create policy automatic_recording on arrival for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system');
create policy automatic_reading on forwarding_child for select to ${appRole}
  using ((select current_setting('todoke.org', true)) = 'system');
create policy automatic_forwarding on forwarding_child for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system');
create policy automatic_writing on cover_letter for insert to ${appRole}
  with check ((select current_setting('todoke.org', true)) = 'system');
