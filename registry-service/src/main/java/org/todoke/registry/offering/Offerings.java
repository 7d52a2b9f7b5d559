package org.todoke.registry.offering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.ServiceDay;
import org.todoke.web.Cursor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/**
 * The services of establishments in the database. Whoever writes holds the lock on the
 * establishment's row, counts the change there and tells of it.
 */
@ApplicationScoped
public class Offerings {

  private static final String COLUMNS =
      """
      select service, name, name_kana, capacity, array_to_string(days, ' '), days_note, url, listing,
             valid_from, valid_to, recorded_at, recorded_by, import_run
        from establishment_service where establishment = :establishment""";

  /** Who says so, and since when it is true. */
  public record Entry(LocalDate since, Instant recordedAt, OrganizationCode recordedBy) {}

  private final EntityManager entityManager;

  Offerings(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** In the order of the service codes; empty for what is no establishment. */
  public List<Offering> current(OrganizationCode establishment) {
    return read(select(" and valid_to is null order by service", establishment));
  }

  /** What it offered on a day. */
  public List<Offering> asOf(OrganizationCode establishment, LocalDate day) {
    return read(
        select(
                " and valid_from <= :day and (valid_to is null or valid_to >= :day) order by service",
                establishment)
            .setParameter("day", day));
  }

  public Optional<Offering> current(OrganizationCode establishment, String service) {
    return read(
            select(" and service = :service and valid_to is null", establishment)
                .setParameter("service", service))
        .stream()
        .findFirst();
  }

  /** Every period of every service, by service and the newest first. */
  @Transactional
  public Page<OfferingPeriod> periods(OrganizationCode establishment, PageRequest page) {
    List<String> after = page.after(position -> Cursor.parts(position, 2));
    String condition =
        after == null
            ? ""
            : " and (service > :service or service = :service and valid_from < :before)";
    Query query =
        select(condition + " order by service, valid_from desc limit :rows", establishment)
            .setParameter("rows", page.rowsToRead());
    if (after != null) {
      query
          .setParameter("service", after.get(0))
          .setParameter("before", page.after(p -> LocalDate.parse(Cursor.parts(p, 2).get(1))));
    }
    return Page.of(read(query), page.limit(), last -> Cursor.join(last.service(), last.validFrom()))
        .map(OfferingPeriod::of);
  }

  /**
   * Begins a row, under the establishment's own name, for each of these services that has none, and
   * ends those of all others.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keepInStep(
      OrganizationCode establishment,
      Collection<String> services,
      String name,
      @Nullable String nameKana,
      Entry entry) {
    String codes = String.join(" ", services);
    entityManager
        .createNativeQuery(
            """
            update establishment_service set valid_to = greatest(valid_from, :since) - 1
             where establishment = :establishment and valid_to is null
               and service <> all (string_to_array(:services, ' '))""")
        .setParameter("since", entry.since())
        .setParameter("establishment", establishment.value())
        .setParameter("services", codes)
        .executeUpdate();
    entityManager
        .createNativeQuery(
            """
            insert into establishment_service (
              establishment, service, name, name_kana, valid_from, recorded_at, recorded_by)
            select :establishment, w.service, :name, :nameKana, :since, :recordedAt, :recordedBy
              from unnest(string_to_array(:services, ' ')) as w (service)
             where not exists (
               select from establishment_service s
                where s.establishment = :establishment and s.service = w.service
                  and s.valid_to is null)
            -- Ended and begun again on one day: nothing else was ever true of that day.
            on conflict (establishment, service, valid_from) do update
              set valid_to = null, recorded_at = excluded.recorded_at,
                  recorded_by = excluded.recorded_by, import_run = null""")
        .setParameter("establishment", establishment.value())
        .setParameter("services", codes)
        .setParameter("name", name)
        .setParameter("nameKana", nameKana)
        .setParameter("since", entry.since())
        .setParameter("recordedAt", entry.recordedAt())
        .setParameter("recordedBy", entry.recordedBy().value())
        .executeUpdate();
  }

  /**
   * Says what is true of a service from a day on. What was true before ends, or is replaced if it
   * began on that very day.
   *
   * @param searchKey of its name and reading
   * @param entry since no earlier day than the one on which the present row began
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void set(
      OrganizationCode establishment,
      String service,
      OfferingDetails details,
      String searchKey,
      Entry entry) {
    entityManager
        .createNativeQuery(
            """
            update establishment_service set valid_to = cast(:since as date) - 1
             where establishment = :establishment and service = :service and valid_to is null
               and valid_from < :since""")
        .setParameter("since", entry.since())
        .setParameter("establishment", establishment.value())
        .setParameter("service", service)
        .executeUpdate();
    entityManager
        .createNativeQuery(
            """
            insert into establishment_service as s (
              establishment, service, name, name_kana, capacity, days, days_note, url, extras,
              listing, listing_since, municipality, ward, address, building, latitude, longitude,
              corporation, corporation_name, search_key, valid_from, recorded_at, recorded_by)
            select :establishment, :service, :name, :nameKana, cast(:capacity as integer),
                   string_to_array(:days, ' '), :daysNote, :url,
                   before.extras, before.listing, before.listing_since, before.municipality,
                   before.ward, before.address, before.building, before.latitude,
                   before.longitude, before.corporation, before.corporation_name, :searchKey,
                   :since, :recordedAt, :recordedBy
              from (select) as one
              left join lateral (
                select * from establishment_service
                 where establishment = :establishment and service = :service
                 order by valid_from desc limit 1) as before on true
            on conflict (establishment, service, valid_from) do update
              set (name, name_kana, search_key, capacity, days, days_note, url, valid_to,
                   recorded_at, recorded_by, import_run)
                = (excluded.name, excluded.name_kana, excluded.search_key, excluded.capacity,
                   excluded.days, excluded.days_note, excluded.url, null, excluded.recorded_at,
                   excluded.recorded_by, null)""")
        .setParameter("establishment", establishment.value())
        .setParameter("service", service)
        .setParameter("name", details.name())
        .setParameter("nameKana", details.nameKana())
        .setParameter("searchKey", searchKey)
        .setParameter("capacity", details.capacity())
        .setParameter(
            "days", String.join(" ", details.days().stream().map(ServiceDay::wireName).toList()))
        .setParameter("daysNote", details.daysNote())
        .setParameter("url", details.url())
        .setParameter("since", entry.since())
        .setParameter("recordedAt", entry.recordedAt())
        .setParameter("recordedBy", entry.recordedBy().value())
        .executeUpdate();
  }

  private Query select(String condition, OrganizationCode establishment) {
    return entityManager
        .createNativeQuery(COLUMNS + condition, Object[].class)
        .setParameter("establishment", establishment.value());
  }

  private static List<Offering> read(Query query) {
    Stream<?> rows = query.getResultStream();
    return rows.map(row -> offering((Object[]) row)).toList();
  }

  private static Offering offering(Object[] row) {
    return new Offering(
        (String) row[0],
        new OfferingDetails(
            (String) row[1],
            (String) row[2],
            (Integer) row[3],
            days((String) row[4]),
            (String) row[5],
            (String) row[6]),
        listing((String) row[7]),
        (LocalDate) row[8],
        (LocalDate) row[9],
        (Instant) row[10],
        (String) row[11],
        (UUID) row[12]);
  }

  private static List<ServiceDay> days(String names) {
    return Arrays.stream(ServiceDay.values())
        .filter(day -> Arrays.asList(names.split(" ")).contains(day.wireName()))
        .toList();
  }

  private static @Nullable Listing listing(@Nullable String wireName) {
    return Arrays.stream(Listing.values())
        .filter(listing -> listing.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
