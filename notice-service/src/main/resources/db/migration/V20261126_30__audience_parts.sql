-- What the parts of an audience ask of the directory: departments of local governments ([{"duty": …, "name": …}]), the members of a
-- union, and the services of an establishment, which were there before without an index.
alter table organization
  add column departments jsonb  not null default '[]',
  add column members     text[] not null default '{}';
create index organization_services on organization using gin (services) where kind = 'establishment';

-- To which departments of its addressee the notice is addressed, as the directory named them when the delivery was made. Null where
-- the notice names none or the addressee can have none; empty where it has no such department and the organisation itself gets it.
alter table delivery add column departments jsonb;

-- Of the known departments those with the wanted duties.
create function addressed_departments(known jsonb, wanted text[]) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_agg(d.department order by d.place), '[]')
    from jsonb_array_elements(known) with ordinality d (department, place)
    where d.department ->> 'duty' = any(wanted));
