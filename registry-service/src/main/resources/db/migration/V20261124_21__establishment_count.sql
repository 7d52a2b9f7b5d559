-- How many establishments there are in a municipality, kept while they change: a count of the whole country would read
-- everything. Each statement leaves what it added or took away as rows of their own, so that no two wait for each other;
-- readers add up, and a job folds them from time to time.
create table establishment_count (
  prefecture     text collate "C" not null,
  municipality   text collate "C" not null,
  -- Code of a service type; empty for the establishments themselves, which may offer several.
  service        text collate "C" not null,
  establishments integer not null
);
create index establishment_count_place on establishment_count (prefecture, municipality, service) include (establishments);

create function establishment_count_entered() returns trigger language plpgsql as $$
begin
  insert into establishment_count (prefecture, municipality, service, establishments)
  select e.prefecture, e.municipality, s.service, count(*)
    from entered e cross join lateral unnest(e.services || array['']) as s (service)
   where e.kind = 'establishment' and e.state = 'active' and e.prefecture is not null and e.municipality is not null
   group by 1, 2, 3;
  return null;
end $$;
create trigger establishment_count_entered after insert on organization
  referencing new table as entered for each statement execute function establishment_count_entered();

create function establishment_count_changed() returns trigger language plpgsql as $$
begin
  insert into establishment_count (prefecture, municipality, service, establishments)
  select p.prefecture, p.municipality, p.service, sum(p.change)
    from (select old.prefecture, old.municipality, o.service, -1
            from unnest(old.services || array['']) as o (service) where old.state = 'active'
          union all
          select new.prefecture, new.municipality, n.service, 1
            from unnest(new.services || array['']) as n (service) where new.state = 'active')
         as p (prefecture, municipality, service, change)
   where p.prefecture is not null and p.municipality is not null
   group by 1, 2, 3
  having sum(p.change) <> 0;
  return null;
end $$;
-- By row, because most updates of a statement change none of this, and the condition costs next to nothing.
create trigger establishment_count_changed after update on organization
  for each row
  when (new.kind = 'establishment'
        and (old.state, old.prefecture, old.municipality, old.services)
            is distinct from (new.state, new.prefecture, new.municipality, new.services))
  execute function establishment_count_changed();

insert into establishment_count (prefecture, municipality, service, establishments)
select e.prefecture, e.municipality, s.service, count(*)
  from organization e cross join lateral unnest(e.services || array['']) as s (service)
 where e.kind = 'establishment' and e.state = 'active' and e.prefecture is not null and e.municipality is not null
 group by 1, 2, 3;
