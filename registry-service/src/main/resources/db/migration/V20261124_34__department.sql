-- Departments of local governments, to which papers are addressed (介護保険担当主管課 and the like). Public, as names are.
create table department (
  id           uuid    primary key,
  organization text    collate "C" not null references organization,
  name         text    not null check (length(name) between 1 and 100),
  -- What it is in charge of; the list is the service's.
  duty         text    not null check (length(duty) between 1 and 40),
  state        text    not null check (state in ('active', 'closed')),
  valid_from   date    not null,
  valid_to     date    check (valid_to >= valid_from),
  version      integer not null default 0,
  check ((state = 'closed') = (valid_to is not null))
);
create index department_organization on department (organization, id);
create unique index department_once on department (organization, duty, name) where state = 'active';

-- What was true of a department when, and who recorded it.
create table department_history (
  department   uuid    not null references department,
  version      integer not null,
  name         text    not null,
  duty         text    not null,
  valid_from   date    not null,
  -- The last day on which it was so. The day before valid_from for what was corrected on the day on which it began.
  valid_to     date    check (valid_to >= valid_from - 1),
  recorded_at  timestamptz not null,
  -- The registrar's organisation.
  recorded_by  text    not null,
  primary key (department, version)
);
create unique index department_history_open on department_history (department) where valid_to is null;

-- A contact may be that of a department; the text beside it stays for those who have none in the registry.
alter table contact add column department_id uuid references department;
create index contact_department on contact (department_id) where department_id is not null;
drop index contact_once;
create unique index contact_once
  on contact (organization, channel, value, coalesce(department, ''), coalesce(cast(department_id as text), ''))
  where state = 'active';
