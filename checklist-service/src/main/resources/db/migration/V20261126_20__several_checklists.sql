-- A notice may ask for several checklists: an establishment has an assignment for each.
alter table notice_checklist drop constraint notice_checklist_pkey, add primary key (notice_id, checklist_id);
alter table assignment
  drop constraint assignment_notice_id_establishment_key,
  add constraint assignment_one_of_a_checklist unique (notice_id, establishment, checklist_id);

-- Excuses that ended, because it was declined that the paper had gone to the wrong addressee. Kept, because the excuse may be heard of
-- later; of several the last.
create table delivery_reopening (
  notice_id       uuid        not null,
  establishment   text        not null,
  sequence        bigint      not null,
  by_organization text        not null,
  time            timestamptz not null,
  event_id        text        not null,
  primary key (notice_id, establishment)
);
alter table delivery_reopening enable row level security;
alter table delivery_reopening force row level security;
create policy suite_only on delivery_reopening using (current_setting('todoke.org', true) = 'system');
