-- The figures of a notice, kept by the database itself: whatever statement changes deliveries, triggers write down beside it, in
-- the same transaction, how many moved from which state to which at each node. docs/adr/0006-figures-by-transition-tables.md.

-- How many deliveries of a tier below a node came into a state (weight above zero) or left it (below zero). Only ever added to,
-- so that no two writers wait for each other.
create table progress_delta (
  id               bigint generated always as identity primary key,
  notice_id        uuid    not null,
  -- Where the node lies, and '' for the nation: figures of a prefecture are summed over it.
  prefecture       text    not null,
  -- jp, a prefecture or a municipality. A corporation is none: its establishments are few enough to be counted when asked.
  node             text    not null,
  tier             text    not null,
  -- infinity where there is no date.
  due_on           date    not null,
  excused_reason   text,
  reached          boolean not null,
  acknowledged     boolean not null,
  has_children     boolean not null,
  forwarded        boolean not null,
  finalized        boolean not null,
  to_answer        boolean not null,
  answered         boolean not null,
  answered_on_time boolean,
  result           text,
  to_remedy        boolean not null,
  remedied         boolean not null,
  weight           integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index progress_delta_notice on progress_delta (notice_id);

-- The deltas so far, added up by progress_fold. Integers, because sums of those are four times as fast as sums of bigints. A figure is the sum of this and of the deltas still there, read in one statement.
create table progress_counter (
  notice_id               uuid   not null,
  prefecture              text   not null,
  node                    text   not null,
  tier                    text   not null,
  due_on                  date   not null,
  addressed               integer not null,
  excused_closed          integer not null,
  excused_not_concerned   integer not null,
  excused_wrong_addressee integer not null,
  excused_omitted         integer not null,
  reached                 integer not null,
  acknowledged            integer not null,
  with_children           integer not null,
  forwarded               integer not null,
  finalized               integer not null,
  asked                   integer not null,
  answered                integer not null,
  answered_on_time        integer not null,
  compliant               integer not null,
  partially_compliant     integer not null,
  non_compliant           integer not null,
  not_applicable          integer not null,
  not_assessed            integer not null,
  remediation_open        integer not null,
  remediated              integer not null,
  fulfilled               integer not null,
  primary key (notice_id, prefecture, node, tier, due_on)
) with (fillfactor = 70);
create index progress_counter_node on progress_counter (notice_id, node);

-- What each delta does to each figure. What a recipient did counts only while it is expected (not excused) and reached, so that
-- no rate can pass 100 %.
create view progress_change with (security_invoker = true) as
  select d.id, d.notice_id, d.prefecture, d.node, d.tier, d.due_on,
    d.weight as addressed,
    case when d.excused_reason = 'closed' then d.weight else 0 end as excused_closed,
    case when d.excused_reason = 'not-concerned' then d.weight else 0 end as excused_not_concerned,
    case when d.excused_reason = 'wrong-addressee' then d.weight else 0 end as excused_wrong_addressee,
    case when d.excused_reason = 'omitted' then d.weight else 0 end as excused_omitted,
    case when d.live then d.weight else 0 end as reached,
    case when d.live and d.acknowledged then d.weight else 0 end as acknowledged,
    case when d.excused_reason is null and d.has_children then d.weight else 0 end as with_children,
    case when d.live and d.has_children and d.forwarded then d.weight else 0 end as forwarded,
    case when d.live and d.has_children and d.forwarded and d.finalized then d.weight else 0 end as finalized,
    case when d.excused_reason is null and d.to_answer then d.weight else 0 end as asked,
    case when d.live and d.answered then d.weight else 0 end as answered,
    case when d.live and d.answered and d.answered_on_time then d.weight else 0 end as answered_on_time,
    case when d.live and d.answered and d.result = 'compliant' then d.weight else 0 end as compliant,
    case when d.live and d.answered and d.result = 'partially-compliant' then d.weight else 0 end as partially_compliant,
    case when d.live and d.answered and d.result = 'non-compliant' then d.weight else 0 end as non_compliant,
    case when d.live and d.answered and d.result = 'not-applicable' then d.weight else 0 end as not_applicable,
    case when d.live and d.answered and d.result = 'not-assessed' then d.weight else 0 end as not_assessed,
    case when d.live and d.to_remedy then d.weight else 0 end as remediation_open,
    case when d.live and d.remedied and not d.to_remedy then d.weight else 0 end as remediated,
    -- Has done what it is asked for: the answer, or the forwarding, or the acknowledgement.
    case when d.live and case when d.to_answer then d.answered when d.has_children then d.forwarded else d.acknowledged end
      then d.weight else 0 end as fulfilled
  from (select *, excused_reason is null and reached as live from progress_delta) d;

create view progress_part with (security_invoker = true) as
  select notice_id, prefecture, node, tier, due_on, addressed, excused_closed, excused_not_concerned, excused_wrong_addressee,
    excused_omitted, reached, acknowledged, with_children, forwarded, finalized, asked, answered, answered_on_time, compliant,
    partially_compliant, non_compliant, not_applicable, not_assessed, remediation_open, remediated, fulfilled
  from progress_counter
  union all
  select notice_id, prefecture, node, tier, due_on, addressed, excused_closed, excused_not_concerned, excused_wrong_addressee,
    excused_omitted, reached, acknowledged, with_children, forwarded, finalized, asked, answered, answered_on_time, compliant,
    partially_compliant, non_compliant, not_applicable, not_assessed, remediation_open, remediated, fulfilled
  from progress_change;

-- Nobody writes figures but the functions below, which belong to the owner of the schema.
revoke insert, update, delete, truncate on progress_delta, progress_counter, progress_change, progress_part from ${appRole};

-- Adds up to so many deltas to the counters and returns how many they were. One worker at a time: whoever comes second gets 0.
create function progress_fold(at_most integer) returns integer language plpgsql security definer
  set search_path = public, pg_temp set enable_seqscan = off
as $$
declare
  -- By name, not "up to the last": a lower id may be committed between the two statements.
  chosen bigint[];
begin
  if not pg_try_advisory_xact_lock(hashtextextended('todoke.progress.fold', 0)) then
    return 0;
  end if;
  select array_agg(id) into chosen from (select id from progress_delta order by id limit at_most) d;
  if chosen is null then
    return 0;
  end if;
  insert into progress_counter as c (notice_id, prefecture, node, tier, due_on, addressed, excused_closed, excused_not_concerned,
    excused_wrong_addressee, excused_omitted, reached, acknowledged, with_children, forwarded, finalized, asked, answered,
    answered_on_time, compliant, partially_compliant, non_compliant, not_applicable, not_assessed, remediation_open, remediated,
    fulfilled)
  select notice_id, prefecture, node, tier, due_on, sum(addressed), sum(excused_closed), sum(excused_not_concerned),
    sum(excused_wrong_addressee), sum(excused_omitted), sum(reached), sum(acknowledged), sum(with_children), sum(forwarded),
    sum(finalized), sum(asked), sum(answered), sum(answered_on_time), sum(compliant), sum(partially_compliant),
    sum(non_compliant), sum(not_applicable), sum(not_assessed), sum(remediation_open), sum(remediated), sum(fulfilled)
  from progress_change
  where id = any (chosen)
  group by 1, 2, 3, 4, 5
  on conflict (notice_id, prefecture, node, tier, due_on) do update set
    addressed = c.addressed + excluded.addressed,
    excused_closed = c.excused_closed + excluded.excused_closed,
    excused_not_concerned = c.excused_not_concerned + excluded.excused_not_concerned,
    excused_wrong_addressee = c.excused_wrong_addressee + excluded.excused_wrong_addressee,
    excused_omitted = c.excused_omitted + excluded.excused_omitted,
    reached = c.reached + excluded.reached,
    acknowledged = c.acknowledged + excluded.acknowledged,
    with_children = c.with_children + excluded.with_children,
    forwarded = c.forwarded + excluded.forwarded,
    finalized = c.finalized + excluded.finalized,
    asked = c.asked + excluded.asked,
    answered = c.answered + excluded.answered,
    answered_on_time = c.answered_on_time + excluded.answered_on_time,
    compliant = c.compliant + excluded.compliant,
    partially_compliant = c.partially_compliant + excluded.partially_compliant,
    non_compliant = c.non_compliant + excluded.non_compliant,
    not_applicable = c.not_applicable + excluded.not_applicable,
    not_assessed = c.not_assessed + excluded.not_assessed,
    remediation_open = c.remediation_open + excluded.remediation_open,
    remediated = c.remediated + excluded.remediated,
    fulfilled = c.fulfilled + excluded.fulfilled;
  delete from progress_delta where id = any (chosen);
  return cardinality(chosen);
end
$$;
revoke execute on function progress_fold(integer) from public;
grant execute on function progress_fold(integer) to ${appRole};

-- The trigger functions differ only in the rows that they weigh, so they are put together from one text.
do $generate$
declare
  -- <rows>: deliveries with a sign, 1 as they are and -1 as they were; what a statement left as it was cancels out.
  -- <at>: the prefecture and the node that each counts at.
  delta constant text := $$
      insert into progress_delta (notice_id, prefecture, node, tier, due_on, excused_reason, reached, acknowledged, has_children,
        forwarded, finalized, to_answer, answered, answered_on_time, result, to_remedy, remedied, weight)
      select r.notice_id, <at>, r.tier, coalesce(r.due_on, 'infinity'), r.excused_reason, r.reached_at is not null,
        r.acknowledged_at is not null, r.has_children, r.forwarded_at is not null, r.finalized_at is not null,
        r.tier = 'establishment' and r.checklist_id is not null, r.answered_at is not null, r.answered_on_time, r.result,
        r.open_remediations > 0, r.completed_remediations > 0, sum(r.sign)
      from (<rows>) r <more>
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17
      having sum(r.sign) <> 0;$$;
  appear constant text := 'select 1 as sign, n.* from new_rows n';
  vanish constant text := 'select -1 as sign, o.* from old_rows o';
  -- Row-level security is forced upon the owner too, and a place counts whether the caller may see it or not.
  declared constant text := $$declare beneficiary text := coalesce(current_setting('todoke.org', true), '');
    begin$$;
  as_system constant text := $$
      perform set_config('todoke.org', 'system', true);$$;
  as_before constant text := $$
      perform set_config('todoke.org', beneficiary, true);
      return null;$$;
  of_deliveries constant text := declared
    -- Who lies nowhere counts one level higher, rather than not at all.
    || replace(replace(delta,
      '<at>', $$case when r.tier in ('prefecture', 'corporation') then '' else coalesce(r.prefecture, '') end,
        case when r.tier in ('prefecture', 'corporation') then 'jp'
          when r.tier = 'establishment' then coalesce(r.municipality, r.prefecture, 'jp')
          else coalesce(r.prefecture, 'jp') end$$),
      '<more>', '')
    || $$
      if not exists (select from <one> r where r.tier = 'corporation') then
        return null;
      end if;$$
    || as_system
    -- A corporation besides once in every prefecture and once in every municipality.
    || replace(replace(delta,
      '<at>', 'place.prefecture, place.node'),
      '<more>', $$cross join lateral (
        select distinct p.prefecture, n.node from corporation_place p
        cross join lateral (values (p.municipality), (p.prefecture)) n (node)
        where p.notice_id = r.notice_id and p.corporation = r.organization) place
      where r.tier = 'corporation'$$)
    || as_before || ' end';
  -- A place that comes or goes while the corporation's delivery is there already. The delivery is locked first: a change of it
  -- that runs at the same time is then either visible here or finds the place itself.
  of_places constant text := declared || as_system || $$
      -- When a notice is issued the places come first, and there is nothing to count yet.
      if not exists (
        select from (select distinct r.notice_id from <one> r) n
        cross join lateral (select from delivery d where d.notice_id = n.notice_id limit 1) d)
      then$$ || as_before || $$
      end if;
      perform from (select distinct r.notice_id, r.corporation from <one> r order by 1, 2) r
        cross join lateral (
          select from delivery d where d.notice_id = r.notice_id and d.organization = r.corporation for update) d;
      if exists (
        select from <one> r
        join delivery d on d.notice_id = r.notice_id and d.organization = r.corporation
        join corporation_place p
          on p.notice_id = r.notice_id and p.corporation = r.corporation and p.municipality = r.municipality
        where d.xmin = p.xmin and d.cmin = p.cmin)
      then
        raise exception 'deliveries and places of corporations must be written by two statements: one would count them twice';
      end if;$$
    || replace(replace(replace(delta,
      '<at>', 'r.at_prefecture, r.at_node'),
      '<more>', ''),
      '<rows>', $$
        select <sign> as sign, place.prefecture as at_prefecture, place.node as at_node, d.*
        from (
          select r.notice_id, r.corporation, r.prefecture, r.municipality as node from <one> r
          union
          select r.notice_id, r.corporation, r.prefecture, r.prefecture from <one> r
          where not exists (
            select from corporation_place p
            where p.notice_id = r.notice_id and p.corporation = r.corporation and p.prefecture = r.prefecture
              and not exists (
                select from <one> s
                where s.notice_id = p.notice_id and s.corporation = p.corporation and s.municipality = p.municipality))
        ) place
        join delivery d on d.notice_id = place.notice_id and d.organization = place.corporation$$)
    || as_before || ' end';
  made record;
begin
  for made in
    select * from (values
      ('progress_of_inserted', replace(replace(of_deliveries, '<rows>', appear), '<one>', 'new_rows')),
      ('progress_of_updated', replace(replace(of_deliveries, '<rows>', vanish || ' union all ' || appear), '<one>', 'new_rows')),
      ('progress_of_deleted', replace(replace(of_deliveries, '<rows>', vanish), '<one>', 'old_rows')),
      ('progress_of_added_places', replace(replace(of_places, '<one>', 'new_rows'), '<sign>', '1')),
      ('progress_of_removed_places', replace(replace(of_places, '<one>', 'old_rows'), '<sign>', '-1'))
    ) f (name, body)
  loop
    -- Of the owner, because a caller must not decide what its own statement is counted from. Plans are kept for the session and
    -- have to suit one row as well as 200,000: no scan of a whole table.
    execute format(
      $$create function %I() returns trigger language plpgsql security definer set search_path = public, pg_temp
        set enable_seqscan = off set work_mem = '64MB' set jit = off as %L$$,
      made.name, made.body);
    -- For the same reason groups are hashed: four times as fast as sorting them.
    if made.name not like '%places' then
      execute format('alter function %I() set enable_sort = off', made.name);
    end if;
  end loop;
end
$generate$;

create trigger progress_inserted after insert on delivery
  referencing new table as new_rows for each statement execute function progress_of_inserted();
create trigger progress_updated after update on delivery
  referencing old table as old_rows new table as new_rows for each statement execute function progress_of_updated();
create trigger progress_deleted after delete on delivery
  referencing old table as old_rows for each statement execute function progress_of_deleted();
create trigger progress_places_added after insert on corporation_place
  referencing new table as new_rows for each statement execute function progress_of_added_places();
create trigger progress_places_removed after delete on corporation_place
  referencing old table as old_rows for each statement execute function progress_of_removed_places();
-- A place comes or goes; it does not change.
revoke update on corporation_place from ${appRole};
