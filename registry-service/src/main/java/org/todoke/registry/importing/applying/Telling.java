package org.todoke.registry.importing.applying;

/**
 * What every step does with the organisations that it wrote: history for those whose attributes
 * changed, and one event for each that is not as it was.
 */
final class Telling {

  /** Codes of what was written in this stretch, and whether it is new. */
  static final String STORED =
      """
      create temp table if not exists import_stored (code text collate "C", registered boolean, closed boolean default false)
        on commit delete rows""";

  /** Codes of what changed in a way that has no row in the history of the organisation itself. */
  static final String TOUCHED =
      """
      create temp table if not exists import_touched (code text collate "C")
        on commit delete rows""";

  static final String END_HISTORY =
      """
      update organization_history h
         set valid_to = greatest(cast(:asOf as date), h.valid_from) - 1
        from import_stored s
       where h.organization = s.code and not s.registered and h.valid_to is null""";

  static final String BEGIN_HISTORY =
      """
      insert into organization_history (
        organization, seq, name, name_kana, parent, prefecture, municipality, corporation, services,
        state, valid_from, recorded_at, address, building, latitude, longitude, ward, listing,
        import_run)
      select o.code, o.seq, o.name, o.name_kana, o.parent, o.prefecture, o.municipality,
             o.corporation, o.services, o.state,
             case when o.state = 'closed' then o.valid_to + 1
                  when s.registered then o.valid_from
                  else cast(:asOf as date) end,
             cast(:now as timestamptz), o.address, o.building, o.latitude, o.longitude, o.ward, o.listing, cast(:run as uuid)
        from import_stored s join organization o on o.code = s.code""";

  /** Once each, however many things about it changed. */
  static final String COUNT_TOUCHED =
      """
      update organization o set seq = o.seq + 1, version = o.version + 1
       where o.code in (select code from import_touched except select code from import_stored)""";

  /** A list brings corporations and establishments: these have neither members nor departments. */
  static final String TELL =
      """
      insert into outbox (
        type, subject, partition_key, sequence, time, recorded_time, correlation_id, data)
      select case when t.registered then 'organization.registered'
                  when t.closed then 'organization.closed'
                  else 'organization.changed' end,
             o.code, o.code, o.seq, cast(:now as timestamptz), cast(:now as timestamptz), o.code,
             organization_event_data(o,
               (select s.services from offered_services s
                 where s.establishment = o.code and o.kind = 'establishment'), null, null)
        from (select code, registered, closed from import_stored
              union all
              (select code, false, false from import_touched
               except select code, false, false from import_stored)) t
        join organization o on o.code = t.code
       order by o.code""";

  private Telling() {}
}
