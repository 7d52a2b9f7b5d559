package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Enters the corporations that the rows name and the registry does not know, before the
 * establishments that refer to them. Their names are settled afterwards, see {@link NameStep}.
 */
@ApplicationScoped
class OperatorStep implements Step {

  static final String NAME = "operators";

  static final String END =
      """
      select max(corporation) from (
        select distinct corporation from import_service
         where run = cast(:run as uuid) and corporation > :after
         order by corporation limit :atMost) c""";

  private static final String ENTER =
      """
      with spelled as (
        select distinct on (corporation) corporation as code,
               coalesce(corporation_name, '（名称の記載なし）') as name
          from (select corporation, corporation_name, count(*) as n
                  from import_service
                 where run = cast(:run as uuid) and corporation > :after and corporation <= :upTo
                 group by 1, 2) s
         order by corporation, corporation_name is null, n desc, corporation_name
      ), written as (
        insert into organization (
          code, kind, name, state, valid_from, origin, listing, listing_since, seq, search_key, search)
        select s.code, 'corporation', s.name, 'active', cast(:asOf as date), 'import', 'listed', cast(:asOf as date), 1,
               coalesce(f.search_key, ''), coalesce(f.search, '')
          from spelled s
          left join lateral (
                 select n.search_key, n.search from import_name n
                  where n.run = cast(:run as uuid) and n.name = s.name limit 1) f on true
         order by s.code
        on conflict (code) do nothing
        returning code
      )
      insert into import_stored (code, registered) select code, true from written""";

  private final Statements statements;

  OperatorStep(Statements statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isFor(String format) {
    return !format.equals(Formats.CORPORATIONS);
  }

  @Override
  public @Nullable String end(Job job, int atMost) {
    return statements.text(END, job, atMost);
  }

  @Override
  public Done apply(Job job, String upTo) {
    statements.run(Telling.STORED, job, upTo);
    statements.run(Telling.TOUCHED, job, upTo);
    int created = statements.run(ENTER, job, upTo);
    statements.run(Telling.BEGIN_HISTORY, job, upTo);
    statements.run(Telling.TELL, job, upTo);
    return new Done(0, new Effects().add("corporation", "created", created));
  }
}
