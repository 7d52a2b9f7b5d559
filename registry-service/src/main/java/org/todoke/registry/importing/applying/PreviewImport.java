package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.todoke.registry.organization.JapaneseToday;

/**
 * Counts what applying a run would do to the registry as it is now. Uses the statements of the
 * steps as far as they only fill temporary tables, so that both have one understanding of the rows.
 */
@ApplicationScoped
public class PreviewImport {

  private static final String NEW_OPERATORS =
      """
      select count(distinct i.corporation) from import_service i
       where i.run = cast(:run as uuid) and i.corporation is not null
         and not exists (select from organization o where o.code = i.corporation)""";

  private static final String NEW =
      "select count(*) from import_target t where not exists (select from organization o where o.code = t.code)";

  /** Itself, or one of its services, or the ways by which it is reached. */
  private static final String CHANGING =
      """
      select count(*) from (
        select t.code
          from import_target t
          join organization o on o.code = t.code
          join organization m on m.code = t.municipality
         where (o.name, o.name_kana, o.prefecture, o.municipality, o.ward, o.corporation, o.address,
                o.building, o.latitude, o.longitude, o.services, o.listing)
               is distinct from
               (t.name, t.name_kana, m.prefecture, t.municipality, t.ward, t.corporation, t.address,
                t.building, t.latitude, t.longitude, t.services, 'listed')
        union
        select l.establishment
          from import_listed l
          join organization o on o.code = l.establishment
          left join establishment_service s
            on s.establishment = l.establishment and s.service = l.service and s.valid_to is null
         where s.establishment is null or not (s.recorded_by is not null and s.recorded_at >= cast(:asOfStart as timestamptz))
           and """
          + ListedServices.SAID
          + " is distinct from "
          + ListedServices.LISTED
          + ") c";

  private static final String NEW_SERVICES =
      """
      select count(*) from import_listed l
       where not exists (
               select from establishment_service s
                where s.establishment = l.establishment and s.service = l.service and s.valid_to is null)""";

  private static final String CHANGING_SERVICES =
      "select count(*) from establishment_service s, import_listed l where "
          + ListedServices.DIFFERS;

  private static final String GONE = "select count(*) from (" + AbsenceStep.GONE + ") g";

  private static final String GONE_ALTOGETHER =
      "with gone as ("
          + AbsenceStep.GONE
          + """
            )
            select count(*) from (select distinct establishment from gone) e
              join organization o on o.code = e.establishment and o.listing = 'listed' and o.state = 'active'
             where not exists (
                     select from establishment_service s
                      where s.establishment = e.establishment and s.valid_to is null and s.listing = 'listed'
                        and (s.establishment, s.service) not in (select establishment, service from gone))""";

  private final EntityManager em;
  private final Statements statements;
  private final EstablishmentStep establishments;
  private final JapaneseToday days;
  private final Clock clock;

  PreviewImport(
      EntityManager em,
      Statements statements,
      EstablishmentStep establishments,
      JapaneseToday days,
      Clock clock) {
    this.em = em;
    this.statements = statements;
    this.establishments = establishments;
    this.days = days;
    this.clock = clock;
  }

  /**
   * By kind of thing and action: {@code create}, {@code change}, {@code unchanged}, {@code keep},
   * {@code notListed}. Empty for a list of corporations, which changes only what is known.
   *
   * @param run one that has been read
   */
  @Transactional
  public Map<String, Map<String, Long>> preview(UUID run) {
    Tuple row =
        (Tuple)
            em.createNativeQuery(
                    "select organization, format, as_of, services from import_run where id = cast(:run as uuid)",
                    Tuple.class)
                .setParameter("run", run)
                .getSingleResult();
    LocalDate asOf = row.get("as_of", LocalDate.class);
    Job job =
        new Job(
            run,
            row.get("organization", String.class),
            row.get("format", String.class),
            asOf,
            days.startOf(asOf),
            List.of(row.get("services", String[].class)),
            clock.instant(),
            null,
            "");
    Effects effects = new Effects();
    if (!establishments.isFor(job.format())) {
      return effects.counts();
    }
    String end = establishments.end(job, Integer.MAX_VALUE);
    if (end != null) {
      long all = establishments.aim(job, end);
      long aimed = statements.count(EstablishmentStep.AIMED, job, end);
      long created = statements.count(NEW, job, end);
      long changed = statements.count(CHANGING, job, end);
      effects
          .add("establishment", "create", created)
          .add("establishment", "change", changed)
          .add("establishment", "unchanged", aimed - created - changed)
          .add("establishment", "keep", all - aimed);
      long services = statements.count(ListedServices.ALL, job, end);
      long newServices = statements.count(NEW_SERVICES, job, end);
      long changing = statements.count(CHANGING_SERVICES, job, end);
      effects
          .add("service", "create", newServices)
          .add("service", "change", changing)
          .add("service", "unchanged", services - newServices - changing);
    }
    return effects
        .add("corporation", "create", statements.count(NEW_OPERATORS, job, end))
        .add("service", "notListed", statements.count(GONE, job, end))
        .add("establishment", "notListed", statements.count(GONE_ALTOGETHER, job, end))
        .counts();
  }
}
