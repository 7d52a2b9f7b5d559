package org.todoke.registry.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.event.NamedDepartment;

/** Organisations in the database. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, String> {

  public Optional<Organization> find(OrganizationCode code) {
    return findByIdOptional(code.value());
  }

  /** The row stays locked to the end of the transaction, so that its events keep their order. */
  public Optional<Organization> lock(OrganizationCode code) {
    return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  List<Organization> list(OrganizationFilter filter, @Nullable String after, int rows) {
    return list(
        filter,
        after,
        rows,
        OrganizationQuery.wordsToWeigh(filter)
            .map(this::commonnessOf)
            .orElse(Commonness.IRRELEVANT));
  }

  /** The answer is the same whatever is thought of how common the words are. */
  @SuppressWarnings("unchecked")
  List<Organization> list(
      OrganizationFilter filter, @Nullable String after, int rows, Commonness commonness) {
    OrganizationQuery query = new OrganizationQuery(filter, after, commonness);
    Query prepared = getEntityManager().createNativeQuery(query.sql(), Organization.class);
    query.parameters().forEach(prepared::setParameter);
    return prepared.setParameter("rows", rows).getResultList();
  }

  private Commonness commonnessOf(List<String> words) {
    Query query = getEntityManager().createNativeQuery(Commonness.sql(words), Object[].class);
    for (int i = 0; i < words.size(); i++) {
      query.setParameter("word" + i, words.get(i));
    }
    Object[] counted = (Object[]) query.getSingleResult();
    return Commonness.ofSample((Number) counted[0], (Number) counted[1]);
  }

  Map<OrganizationCode, String> names(Collection<OrganizationCode> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    Stream<?> rows =
        getEntityManager()
            .createNativeQuery(
                "select code, name from organization where code in (:codes)", Object[].class)
            .setParameter("codes", codes.stream().map(OrganizationCode::value).toList())
            .getResultStream();
    return rows.map(row -> (Object[]) row)
        .collect(
            Collectors.toMap(row -> OrganizationCode.of((String) row[0]), row -> (String) row[1]));
  }

  public Optional<OrganizationKind> kindOfActive(OrganizationCode code) {
    Stream<?> kinds =
        getEntityManager()
            .createNativeQuery(
                "select kind from organization where code = :code and state = 'active'",
                String.class)
            .setParameter("code", code.value())
            .getResultStream();
    return kinds.findFirst().map(kind -> WireNames.kind((String) kind));
  }

  /** Of these corporations, those that have an establishment in the place. */
  Set<OrganizationCode> corporationsAtWorkIn(
      OrganizationCode place, OrganizationKind kindOfPlace, List<OrganizationCode> corporations) {
    Stream<?> found =
        getEntityManager()
            .createNativeQuery(
                "select distinct corporation from organization where "
                    + (kindOfPlace == OrganizationKind.PREFECTURE ? "prefecture" : "municipality")
                    + " = :place and corporation in (:corporations) and state = 'active'",
                String.class)
            .setParameter("place", place.value())
            .setParameter(
                "corporations", corporations.stream().map(OrganizationCode::value).toList())
            .getResultStream();
    return found.map(code -> OrganizationCode.of((String) code)).collect(Collectors.toSet());
  }

  /**
   * Those of the codes that exist, locked so that none is closed while another one that refers to
   * it is being stored. Not as entities: the session may hold an older state of them.
   */
  Map<OrganizationCode, KnownOrganization> lockReferred(Collection<OrganizationCode> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    Stream<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select code, kind, prefecture, state from organization
                 where code in (:codes) order by code for share""",
                Object[].class)
            .setParameter("codes", codes.stream().map(OrganizationCode::value).toList())
            .getResultStream();
    return rows.map(row -> known((Object[]) row))
        .collect(Collectors.toMap(KnownOrganization::code, Function.identity()));
  }

  /** The municipalities that a union insures for now. */
  List<OrganizationCode> membersOf(OrganizationCode union) {
    Stream<?> members =
        getEntityManager()
            .createNativeQuery(
                """
                select municipality from union_member
                 where union_code = :union and valid_to is null order by municipality""",
                String.class)
            .setParameter("union", union.value())
            .getResultStream();
    return members.map(code -> OrganizationCode.of((String) code)).toList();
  }

  /** Those that a local government has today. */
  List<NamedDepartment> departmentsOf(OrganizationCode organization) {
    Stream<?> departments =
        getEntityManager()
            .createNativeQuery(
                """
                select duty, name from department
                 where organization = :organization and state = 'active'
                 order by duty collate "C", name collate "C"
                """,
                Object[].class)
            .setParameter("organization", organization.value())
            .getResultStream();
    return departments
        .map(row -> (Object[]) row)
        .map(row -> new NamedDepartment((String) row[0], (String) row[1]))
        .toList();
  }

  /** A union that has closed insures for nobody any more. */
  void endMemberships(OrganizationCode union, LocalDate lastDay) {
    getEntityManager()
        .createNativeQuery(
            """
            update union_member set valid_to = greatest(cast(:lastDay as date), valid_from - 1)
             where union_code = :union and valid_to is null""")
        .setParameter("lastDay", lastDay)
        .setParameter("union", union.value())
        .executeUpdate();
  }

  /**
   * Names of active organisations that hang below it in either line or count it as a member, and
   * how many there are.
   */
  ActiveBelow activeBelow(OrganizationCode code, int names) {
    Stream<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select name, count(*) over () from organization
                 where state = 'active' and code <> :code
                   and (parent = :code or prefecture = :code or municipality = :code
                        or corporation = :code
                        -- As an array, so that the indexes can still answer all of it.
                        or code = any (array(
                             select union_code from union_member
                              where municipality = :code and valid_to is null)))
                 order by code limit :names""",
                Object[].class)
            .setParameter("code", code.value())
            .setParameter("names", names)
            .getResultStream();
    List<Object[]> found = rows.map(row -> (Object[]) row).toList();
    return found.isEmpty()
        ? new ActiveBelow(0, List.of())
        : new ActiveBelow(
            ((Number) found.get(0)[1]).longValue(),
            found.stream().map(row -> (String) row[0]).toList());
  }

  /** How many, and the names of the first of them. */
  record ActiveBelow(long count, List<String> names) {}

  /** The first day of what is true of it now. */
  LocalDate trueSince(OrganizationCode code) {
    return (LocalDate)
        getEntityManager()
            .createNativeQuery(
                """
                select valid_from from organization_history
                 where organization = :code and valid_to is null""",
                LocalDate.class)
            .setParameter("code", code.value())
            .getSingleResult();
  }

  /**
   * Writes what follows from the row as it now is: the search key, and the history, in which what
   * was true until the day before ends.
   */
  void record(
      Organization organization, LocalDate since, Instant recordedAt, OrganizationCode recordedBy) {
    flush();
    Attributes attributes = organization.attributes();
    String key = SearchKey.of(attributes.name(), attributes.nameKana());
    getEntityManager()
        .createNativeQuery(
            """
            update organization
               set search_key = :key,
                   search = array_to_tsvector(string_to_array(:pairs, ' '))
             where code = :code""")
        .setParameter("key", key)
        .setParameter("pairs", String.join(" ", SearchKey.pairsOf(key)))
        .setParameter("code", organization.code().value())
        .executeUpdate();
    getEntityManager()
        .createNativeQuery(
            """
            update organization_history set valid_to = cast(:since as date) - 1
             where organization = :code and valid_to is null""")
        .setParameter("since", since)
        .setParameter("code", organization.code().value())
        .executeUpdate();
    getEntityManager()
        .createNativeQuery(
            """
            insert into organization_history (
              organization, %1$s, valid_from, recorded_at, recorded_by)
            select code, %1$s, :since, :recordedAt, :recordedBy
              from organization where code = :code"""
                .formatted(OrganizationColumns.IN_HISTORY))
        .setParameter("since", since)
        .setParameter("recordedAt", recordedAt)
        .setParameter("recordedBy", recordedBy.value())
        .setParameter("code", organization.code().value())
        .executeUpdate();
  }

  private static KnownOrganization known(Object[] row) {
    return new KnownOrganization(
        OrganizationCode.of((String) row[0]),
        WireNames.kind((String) row[1]),
        row[2] == null ? null : OrganizationCode.of((String) row[2]),
        "active".equals(row[3]));
  }
}
