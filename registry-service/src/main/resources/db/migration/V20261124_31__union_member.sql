-- For which municipalities a wide-area union insures. A union is a node beside the tree, never the parent of its members;
-- the registry keeps unions as insurers, so a municipality is a member of one at a time.
create table union_member (
  union_code   text collate "C" not null references organization,
  municipality text collate "C" not null references organization,
  valid_from   date not null,
  -- The last day. The day before valid_from for what was corrected on the day on which it began.
  valid_to     date check (valid_to >= valid_from - 1),
  recorded_at  timestamptz not null,
  -- The registrar's organisation.
  recorded_by  text not null,
  ended_at     timestamptz,
  ended_by     text,
  primary key (union_code, municipality, valid_from)
);
create unique index union_member_once on union_member (municipality) where valid_to is null;

create or replace function organization_event_data(o organization) returns json
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
    'channels', o.channels,
    'members', case when o.kind = 'union' then (
      select coalesce(json_agg(m.municipality order by m.municipality), '[]')
        from union_member m
       where m.union_code = o.code and m.valid_to is null) end));
