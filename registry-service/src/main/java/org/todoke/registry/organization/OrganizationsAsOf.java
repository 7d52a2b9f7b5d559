package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.offering.Offerings;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Organisations as they were, or will be, on a day. The period that holds on a day is either the
 * open one, found by the indexes of what is true now, or one that has ended, found by indexes of
 * those alone.
 */
@ApplicationScoped
class OrganizationsAsOf {

  /** Few enough in the whole country to be walked through. */
  private static final Set<OrganizationKind> AUTHORITIES =
      EnumSet.complementOf(
          EnumSet.of(OrganizationKind.CORPORATION, OrganizationKind.ESTABLISHMENT));

  private static final String PERIOD =
      """
      select o.code, o.kind, h.name, h.name_kana, h.parent, h.prefecture, h.municipality,
             h.corporation, array_to_string(h.services, ' '), h.address, h.building, h.latitude,
             h.longitude, h.ward, h.listing, h.state, o.valid_from,
             case h.state when 'closed' then h.valid_from - 1 end, o.version
        from organization o join organization_history h on h.organization = o.code
       where o.valid_from <= :day and h.valid_from <= :day""";

  private static final String OPEN = " and h.valid_to is null";
  private static final String ENDED = " and h.valid_to is not null and h.valid_to >= :day";

  private static final String OFFERED_NOW =
      """
      exists (select from establishment_service s
               where s.establishment = o.code and s.service = :service and s.valid_to is null)""";

  private final EntityManager entityManager;
  private final Offerings offerings;

  OrganizationsAsOf(EntityManager entityManager, Offerings offerings) {
    this.entityManager = entityManager;
    this.offerings = offerings;
  }

  /** With its services; empty if it did not exist yet. */
  Optional<OrganizationView> find(OrganizationCode code, LocalDate day) {
    Query query =
        entityManager
            .createNativeQuery(
                PERIOD + " and (h.valid_to is null or h.valid_to >= :day) and o.code = :code",
                Object[].class)
            .setParameter("day", day)
            .setParameter("code", code.value());
    return read(query, day)
        .findFirst()
        .map(
            view ->
                view.kind() == OrganizationKind.ESTABLISHMENT
                    ? view.withServices(offerings.asOf(code, day))
                    : view);
  }

  /**
   * In the order of their codes, without those that did not exist yet.
   *
   * @throws Refusal (invalid) if the filter names no place and no corporation, and no kind of which
   *     there are few, or asks for what is not kept of the past
   */
  List<OrganizationView> list(
      OrganizationFilter filter, LocalDate day, @Nullable String after, int rows) {
    requireAnswerable(filter);
    Map<String, Object> parameters = new LinkedHashMap<>();
    String open = conditions("o", filter, after, parameters) + OPEN;
    String ended = conditions("h", filter, after, parameters) + ENDED;
    if (filter.service() != null) {
      open += " and " + OFFERED_NOW;
      ended += " and h.services @> array[cast(:service as text)]";
      parameters.put("service", filter.service());
    }
    // Each half in order and no longer than the page, so that neither is read as a whole.
    String half = "(" + PERIOD + "%s order by o.code limit :rows)";
    Query query =
        entityManager
            .createNativeQuery(
                half.formatted(open)
                    + " union all "
                    + half.formatted(ended)
                    + " order by code limit :rows",
                Object[].class)
            .setParameter("day", day)
            .setParameter("rows", rows);
    parameters.forEach(query::setParameter);
    return read(query, day).toList();
  }

  private static void requireAnswerable(OrganizationFilter filter) {
    List<Violation> violations = new ArrayList<>();
    if (filter.question() != null && !filter.question().isBlank()) {
      violations.add(Violation.at("query:q", "organization.not-with-as-of"));
    }
    if (filter.operatesIn() != null) {
      violations.add(Violation.at("query:operatesIn", "organization.not-with-as-of"));
    }
    boolean narrow =
        filter.prefecture() != null
            || filter.municipality() != null
            || filter.corporation() != null
            || filter.kind() != null && AUTHORITIES.contains(filter.kind());
    if (!narrow) {
      violations.add(Violation.at("query:asOf", "organization.as-of-needs-place"));
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
  }

  /**
   * @param lines whose columns say what it was: of an open period those of the present, which are
   *     the same and have the indexes
   */
  private static String conditions(
      String lines,
      OrganizationFilter filter,
      @Nullable String after,
      Map<String, Object> parameters) {
    StringBuilder sql = new StringBuilder();
    condition(sql, parameters, " and o.code > :", "after", after);
    condition(sql, parameters, " and o.kind = :", "kind", wireName(filter.kind()));
    condition(
        sql, parameters, " and " + lines + ".prefecture = :", "prefecture", filter.prefecture());
    condition(
        sql,
        parameters,
        " and " + lines + ".municipality = :",
        "municipality",
        filter.municipality());
    condition(
        sql, parameters, " and " + lines + ".corporation = :", "corporation", filter.corporation());
    condition(
        sql,
        parameters,
        " and " + lines + ".state = :",
        "state",
        filter.state() == null ? null : filter.state().wireName());
    condition(
        sql,
        parameters,
        " and " + lines + ".listing = :",
        "listing",
        filter.listing() == null ? null : filter.listing().wireName());
    return sql.toString();
  }

  private static void condition(
      StringBuilder sql,
      Map<String, Object> parameters,
      String text,
      String name,
      @Nullable Object value) {
    if (value != null) {
      sql.append(text).append(name);
      parameters.put(name, value instanceof OrganizationCode code ? code.value() : value);
    }
  }

  private static @Nullable String wireName(@Nullable OrganizationKind kind) {
    return kind == null ? null : kind.wireName();
  }

  private static Stream<OrganizationView> read(Query query, LocalDate day) {
    Stream<?> rows = query.getResultStream();
    return rows.map(row -> view((Object[]) row, day));
  }

  private static OrganizationView view(Object[] row, LocalDate day) {
    OrganizationCode code = OrganizationCode.of((String) row[0]);
    String services = (String) row[8];
    Attributes attributes =
        new Attributes(
            (String) row[2],
            (String) row[3],
            code((String) row[4]),
            code((String) row[5]),
            code((String) row[6]),
            code((String) row[7]),
            services.isEmpty() ? List.of() : Arrays.asList(services.split(" ")),
            new Site(
                (String) row[9],
                (String) row[10],
                (BigDecimal) row[11],
                (BigDecimal) row[12],
                (String) row[13]));
    return OrganizationView.past(
        code,
        WireNames.kind((String) row[1]),
        attributes,
        WireNames.listing((String) row[14]),
        WireNames.state((String) row[15]),
        (LocalDate) row[16],
        (LocalDate) row[17],
        ((Number) row[18]).intValue(),
        day);
  }

  private static @Nullable OrganizationCode code(@Nullable String value) {
    return value == null ? null : OrganizationCode.of(value);
  }
}
