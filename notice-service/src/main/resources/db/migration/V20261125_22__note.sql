-- What an organisation writes about its copy of a notice. Never changed, never deleted.
create table delivery_note (
  id           uuid        primary key,
  notice_id    uuid        not null,
  organization text        not null,
  direction    text        not null check (direction in ('up', 'down', 'inside')),
  body         text        not null,
  written_at   timestamptz not null
);
create index delivery_note_delivery on delivery_note (notice_id, organization, id);
revoke update, delete, truncate on delivery_note from ${appRole};

-- From whom the caller has which notice.
create view own_sender as
  select notice_id, from_organization from arrival
  where organization = (select current_setting('todoke.org', true));
revoke insert, update, delete, truncate on own_sender from ${appRole};

alter table delivery_note enable row level security;
alter table delivery_note force row level security;
-- Which of those above are on the way is the query's affair.
create policy reading on delivery_note for select to ${appRole} using (
  (select current_setting('todoke.org', true)) in ('system', organization)
  or direction = 'up' and exists (
    select from delivery d where d.notice_id = delivery_note.notice_id and d.organization = delivery_note.organization)
  or direction = 'down' and exists (
    select from own_sender s where s.notice_id = delivery_note.notice_id and s.from_organization = delivery_note.organization));
create policy writing on delivery_note for insert to ${appRole}
  with check (organization = (select current_setting('todoke.org', true))
    and notice_id in (select r.notice_id from own_receipt r));
