-- The service's own copy of the registry, kept from todoke.organizations. Public facts: no row-level security.
create table organization (
  code         text    primary key,
  kind         text    not null,
  name         text    not null,
  name_kana    text,
  parent       text,
  prefecture   text,
  municipality text,
  corporation  text,
  state        text    not null check (state in ('active', 'closed')),
  valid_from   date    not null,
  valid_to     date,
  services     text[]  not null default '{}',
  channels     text[]  not null default '{}',
  -- Of the event that this row was taken from: an older one changes nothing.
  sequence     bigint  not null
);
create index organization_municipality on organization (municipality, kind, code);
create index organization_prefecture on organization (prefecture, kind, code);
create index organization_corporation on organization (corporation) where corporation is not null;
create index organization_parent on organization (parent, kind) where parent is not null;
create index organization_kind on organization (kind, code);

-- Which checklists may be attached to a notice, kept from todoke.checklists.
create table published_checklist (
  checklist_id uuid    primary key,
  version      integer not null,
  owner        text    not null
);
