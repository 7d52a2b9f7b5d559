package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Settles how the corporations of the list are called: as a person chose, else as most rows of all
 * lists spell it. The other spellings are kept as variants; that a name is spelled in two ways is
 * no reason to think of two corporations.
 */
@ApplicationScoped
class NameStep implements Step {

  private static final String PREPARE =
      """
      create temp table if not exists import_spelled (
        code text collate "C", name text, occurrences integer)
        on commit delete rows""";

  private static final String SPELLED =
      """
      insert into import_spelled
      select s.corporation, s.corporation_name, count(*)
        from establishment_service s
       where s.valid_to is null and s.corporation_name is not null
         and s.corporation in (
               select corporation from import_service
                where run = cast(:run as uuid) and corporation > :after and corporation <= :upTo)
       group by 1, 2""";

  private static final String KEEP_VARIANTS =
      """
      insert into name_variant as v (organization, name, occurrences, first_listed_on, last_listed_on)
      select s.code, s.name, s.occurrences, cast(:asOf as date), cast(:asOf as date)
        from import_spelled s
       where s.code in (
               select code from import_spelled group by code having count(*) > 1
               union
               select organization from name_variant
                where organization in (select code from import_spelled))
      on conflict (organization, name) do update
        set occurrences = excluded.occurrences,
            last_listed_on = greatest(v.last_listed_on, excluded.last_listed_on)
      where v.occurrences <> excluded.occurrences""";

  private static final String DROP_OUT =
      """
      update name_variant v set occurrences = 0
       where v.occurrences > 0
         and v.organization in (select code from import_spelled)
         and not exists (select from import_spelled s where s.code = v.organization and s.name = v.name)""";

  private static final String RENAME =
      """
      with preferred as (
        select distinct on (s.code) s.code, s.name
          from import_spelled s
         where not exists (
                 select from name_variant c where c.organization = s.code and c.chosen_by is not null)
         order by s.code, s.occurrences desc, s.name
      ), written as (
        update organization o
           set name = p.name, search_key = f.search_key, search = f.search, origin = 'import',
               seq = o.seq + 1, version = o.version + 1
          from preferred p
         cross join lateral (
                 select n.search_key, n.search from import_name n
                  where n.run = cast(:run as uuid) and n.name = p.name limit 1) f
         where o.code = p.code and o.kind = 'corporation' and o.state = 'active' and o.name <> p.name
           and not (o.origin = 'registrar' and exists (
                 select from organization_history h
                  where h.organization = o.code and h.recorded_by is not null
                    and h.recorded_at >= cast(:asOfStart as timestamptz)))
        returning o.code
      )
      insert into import_stored (code, registered) select code, false from written""";

  private static final String COUNT = "select count(distinct code) from import_spelled";

  private final Statements statements;

  NameStep(Statements statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return "names";
  }

  @Override
  public boolean isFor(String format) {
    return !format.equals(Formats.CORPORATIONS);
  }

  @Override
  public @Nullable String end(Job job, int atMost) {
    return statements.text(OperatorStep.END, job, atMost);
  }

  @Override
  public Done apply(Job job, String upTo) {
    statements.run(Telling.STORED, job, upTo);
    statements.run(Telling.TOUCHED, job, upTo);
    statements.run(PREPARE, job, upTo);
    statements.run(SPELLED, job, upTo);
    statements.run("analyze import_spelled", job, upTo);
    statements.run(KEEP_VARIANTS, job, upTo);
    statements.run(DROP_OUT, job, upTo);
    int renamed = statements.run(RENAME, job, upTo);
    statements.run(Telling.END_HISTORY, job, upTo);
    statements.run(Telling.BEGIN_HISTORY, job, upTo);
    statements.run(Telling.TELL, job, upTo);
    long all = statements.count(COUNT, job, upTo);
    return new Done(
        0, new Effects().add("corporation", "changed", renamed).add("corporation", "listed", all));
  }
}
