-- Departments are told with the whole of their government, so that papers can be addressed to them elsewhere.
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
       where m.union_code = o.code and m.valid_to is null) end,
    'departments', case when o.kind in ('prefecture', 'municipality', 'union') then (
      select json_agg(json_build_object('duty', d.duty, 'name', d.name)
               order by d.duty collate "C", d.name collate "C")
        from department d
       where d.organization = o.code and d.state = 'active') end));

-- Departments that are known by now were told of to nobody. Unions are told of once more, because notice-service keeps members from now on.
set local todoke.org = 'system';
update organization o set seq = o.seq + 1
where o.kind = 'union' or exists (select from department d where d.organization = o.code and d.state = 'active');
insert into outbox (type, subject, partition_key, sequence, time, recorded_time, correlation_id, data)
select case o.state when 'closed' then 'organization.closed' else 'organization.changed' end, o.code, o.code, o.seq, now(), now(), o.code, organization_event_data(o)
from organization o
where o.kind = 'union' or exists (select from department d where d.organization = o.code and d.state = 'active')
order by o.code;
