-- A run takes one file into the registry: uploaded, read, looked at, applied.
create table import_run (
  id              uuid    primary key,
  -- Whose registrar brought it; nobody else sees it.
  organization    text    collate "C" not null,
  file_name       text    not null check (length(file_name) between 1 and 255),
  state           text    not null check (state in ('created', 'reading', 'read', 'applying', 'applied', 'cancelled', 'failed')),
  -- Asked for by the registrar; null to find out.
  encoding_wanted text,
  format          text,
  encoding        text,
  -- The day for which the list holds.
  as_of           date    not null,
  sha256          text,
  bytes           bigint  not null default 0,
  rows_read       integer not null default 0,
  accepted        integer not null default 0,
  repaired        integer not null default 0,
  warned          integer not null default 0,
  rejected        integer not null default 0,
  -- About the file as a whole: titles skipped, unknown columns.
  remarks         jsonb   not null default '[]',
  -- Codes of the services that it lists; absence is judged within these.
  services        text[]  not null default '{}',
  -- Code and arguments of the problem that ended it.
  failure         jsonb,
  -- Organisations in it, how many of them are applied, the step that is at work, and the last code that it is done with.
  to_apply        integer not null default 0,
  applied         integer not null default 0,
  step            text,
  applied_up_to   text    collate "C",
  -- What applying did so far, by kind and action.
  effects         jsonb   not null default '{}',
  created_at      timestamptz not null,
  -- When something last moved; a reading that has stopped moving was cut off.
  touched_at      timestamptz not null,
  read_at         timestamptz,
  applying_since  timestamptz,
  ended_at        timestamptz,
  version         integer not null default 0
);
create index import_run_list on import_run (organization, created_at desc, id);
create index import_run_working on import_run (id) where state = 'applying';

alter table import_run enable row level security;
alter table import_run force row level security;
create policy import_run_own on import_run
  using ((select current_setting('todoke.org', true)) = 'system'
         or organization = (select current_setting('todoke.org', true)));

-- The rows of a file, as it has them and as they were understood. COPY writes them, which row-level security does not
-- allow; a row is reached through its run only.
create table import_row (
  run            uuid    not null,
  line           integer not null,
  outcome        text    not null check (outcome in ('accepted', 'repaired', 'warned', 'rejected')),
  -- Column, code, value, repaired value and weight of each.
  findings       jsonb,
  cells          text[]  not null,
  primary key (run, line)
);
create index import_row_rejected on import_row (run) where outcome = 'rejected';

-- What the rows that were not rejected list: one service of one establishment each.
create table import_service (
  run               uuid    not null,
  establishment     text    collate "C" not null,
  service           text    collate "C" not null,
  line              integer not null,
  municipality      text    collate "C" not null,
  ward              text,
  name              text    not null,
  name_kana         text,
  address           text,
  building          text,
  latitude          numeric(9, 6),
  longitude         numeric(9, 6),
  telephone         text,
  fax               text,
  -- A corporate number, or the identity that stands for a corporation without one; null where the list names nobody.
  corporation       text    collate "C",
  corporation_name  text,
  search_key        text    not null,
  search            tsvector not null,
  days              text[]  not null,
  days_note         text,
  capacity          integer,
  url               text,
  extras            jsonb
);
create index import_service_key on import_service (run, establishment, service, line);
create index import_service_operator on import_service (run, corporation) where corporation is not null;

-- Names of corporations in the rows, folded for the search; the same one may be there more than once.
create table import_name (
  run        uuid     not null,
  name       text     not null,
  search_key text     not null,
  search     tsvector not null
);
create index import_name_key on import_name (run, name);

-- What the rows of a list of corporations say: one corporation each.
create table import_corporation (
  run          uuid    not null,
  corporation  text    collate "C" not null,
  line         integer not null,
  name         text    not null,
  name_kana    text,
  prefecture   text    collate "C",
  municipality text    collate "C",
  address      text,
  search_key   text    not null,
  search       tsvector not null,
  -- The last day on which it existed.
  closed_on    date,
  -- 01 liquidation, 11 merger, 21 by the registrar, 31 other.
  close_cause  text,
  successor    text    collate "C"
);
create index import_corporation_key on import_corporation (run, corporation, line);

-- A stretch of an import is worked out in temporary tables.
do $$ begin execute format('grant temporary on database %I to ${appRole}', current_database()); end $$;
grant maintain on import_row, import_service, import_name, import_corporation, organization,
  establishment_service, contact to ${appRole};
