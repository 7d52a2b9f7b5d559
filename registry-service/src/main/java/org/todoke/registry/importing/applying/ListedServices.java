package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;

/** The services of the establishments in hand: what changed begins a new period. */
@ApplicationScoped
class ListedServices {

  /** What a row says; compared as a whole. */
  static final String SAID =
      """
      (s.name, s.name_kana, s.capacity, s.days, s.days_note, s.url, s.extras, s.municipality, s.ward,
       s.address, s.building, s.latitude, s.longitude, s.corporation, s.corporation_name, s.listing)""";

  static final String LISTED =
      """
      (l.name, l.name_kana, l.capacity, l.days, l.days_note, l.url, l.extras, l.municipality, l.ward,
       l.address, l.building, l.latitude, l.longitude, l.corporation, l.corporation_name, 'listed')""";

  /** A registrar's entry of the day of the list or later is newer than the list. */
  static final String DIFFERS =
      """
      s.establishment = l.establishment and s.service = l.service and s.valid_to is null
         and not (s.recorded_by is not null and s.recorded_at >= cast(:asOfStart as timestamptz))
         and %s is distinct from %s"""
          .formatted(SAID, LISTED);

  /** What began on the day of the list is corrected; what began before ends the day before. */
  private static final String CORRECT =
      """
      with corrected as (
        update establishment_service s
           set name = l.name, name_kana = l.name_kana, capacity = l.capacity, days = l.days,
               days_note = l.days_note, url = l.url, extras = l.extras,
               municipality = l.municipality, ward = l.ward, address = l.address,
               building = l.building, latitude = l.latitude, longitude = l.longitude,
               corporation = l.corporation, corporation_name = l.corporation_name,
               search_key = l.search_key, listing = 'listed',
               listing_since = case when s.listing = 'listed' then s.listing_since else cast(:asOf as date) end,
               recorded_at = cast(:now as timestamptz), recorded_by = null, import_run = cast(:run as uuid)
          from import_listed l
         where s.valid_from >= cast(:asOf as date) and %s
        returning s.establishment
      )
      insert into import_touched select establishment from corrected"""
          .formatted(DIFFERS);

  private static final String END =
      """
      with ended as (
        update establishment_service s set valid_to = cast(:asOf as date) - 1
          from import_listed l
         where s.valid_from < cast(:asOf as date) and %s
        returning s.establishment
      )
      insert into import_touched select establishment from ended"""
          .formatted(DIFFERS);

  private static final String BEGIN =
      """
      with begun as (
        insert into establishment_service (
          establishment, service, name, name_kana, capacity, days, days_note, url, extras,
          municipality, ward, address, building, latitude, longitude, corporation,
          corporation_name, search_key, listing, listing_since, valid_from, recorded_at, import_run)
        select l.establishment, l.service, l.name, l.name_kana, l.capacity, l.days, l.days_note,
               l.url, l.extras, l.municipality, l.ward, l.address, l.building, l.latitude,
               l.longitude, l.corporation, l.corporation_name, l.search_key, 'listed', cast(:asOf as date), cast(:asOf as date),
               cast(:now as timestamptz), cast(:run as uuid)
          from import_listed l
         where not exists (
                 select from establishment_service s
                  where s.establishment = l.establishment and s.service = l.service
                    and s.valid_to is null)
         order by l.establishment, l.service
        returning establishment
      )
      insert into import_touched select establishment from begun""";

  static final String ALL = "select count(*) from import_listed";

  private final Statements statements;

  ListedServices(Statements statements) {
    this.statements = statements;
  }

  void apply(Job job, String upTo, Effects effects) {
    long all = statements.count(ALL, job, upTo);
    int corrected = statements.run(CORRECT, job, upTo);
    int ended = statements.run(END, job, upTo);
    int begun = statements.run(BEGIN, job, upTo);
    effects
        .add("service", "created", begun - ended)
        .add("service", "changed", corrected + ended)
        .add("service", "unchanged", all - begun - corrected);
  }
}
