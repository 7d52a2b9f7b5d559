-- Corporations that may be one and the same. A pair is proposed to a person, and never merged by itself.
create table suspected_pair (
  id          uuid    primary key default uuidv7(),
  -- In the order of their codes, so that a pair stands once.
  first_code  text    collate "C" not null references organization,
  second_code text    collate "C" not null references organization,
  reason      text    not null check (reason in ('same-name-other-number', 'number-unknown-same-name', 'same-address')),
  -- The prefectures and municipalities in which both are at work; their registrars see the pair, and nobody else below
  -- the ministry.
  places      text[]  not null check (cardinality(places) > 0),
  state       text    not null check (state in ('open', 'same', 'different')),
  found_at    timestamptz not null,
  -- The registrar's organisation.
  decided_by  text,
  decided_at  timestamptz,
  version     integer not null default 0,
  check (first_code < second_code),
  check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  unique (first_code, second_code)
);
create index suspected_pair_list on suspected_pair (state, id);
create index suspected_pair_places on suspected_pair using gin (places);

-- Whether the organisation stands above the whole country.
create function is_national(viewer text) returns boolean
  language sql stable parallel safe
  return exists (
    select 1 from organization where code = viewer and kind in ('ministry', 'division') and state = 'active');

alter table suspected_pair enable row level security;
alter table suspected_pair force row level security;
create policy suspected_pair_of_the_place on suspected_pair
  using ((select current_setting('todoke.org', true)) = 'system'
         or (select current_setting('todoke.org', true)) = any (places)
         or (select is_national(current_setting('todoke.org', true))));
