-- A notice that was issued a moment ago is in no statistics yet, and those of the notices before it say that it has no rows: with the
-- 260,000 rows that it has, plans then compare everybody with everybody. The first forwardings after a national issue took a thousand
-- times as long as those a minute later, when autovacuum had looked again. Without statistics of this column PostgreSQL takes every
-- notice for the 200th part of its table, which leads to the indexes on (notice_id, organization) at any time and at any size.
do $$
declare
  each text;
begin
  foreach each in array array['delivery', 'corporation_place', 'arrival', 'fact', 'answer_fact', 'forwarding_child', 'cover_letter'] loop
    execute format('alter table %I alter column notice_id set statistics 0', each);
    -- What was gathered before would stay for ever.
    perform pg_clear_attribute_stats('public', each, 'notice_id', false);
  end loop;
end
$$;
