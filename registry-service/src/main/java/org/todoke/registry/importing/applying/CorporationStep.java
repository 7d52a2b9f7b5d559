package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what the list of corporate numbers says of the corporations that the registry has: the
 * official name, the head office, and that one has ended. Five million others are none of its
 * business. A corporation under which establishments still work is not closed by a list.
 */
@ApplicationScoped
class CorporationStep implements Step {

  private static final String END =
      """
      select max(corporation) from (
        select distinct i.corporation from import_corporation i
         where i.run = cast(:run as uuid) and i.corporation > :after
         order by i.corporation limit :atMost) c""";

  private static final String ALL =
      """
      select count(distinct corporation) from import_corporation
       where run = cast(:run as uuid) and corporation > :after and corporation <= :upTo""";

  private static final String KNOWN =
      """
      select count(distinct i.corporation) from import_corporation i
        join organization o on o.code = i.corporation and o.kind = 'corporation'
       where i.run = cast(:run as uuid) and i.corporation > :after and i.corporation <= :upTo""";

  private static final String STORE =
      """
      with listed as (
        select distinct on (i.corporation) i.*,
               i.closed_on is not null and not exists (
                 select from organization e where e.corporation = i.corporation and e.state = 'active')
                 as ends
          from import_corporation i
         where i.run = cast(:run as uuid) and i.corporation > :after and i.corporation <= :upTo
         order by i.corporation, i.line desc
      ), written as (
        update organization o
           set name = l.name, name_kana = coalesce(l.name_kana, o.name_kana),
               prefecture = m.prefecture, municipality = m.code, address = l.address,
               state = case when l.ends then 'closed' else o.state end,
               valid_to = case when l.ends then greatest(l.closed_on, o.valid_from) end,
               origin = 'import', search_key = l.search_key, search = l.search,
               seq = o.seq + 1, version = o.version + 1
          from listed l left join organization m on m.code = l.municipality
         where o.code = l.corporation and o.kind = 'corporation' and o.state = 'active'
           and ((o.name, o.name_kana, o.prefecture, o.municipality, o.address)
                  is distinct from
                (l.name, coalesce(l.name_kana, o.name_kana), m.prefecture, m.code, l.address)
                or l.ends)
           and not (o.origin = 'registrar' and exists (
                 select from organization_history h
                  where h.organization = o.code and h.recorded_by is not null
                    and h.recorded_at >= cast(:asOfStart as timestamptz)))
        returning o.code, l.ends
      )
      insert into import_stored (code, registered, closed) select code, false, ends from written""";

  /** The official spelling outweighs what lists of establishments make of it. */
  private static final String CHOOSE =
      """
      insert into name_variant as v (
        organization, name, occurrences, first_listed_on, last_listed_on, chosen_by, chosen_at)
      select o.code, o.name, 0, cast(:asOf as date), cast(:asOf as date), 'cn', cast(:now as timestamptz)
        from import_stored s join organization o on o.code = s.code
       where not exists (
               select from name_variant c where c.organization = o.code and c.chosen_by is not null)
      on conflict (organization, name) do update set chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at""";

  private static final String CHANGED = "select count(*) from import_stored where not closed";
  private static final String CLOSED = "select count(*) from import_stored where closed";

  private final Statements statements;

  CorporationStep(Statements statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return "corporations";
  }

  @Override
  public boolean isFor(String format) {
    return format.equals(Formats.CORPORATIONS);
  }

  @Override
  public @Nullable String end(Job job, int atMost) {
    return statements.text(END, job, atMost);
  }

  @Override
  public Done apply(Job job, String upTo) {
    statements.run(Telling.STORED, job, upTo);
    statements.run(Telling.TOUCHED, job, upTo);
    statements.run(STORE, job, upTo);
    statements.run(CHOOSE, job, upTo);
    statements.run(Telling.END_HISTORY, job, upTo);
    statements.run(Telling.BEGIN_HISTORY, job, upTo);
    statements.run(Telling.TELL, job, upTo);
    long all = statements.count(ALL, job, upTo);
    long known = statements.count(KNOWN, job, upTo);
    long changed = statements.count(CHANGED, job, upTo);
    long closed = statements.count(CLOSED, job, upTo);
    return new Done(
        (int) all,
        new Effects()
            .add("corporation", "changed", changed)
            .add("corporation", "closed", closed)
            .add("corporation", "unchanged", known - changed - closed)
            .add("corporation", "unknown", all - known));
  }
}
