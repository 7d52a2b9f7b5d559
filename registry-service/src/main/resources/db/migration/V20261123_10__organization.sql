-- Organisations. A code is the identity; everything else is an attribute with validity.
-- Codes compare byte by byte, as they do in Java: the order of a page and the prefix search both rest on it.
create table organization (
  code         text    collate "C" primary key,
  kind         text    not null check (kind in ('ministry', 'division', 'prefecture', 'municipality', 'association', 'corporation', 'establishment')),
  name         text    not null check (length(name) between 1 and 200),
  name_kana    text    check (length(name_kana) between 1 and 400),
  -- The jurisdiction line; an establishment hangs in it by its municipality, a corporation by its establishments.
  parent       text    collate "C" references organization,
  prefecture   text    collate "C" references organization,
  municipality text    collate "C" references organization,
  -- The operator line.
  corporation  text    collate "C" references organization,
  services     text[]  not null default '{}',
  -- By which ways somebody can be reached there at all; the values are in contact, which not everybody may read.
  channels     text[]  not null default '{}',
  state        text    not null check (state in ('active', 'closed')),
  -- The first and the last day on which it exists.
  valid_from   date    not null,
  valid_to     date    check (valid_to >= valid_from),
  -- Who keeps the row. What a registrar has changed is never overwritten by a list that is loaded later.
  origin       text    not null check (origin in ('reference', 'sample', 'registrar')),
  -- Events published about it, counted from 1 without a gap.
  seq          bigint  not null check (seq >= 1),
  version      integer not null default 0,
  -- Name and kana folded so that width, kana and old forms of characters do not matter, and the pairs of characters in
  -- it. Made by the service: the folding is not one that the database knows.
  search_key   text     not null default '',
  search       tsvector not null default '',
  check ((state = 'closed') = (valid_to is not null)),
  check (corporation is null or kind = 'establishment'),
  check (kind = 'establishment' or services = '{}')
);

-- Every list is paged by code, so every filter has an index that ends in it.
create index organization_kind on organization (kind, code);
create index organization_parent on organization (parent, code) where parent is not null;
create index organization_prefecture on organization (prefecture, code) where prefecture is not null;
create index organization_municipality on organization (municipality, code) where municipality is not null;
create index organization_corporation on organization (corporation, code) where corporation is not null;
-- Which corporations work in a place, answered from the index alone.
create index organization_operator_in_prefecture on organization (prefecture, corporation) where state = 'active' and corporation is not null;
create index organization_operator_in_municipality on organization (municipality, corporation) where state = 'active' and corporation is not null;
-- The closed ones are few; without this, a list of them would read everything.
create index organization_closed on organization (code) where state = 'closed';
create index organization_search on organization using gin (search);

-- What was true of an organisation when, and who recorded it. One row per change of an attribute; never updated but to end it.
create table organization_history (
  organization text   collate "C" not null references organization,
  -- Of the event that told of the change.
  seq          bigint not null,
  name         text   not null,
  name_kana    text,
  parent       text,
  prefecture   text,
  municipality text,
  corporation  text,
  services     text[] not null,
  state        text   not null,
  valid_from   date   not null,
  -- The last day on which it was so. The day before valid_from for what was corrected on the day on which it began.
  valid_to     date   check (valid_to >= valid_from - 1),
  recorded_at  timestamptz not null,
  -- The registrar's organisation; null for what came with the suite's own lists.
  recorded_by  text,
  primary key (organization, seq)
);
create unique index organization_history_open on organization_history (organization) where valid_to is null;
