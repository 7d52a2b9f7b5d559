-- What the official lists of establishments say beyond name and place, and where it stands in them.
alter table organization
  drop constraint organization_kind_check,
  drop constraint organization_origin_check,
  add constraint organization_kind_check check (kind in (
    'ministry', 'division', 'prefecture', 'municipality', 'union', 'association', 'corporation', 'establishment')),
  add constraint organization_origin_check check (origin in ('reference', 'sample', 'registrar', 'import')),
  add column address   text check (length(address) between 1 and 4000),
  add column building  text check (length(building) between 1 and 4000),
  add column latitude  numeric(9, 6) check (latitude between 20 and 46),
  add column longitude numeric(9, 6) check (longitude between 122 and 154),
  -- Of a designated city; an attribute, not a tier.
  add column ward      text check (ward ~ '^[0-9]{6}$'),
  -- Null for what never stood in an imported list. Absence from a list closes nobody.
  add column listing   text check (listing in ('listed', 'not-listed')),
  -- The day for which the list holds that made it so.
  add column listing_since date;
create index organization_not_listed on organization (code) where listing = 'not-listed';

alter table organization_history
  add column address    text,
  add column building   text,
  add column latitude   numeric(9, 6),
  add column longitude  numeric(9, 6),
  add column ward       text,
  add column listing    text,
  -- The import that brought it; null for what a registrar entered.
  add column import_run uuid;

-- One service of one establishment, under a name of its own: what the state designates and pays for. A row holds for a
-- time; it is ended, never rewritten, but on the day on which it began.
create table establishment_service (
  establishment text    collate "C" not null references organization,
  -- サービス種類コード, two characters.
  service       text    collate "C" not null check (length(service) = 2),
  name          text    not null check (length(name) between 1 and 200),
  name_kana     text    check (length(name_kana) between 1 and 400),
  -- Persons; null for none or not known, which the lists do not tell apart.
  capacity      integer check (capacity > 0),
  days          text[]  not null default '{}' check (days <@ array[
    'weekday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'holiday']),
  days_note     text    check (length(days_note) <= 4000),
  url           text    check (url ~ '^https?://' and length(url) <= 4000),
  -- 共生型, 基準 and 備考 as the list has them, and columns that no format knows.
  extras        jsonb,
  listing       text    check (listing in ('listed', 'not-listed')),
  listing_since date,
  -- Where it lies and who runs it, as its row of the list says. The establishment's own are those of its first service,
  -- in the order of their codes, so that it does not matter which list came last. Null for what a registrar entered.
  municipality  text    collate "C",
  ward          text,
  address       text,
  building      text,
  latitude      numeric(9, 6),
  longitude     numeric(9, 6),
  corporation   text    collate "C",
  corporation_name text,
  search_key    text,
  valid_from    date    not null,
  valid_to      date    check (valid_to >= valid_from - 1),
  recorded_at   timestamptz not null,
  -- The registrar's organisation; null for what came with a list.
  recorded_by   text,
  import_run    uuid,
  primary key (establishment, service, valid_from)
);
create unique index establishment_service_current on establishment_service (establishment, service) where valid_to is null;
create index establishment_service_operator on establishment_service (corporation) where valid_to is null and corporation is not null;
create index establishment_service_type on establishment_service (service, establishment) where valid_to is null;

-- How a corporation's name was spelled in lists. A number is the identity; of its spellings one is preferred.
create table name_variant (
  organization    text    collate "C" not null references organization,
  name            text    not null check (length(name) between 1 and 200),
  -- Services whose row of a list has it at present.
  occurrences     integer not null check (occurrences >= 0),
  first_listed_on date    not null,
  last_listed_on  date    not null,
  -- A person's choice; outweighs every count.
  chosen_by       text,
  chosen_at       timestamptz,
  primary key (organization, name)
);
create unique index name_variant_chosen on name_variant (organization) where chosen_by is not null;

-- Where a contact came from. Those of lists follow them, by service; nobody else's are touched by an import.
alter table contact
  add column source   text   not null default 'registrar' check (source in ('registrar', 'list')),
  add column services text[] not null default '{}';

-- The pairs of characters of a folded name, for the few rows whose name comes from elsewhere than the file at hand.
create function search_pairs(key text) returns tsvector language sql immutable parallel safe
  return (select array_to_tsvector(coalesce(array_agg(distinct substr(w.word, n.i, 2)), '{}'))
            from unnest(string_to_array(key, ' ')) as w (word), generate_series(1, length(w.word)) as n (i));

-- Everything that an event tells of an organisation: the one place that says so for set-based statements.
create function organization_event_data(o organization) returns json
  language sql stable parallel safe
  return json_strip_nulls(json_build_object(
    'code', o.code, 'kind', o.kind, 'name', o.name, 'nameKana', o.name_kana, 'parent', o.parent,
    'prefecture', o.prefecture, 'municipality', o.municipality, 'ward', o.ward, 'corporation', o.corporation,
    'address', o.address, 'building', o.building, 'latitude', o.latitude, 'longitude', o.longitude,
    'state', o.state, 'validFrom', o.valid_from, 'validTo', o.valid_to,
    'listing', o.listing,
    'serviceTypes', o.services,
    'services', case when o.kind = 'establishment' then (
      select json_agg(json_build_object(
               'code', s.service, 'name', s.name, 'nameKana', s.name_kana, 'capacity', s.capacity,
               'days', s.days, 'daysNote', s.days_note, 'url', s.url, 'listing', s.listing)
             order by s.service)
        from establishment_service s
       where s.establishment = o.code and s.valid_to is null) end,
    'channels', o.channels));
