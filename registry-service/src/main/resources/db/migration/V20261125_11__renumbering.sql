-- What was known of something under its former code is known under its present one: the same thing has another number. Whoever
-- may say so need not see what hangs on it, and is shown nothing of it: therefore the functions work on nobody's behalf.
create function follow_renumbering(former text, present text, first_day date, said_by text, said_at timestamptz) returns void
  language plpgsql
as $$
declare
  caller text := current_setting('todoke.org', true);
begin
  perform set_config('todoke.org', 'system', true);

  -- A contact ends under the former code and begins under the present one, unless it is there already. A department of its
  -- own does not move; its name does.
  insert into contact (
    id, organization, channel, value, department, state, valid_from, source, services,
    reachability, reachability_since, reachability_reason, reachability_by)
  select uuidv7(), present, c.channel, c.value, coalesce(c.department, d.name), 'active', first_day, c.source, c.services,
         c.reachability, c.reachability_since, c.reachability_reason, c.reachability_by
    from contact c left join department d on d.id = c.department_id
   where c.organization = former and c.state = 'active'
   order by c.id
  on conflict do nothing;
  update contact c
     set state = 'closed', valid_to = greatest(first_day - 1, c.valid_from), version = c.version + 1
   where c.organization = former and c.state = 'active';

  -- Spellings come together. A person's choice was about a name without a number, and does not outweigh the number's own.
  insert into name_variant as v (organization, name, occurrences, first_listed_on, last_listed_on)
  select present, f.name, f.occurrences, f.first_listed_on, f.last_listed_on
    from name_variant f where f.organization = former
  on conflict (organization, name) do update
    set occurrences = v.occurrences + excluded.occurrences,
        first_listed_on = least(v.first_listed_on, excluded.first_listed_on),
        last_listed_on = greatest(v.last_listed_on, excluded.last_listed_on);
  delete from name_variant where organization = former;
  insert into name_variant (organization, name, occurrences, first_listed_on, last_listed_on)
  select present, o.name, 0, o.valid_from, greatest(o.valid_from, first_day - 1)
    from organization o
   where o.code in (former, present) and o.kind = 'corporation'
     and (select count(distinct n.name) from organization n where n.code in (former, present)) > 1
  on conflict do nothing;

  -- The pair of the two is decided by what is happening; a pair with a third one is one with the present code, unless that
  -- has been proposed by itself.
  update suspected_pair s
     set state = 'same', decided_by = said_by, decided_at = said_at, version = s.version + 1
   where s.first_code in (former, present) and s.second_code in (former, present) and s.state = 'open';
  with moved as (
    delete from suspected_pair s
     where (s.first_code = former and s.second_code <> present) or (s.second_code = former and s.first_code <> present)
    returning s.*, case when s.first_code = former then s.second_code else s.first_code end as other
  )
  insert into suspected_pair (
    id, first_code, second_code, reason, places, state, found_at, decided_by, decided_at, version)
  select m.id, least(m.other, present collate "C"), greatest(m.other, present collate "C"),
         case when m.reason = 'number-unknown-same-name' and not starts_with(m.other, 'op:') and not starts_with(present, 'op:')
              then 'same-name-other-number' else m.reason end,
         m.places, m.state, m.found_at, m.decided_by, m.decided_at, m.version + 1
    from moved m
   order by m.id
  on conflict (first_code, second_code) do nothing;

  perform set_config('todoke.org', coalesce(caller, ''), true);
end $$;

-- By which ways somebody can be reached: what the world hears of contacts that not everybody may see.
create function ways_of(owner text) returns text[]
  language plpgsql
as $$
declare
  caller text := current_setting('todoke.org', true);
  ways text[];
begin
  perform set_config('todoke.org', 'system', true);
  select coalesce(array_agg(distinct c.channel), '{}') into ways from contact c
   where c.organization = owner and c.state = 'active' and c.reachability <> 'unreachable';
  perform set_config('todoke.org', coalesce(caller, ''), true);
  return ways;
end $$;
