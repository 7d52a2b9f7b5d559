-- One row per version of a checklist. A version is written as a draft and never changes once it is published;
-- there is at most one draft, and it is the highest version.
create table checklist (
  id           uuid        not null,
  version      integer     not null check (version > 0),
  owner        text        not null,
  state        text        not null check (state in ('draft', 'published')),
  title        text        not null,
  description  text,
  items        jsonb       not null check (jsonb_typeof(items) = 'array'),
  -- Counts the edits of all versions together, so that an ETag is never met twice.
  edition      integer     not null,
  updated_at   timestamptz not null,
  published_at timestamptz,
  primary key (id, version),
  check ((state = 'published') = (published_at is not null))
);
create unique index checklist_one_draft on checklist (id) where state = 'draft';
create index checklist_owner on checklist (owner, id);

-- A draft is its owner's alone. What is published is a form without anybody's data; which organisations may read it is
-- decided by the query, because that depends on assignments.
alter table checklist enable row level security;
alter table checklist force row level security;
create policy read on checklist for select using (
  current_setting('todoke.org', true) in ('system', owner)
  or (state = 'published' and coalesce(current_setting('todoke.org', true), '') <> ''));
create policy write on checklist for insert with check (current_setting('todoke.org', true) = owner);
create policy edit on checklist for update using (current_setting('todoke.org', true) = owner);

-- Which version a notice asks for: that which was the last published when its first arrival came. Everybody whom the
-- notice reaches later answers the same questions.
create table notice_checklist (
  notice_id    uuid    primary key,
  checklist_id uuid    not null,
  version      integer not null,
  foreign key (checklist_id, version) references checklist
);
create index notice_checklist_checklist on notice_checklist (checklist_id, notice_id);
