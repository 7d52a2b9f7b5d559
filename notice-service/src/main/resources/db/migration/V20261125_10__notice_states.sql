-- A notice ends: closed by its issuer, cancelled, or superseded by a later version. It stays readable with its state and why.
alter table notice drop constraint notice_status_check;
alter table notice add constraint notice_status_check
  check (status in ('draft', 'issued', 'closed', 'cancelled', 'superseded'));
alter table notice
  add column ended_at            timestamptz,
  add column cancellation_reason text check (length(cancellation_reason) <= 1000),
  add column superseded_by       uuid references notice,
  add constraint notice_ended check ((status in ('closed', 'cancelled', 'superseded')) = (ended_at is not null)),
  add constraint notice_reason check ((status = 'cancelled') = (cancellation_reason is not null)),
  add constraint notice_successor check ((status = 'superseded') = (superseded_by is not null));

-- A correction of Vol. 334 is Vol. 334.
drop index notice_volume;
create unique index notice_volume on notice (lead_issuer, series, volume)
  where volume is not null and usage = 'actual' and status not in ('draft', 'superseded');

-- What happened to a notice as a whole, counted with its events. Never changed, never deleted.
create table notice_fact (
  notice_id     uuid        not null references notice,
  seq           bigint      not null,
  type          text        not null,
  time          timestamptz not null,
  recorded_time timestamptz not null,
  actor         text        not null,
  data          jsonb       not null,
  primary key (notice_id, seq)
);
revoke update, delete, truncate on notice_fact from ${appRole};
set local todoke.org = 'system';
insert into notice_fact (notice_id, seq, type, time, recorded_time, actor, data)
  select id, 1, 'notice.issued', issued_at, issued_at, lead_issuer, '{}' from notice where status <> 'draft';

alter table notice_fact enable row level security;
alter table notice_fact force row level security;
create policy reading on notice_fact for select to ${appRole}
  using (exists (select from notice n where n.id = notice_id));
create policy appending on notice_fact for insert to ${appRole}
  with check (actor = (select current_setting('todoke.org', true))
    and exists (select from notice n where n.id = notice_id and n.lead_issuer = actor));
create policy owner_as_system on notice_fact to current_user
  using (current_setting('todoke.org', true) = 'system');
