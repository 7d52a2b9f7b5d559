package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Notes which services the list no longer has, within its services and its area. Absence closes
 * nobody: lists have holes, and numbers change. A row that was rejected is no absence.
 */
@ApplicationScoped
class AbsenceStep implements Step {

  /** National lists speak of the whole area of the registrar, others of the places in them. */
  static final String GONE =
      """
      select s.establishment, s.service
        from establishment_service s
       where s.valid_to is null and s.listing = 'listed' and s.service = any (:services)
         and not exists (
               select from import_service i
                where i.run = cast(:run as uuid) and i.establishment = s.establishment and i.service = s.service)
         and not exists (
               select from import_row r cross join unnest(r.cells) as c (cell)
                where r.run = cast(:run as uuid) and r.outcome = 'rejected'
                  and 'kj:' || c.cell = s.establishment)
         and (:format = 'mhlw-open-data'
              or s.municipality in (select municipality from import_service where run = cast(:run as uuid)))
         and exists (
               select from organization v, organization m
                where v.code = :organization and m.code = s.municipality
                  and (v.kind in ('ministry', 'division') or v.code in (m.code, m.prefecture)))
         and not (s.recorded_by is not null and s.recorded_at >= cast(:asOfStart as timestamptz))""";

  private static final String END =
      "select max(establishment) from (select distinct establishment from ("
          + GONE
          + " and s.establishment > :after) g order by establishment limit :atMost) e";

  private static final String PREPARE =
      """
      create temp table if not exists import_gone (establishment text collate "C", service text)
        on commit delete rows""";

  private static final String FIND =
      "insert into import_gone "
          + GONE
          + " and s.establishment > :after and s.establishment <= :upTo";

  private static final String CORRECT =
      """
      update establishment_service s
         set listing = 'not-listed', listing_since = cast(:asOf as date), recorded_at = cast(:now as timestamptz), recorded_by = null,
             import_run = cast(:run as uuid)
        from import_gone g
       where s.establishment = g.establishment and s.service = g.service and s.valid_to is null
         and s.valid_from >= cast(:asOf as date)""";

  private static final String CONTINUE =
      """
      with ended as (
        update establishment_service s set valid_to = cast(:asOf as date) - 1
          from import_gone g
         where s.establishment = g.establishment and s.service = g.service and s.valid_to is null
           and s.valid_from < cast(:asOf as date)
        returning s.*
      )
      insert into establishment_service (
        establishment, service, name, name_kana, capacity, days, days_note, url, extras, municipality,
        ward, address, building, latitude, longitude, corporation, corporation_name, search_key,
        listing, listing_since, valid_from, recorded_at, import_run)
      select establishment, service, name, name_kana, capacity, days, days_note, url, extras,
             municipality, ward, address, building, latitude, longitude, corporation,
             corporation_name, search_key, 'not-listed', cast(:asOf as date), cast(:asOf as date), cast(:now as timestamptz), cast(:run as uuid)
        from ended""";

  /** An establishment is no longer listed when none of its services is. */
  private static final String UNLIST =
      """
      with written as (
        update organization o
           set listing = 'not-listed', listing_since = cast(:asOf as date), seq = o.seq + 1, version = o.version + 1
         where o.code in (select establishment from import_gone)
           and o.listing = 'listed' and o.state = 'active'
           and not exists (
                 select from establishment_service s
                  where s.establishment = o.code and s.valid_to is null and s.listing = 'listed')
        returning o.code
      )
      insert into import_stored (code, registered) select code, false from written""";

  private static final String TOUCH =
      "insert into import_touched select distinct establishment from import_gone";

  private final Statements statements;

  AbsenceStep(Statements statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return "absences";
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
    statements.run(PREPARE, job, upTo);
    int services = statements.run(FIND, job, upTo);
    statements.run(CORRECT, job, upTo);
    statements.run(CONTINUE, job, upTo);
    int establishments = statements.run(UNLIST, job, upTo);
    statements.run(TOUCH, job, upTo);
    statements.run(Telling.COUNT_TOUCHED, job, upTo);
    statements.run(Telling.END_HISTORY, job, upTo);
    statements.run(Telling.BEGIN_HISTORY, job, upTo);
    statements.run(Telling.TELL, job, upTo);
    return new Done(
        0,
        new Effects()
            .add("service", "notListed", services)
            .add("establishment", "notListed", establishments));
  }
}
