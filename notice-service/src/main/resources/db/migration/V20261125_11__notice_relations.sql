-- What changes in the wording (新旧対照表), and to which day the date is put off.
alter table notice_relation
  add column amendments jsonb,
  add column due_on     date,
  add constraint relation_amendments check (amendments is null or kind = 'amends'),
  add constraint relation_due_on check ((kind = 'extends-deadline') = (due_on is not null)) not valid;

-- Whoever has one notice may read the other, which is about it: a correction, a supplement, an extension.
create table notice_companion (
  notice_id uuid not null references notice,
  companion uuid not null references notice,
  primary key (companion, notice_id)
);
-- As with enclosures, two ids that say nothing without the notices themselves.
alter table notice_companion enable row level security;
alter table notice_companion force row level security;
create policy reading on notice_companion for select to ${appRole}
  using (coalesce((select current_setting('todoke.org', true)), '') <> '');
create policy issuing on notice_companion for insert to ${appRole}
  with check (companion in (select i.notice_id from own_issue i));
create policy owner_as_system on notice_companion to current_user
  using (current_setting('todoke.org', true) = 'system');

create policy reading_companions on notice for select to ${appRole} using (
  status <> 'draft' and exists (select from notice_companion c where c.companion = notice.id and (
    exists (select from own_issue i where i.notice_id = c.notice_id)
    or exists (select from own_receipt r where r.notice_id = c.notice_id))));

-- Who forwarded a former version has forwarded this one: its issuer copies what was done with each child.
create policy carrying on forwarding_child for insert to ${appRole}
  with check (notice_id in (select i.notice_id from own_issue i));

-- The dates of a notice that were put off, in order.
create table deadline_extension (
  notice_id   uuid        not null references notice,
  extended_by uuid        not null references notice,
  former      date        not null,
  present     date        not null,
  extended_at timestamptz not null,
  primary key (notice_id, extended_by),
  check (present > former)
);
revoke update, delete, truncate on deadline_extension from ${appRole};
alter table deadline_extension enable row level security;
alter table deadline_extension force row level security;
create policy reading on deadline_extension for select to ${appRole}
  using (exists (select from notice n where n.id = notice_id));
create policy extending on deadline_extension for insert to ${appRole}
  with check (notice_id in (select i.notice_id from own_issue i) and extended_by in (select i.notice_id from own_issue i));
create policy owner_as_system on deadline_extension to current_user
  using (current_setting('todoke.org', true) = 'system');

-- A date that a cover letter repeated from the notice moves with that of the notice; one that its author set earlier stays.
create function date_in_force(notice uuid, written date, written_at timestamptz) returns date language plpgsql stable
as $$
declare
  extension record;
begin
  for extension in
    select former, present from deadline_extension
    where notice_id = notice and extended_at > written_at order by extended_at, present
  loop
    if written = extension.former then
      written := extension.present;
    end if;
  end loop;
  return written;
end
$$;
