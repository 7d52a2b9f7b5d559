-- How to reach an organisation. Seen by itself and by those who stand above it, and by nobody else.
create table contact (
  id           uuid    primary key,
  organization text    collate "C" not null references organization,
  channel      text    not null check (channel in ('email', 'fax', 'telephone', 'post')),
  value        text    not null check (length(value) between 1 and 254),
  department   text    check (length(department) between 1 and 100),
  state        text    not null check (state in ('active', 'closed')),
  valid_from   date    not null,
  valid_to     date    check (valid_to >= valid_from),
  version      integer not null default 0,
  check ((state = 'closed') = (valid_to is not null))
);
create index contact_organization on contact (organization, id);
create unique index contact_once on contact (organization, channel, value, coalesce(department, '')) where state = 'active';

-- Whether the first organisation may see how the second is reached: because it is the same one, or stands above it in
-- the line of jurisdiction or in the line of operators. A corporation stands under every place in which it works and
-- under the place of its head office.
create function sees_contacts_of(viewer text, owner text) returns boolean
  language sql stable parallel safe
  return viewer = owner or exists (
    select 1
      from organization v, organization o
     where v.code = viewer and v.state = 'active' and o.code = owner
       and case v.kind
             when 'ministry' then true
             when 'division' then true
             when 'prefecture' then o.prefecture = v.code
               or o.kind = 'corporation' and exists (
                    select 1 from organization e where e.prefecture = v.code and e.corporation = o.code and e.state = 'active')
             when 'municipality' then o.kind in ('establishment', 'corporation') and o.municipality = v.code
               or o.kind = 'corporation' and exists (
                    select 1 from organization e where e.municipality = v.code and e.corporation = o.code and e.state = 'active')
             when 'corporation' then o.corporation = v.code
             else false
           end);

alter table contact enable row level security;
alter table contact force row level security;
create policy contact_of_those_below on contact
  using (current_setting('todoke.org', true) = 'system'
         or sees_contacts_of(current_setting('todoke.org', true), organization));
