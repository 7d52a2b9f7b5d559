package org.todoke.registry.importing.applying;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Brings establishments and their services into the registry. An establishment is on several lists,
 * once for each of its services; its own name, place and operator are those of its first service in
 * the order of their codes, so that the order of the lists does not matter.
 *
 * <p>What a registrar entered or changed on the day of the list or later is newer than the list and
 * is left alone; so is what is closed.
 */
@ApplicationScoped
class EstablishmentStep implements Step {

  private static final String END =
      """
      select max(establishment) from (
        select distinct establishment from import_service
         where run = cast(:run as uuid) and establishment > :after
         order by establishment limit :atMost) c""";

  private static final String PREPARE_LISTED =
      "create temp table if not exists import_listed (like import_service) on commit delete rows";

  private static final String PREPARE_TARGET =
      """
      create temp table if not exists import_target (
        code text collate "C", name text, name_kana text, municipality text, ward text, corporation text,
        address text, building text, latitude numeric(9, 6), longitude numeric(9, 6), services text[],
        channels text[], search_key text, search tsvector)
        on commit delete rows""";

  private static final String LIST =
      """
      insert into import_listed
      select distinct on (establishment, service) *
        from import_service
       where run = cast(:run as uuid) and establishment > :after and establishment <= :upTo
       order by establishment, service, line desc""";

  private static final String LEAVE_ALONE =
      """
      delete from import_listed l
       using organization o
       where o.code = l.establishment
         and (o.state = 'closed'
              or o.origin = 'registrar' and exists (
                   select from organization_history h
                    where h.organization = o.code and h.recorded_by is not null
                      and h.recorded_at >= cast(:asOfStart as timestamptz)))""";

  private static final String ALL =
      """
      select count(distinct establishment) from import_service
       where run = cast(:run as uuid) and establishment > :after and establishment <= :upTo""";

  private static final String AIM =
      """
      insert into import_target
      with combined as (
        select establishment, service, name, name_kana, municipality, ward, address, building,
               latitude, longitude, corporation, search_key, search
          from import_listed
        union all
        select s.establishment, s.service, s.name, s.name_kana, s.municipality, s.ward, s.address,
               s.building, s.latitude, s.longitude, s.corporation, s.search_key, null
          from establishment_service s
         where s.valid_to is null
           and s.establishment in (select establishment from import_listed)
           and not exists (
                 select from import_listed l
                  where l.establishment = s.establishment and l.service = s.service)
      ), first_listed as (
        select distinct on (establishment) * from combined
         where municipality is not null
         order by establishment, service
      ), run_by as (
        select distinct on (c.establishment) c.establishment,
               -- A number that was merged into another one lives on in lists for years, and rows without one go on
               -- naming a corporation whose number has become known.
               case when k.state = 'closed' then coalesce(m.successor, c.corporation)
                    else c.corporation end as corporation
          from combined c
          join organization k on k.code = c.corporation and k.kind = 'corporation'
          left join succession m on m.predecessor = k.code and m.kind <> 'division'
         order by c.establishment, c.service
      ), offered as (
        select establishment, array_agg(service order by service) as services
          from combined group by establishment
      ), reached as (
        select establishment,
               array_remove(array[
                 case when bool_or(fax is not null) then 'fax' end,
                 case when bool_or(telephone is not null) then 'telephone' end], null) as channels
          from import_listed group by establishment
      )
      select f.establishment, f.name, f.name_kana, f.municipality, f.ward, r.corporation, f.address,
             f.building, f.latitude, f.longitude, o.services, w.channels, f.search_key,
             coalesce(f.search, search_pairs(f.search_key))
        from first_listed f
        join offered o using (establishment)
        join reached w using (establishment)
        left join run_by r using (establishment)""";

