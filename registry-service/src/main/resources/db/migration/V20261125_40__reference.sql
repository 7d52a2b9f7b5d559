-- That an organisation named by another row exists was checked row by row, which took a third of the time of an import: every
-- check locks the row of the same prefecture once more. Now it is checked once for a statement, for all that it wrote. That is
-- enough because an organisation is never deleted and its code never changes.
create function organization_is_known() returns trigger language plpgsql as $$
declare
  named text;
  unknown text;
begin
  select string_agg(format('select %1$I as code from entered where %1$I is not null', c), ' union ')
    into named from unnest(tg_argv) as c;
  execute format(
    'select min(n.code) from (%s) n where not exists (select from organization o where o.code = n.code)', named)
    into unknown;
  if unknown is not null then
    raise foreign_key_violation using
      message = format('%s names %s, which is no organization', tg_table_name, unknown), table = tg_table_name;
  end if;
  return null;
end $$;

do $$
declare
  made record;
  act text;
begin
  for made in
    select * from (values
      ('organization', array['parent', 'prefecture', 'municipality', 'corporation']),
      ('organization_history', array['organization']),
      ('contact', array['organization']),
      ('establishment_service', array['establishment'])) as t (name, columns)
  loop
    for act in select c.column_name from unnest(made.columns) as c (column_name) loop
      execute format('alter table %I drop constraint %I', made.name, made.name || '_' || act || '_fkey');
    end loop;
    foreach act in array array['insert', 'update'] loop
      execute format(
        'create trigger %I after %s on %I referencing new table as entered for each statement '
          || 'execute function organization_is_known(%s)',
        made.name || '_names_known_' || act, act, made.name,
        (select string_agg(quote_literal(c), ', ') from unnest(made.columns) as c));
    end loop;
  end loop;
end $$;

revoke delete, truncate on organization from ${appRole};

create function organization_code_is_kept() returns trigger language plpgsql as $$
begin
  raise restrict_violation using message = 'the code of an organization does not change';
end $$;
create trigger organization_code_is_kept before update of code on organization
  for each row when (old.code is distinct from new.code) execute function organization_code_is_kept();