  private static final String STORE =
      """
      with written as (
        insert into organization as o (
          code, kind, name, name_kana, prefecture, municipality, ward, corporation, address, building,
          latitude, longitude, services, channels, state, valid_from, origin, listing, listing_since,
          seq, search_key, search)
        select t.code, 'establishment', t.name, t.name_kana, m.prefecture, t.municipality, t.ward,
               t.corporation, t.address, t.building, t.latitude, t.longitude, t.services, t.channels,
               'active', cast(:asOf as date), 'import', 'listed', cast(:asOf as date), 1, t.search_key, t.search
          from import_target t join organization m on m.code = t.municipality
         order by t.code
        on conflict (code) do update set
          name = excluded.name, name_kana = excluded.name_kana, prefecture = excluded.prefecture,
          municipality = excluded.municipality, ward = excluded.ward,
          corporation = excluded.corporation, address = excluded.address,
          building = excluded.building, latitude = excluded.latitude, longitude = excluded.longitude,
          services = excluded.services, origin = 'import', listing = 'listed',
          listing_since = case when o.listing = 'listed' then o.listing_since else excluded.listing_since end,
          search_key = excluded.search_key, search = excluded.search,
          seq = o.seq + 1, version = o.version + 1
        where (o.name, o.name_kana, o.prefecture, o.municipality, o.ward, o.corporation, o.address,
               o.building, o.latitude, o.longitude, o.services, o.listing)
              is distinct from
              (excluded.name, excluded.name_kana, excluded.prefecture, excluded.municipality,
               excluded.ward, excluded.corporation, excluded.address, excluded.building,
               excluded.latitude, excluded.longitude, excluded.services, 'listed')
        returning old.code is null as registered, new.code as code
      )
      insert into import_stored (code, registered) select code, registered from written""";

  private static final String CREATED = "select count(*) from import_stored where registered";
  private static final String CHANGED =
      """
      select count(*) from (
        select code from import_stored where not registered
        union
        select code from import_touched
        except
        select code from import_stored where registered) c""";
  static final String AIMED = "select count(*) from import_target";

  private final Statements statements;
  private final ListedServices services;
  private final ListedContacts contacts;

  EstablishmentStep(Statements statements, ListedServices services, ListedContacts contacts) {
    this.statements = statements;
    this.services = services;
    this.contacts = contacts;
  }

  @Override
  public String name() {
    return "establishments";
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
    long all = aim(job, upTo);
    statements.run(STORE, job, upTo);
    statements.run("analyze import_stored", job, upTo);
    Effects effects = new Effects();
    services.apply(job, upTo, effects);
    contacts.apply(job, upTo, effects);
    statements.run(Telling.COUNT_TOUCHED, job, upTo);
    statements.run(Telling.END_HISTORY, job, upTo);
    statements.run(Telling.BEGIN_HISTORY, job, upTo);
    statements.run(Telling.TELL, job, upTo);
    long aimed = statements.count(AIMED, job, upTo);
    long created = statements.count(CREATED, job, upTo);
    long changed = statements.count(CHANGED, job, upTo);
    effects
        .add("establishment", "created", created)
        .add("establishment", "changed", changed)
        .add("establishment", "unchanged", aimed - created - changed)
        .add("establishment", "kept", all - aimed);
    return new Done((int) all, effects);
  }

  /** The planner would go on with what it knew before, which may have been nothing. */
  @Override
  public void finish(Job job) {
    statements.run(
        "analyze organization (code, kind, state, listing, municipality, corporation)", job, null);
    statements.run(
        "analyze establishment_service (establishment, service, listing, municipality, corporation,"
            + " corporation_name, valid_to)",
        job,
        null);
    statements.run("analyze contact (organization, channel, source, state)", job, null);
  }

  /**
   * Works out, in temporary tables, how the establishments of a stretch are to be.
   *
   * @return how many there are, those that are left alone included
   */
  long aim(Job job, String upTo) {
    statements.run(PREPARE_LISTED, job, upTo);
    statements.run(PREPARE_TARGET, job, upTo);
    long all = statements.count(ALL, job, upTo);
    statements.run(LIST, job, upTo);
    statements.run("analyze import_listed (establishment, service)", job, upTo);
    statements.run(LEAVE_ALONE, job, upTo);
    statements.run(AIM, job, upTo);
    statements.run("analyze import_target (code)", job, upTo);
    return all;
  }
}
