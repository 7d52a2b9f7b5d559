package org.todoke.registry.union;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.union.UnionMembers.Member;

/** Memberships in the database. */
@ApplicationScoped
class UnionMembership {

  private final EntityManager entityManager;

  UnionMembership(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  List<Member> on(OrganizationCode union, LocalDate day) {
    Stream<?> rows =
        entityManager
            .createNativeQuery(
                """
                select m.municipality, o.name, m.valid_from, m.valid_to
                  from union_member m join organization o on o.code = m.municipality
                 where m.union_code = :union and m.valid_from <= :day
                   and (m.valid_to is null or m.valid_to >= :day)
                 order by m.municipality""",
                Object[].class)
            .setParameter("union", union.value())
            .setParameter("day", day)
            .getResultStream();
    return rows.map(row -> member((Object[]) row)).toList();
  }

  /** What a proposed member is, and which other union it belongs to. */
  record Candidate(
      OrganizationCode code,
      String kind,
      boolean active,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode otherUnion) {}

  /**
   * Those of the codes that exist. Locked, so that none is closed and no other union takes it
   * before the transaction ends.
   */
  Map<OrganizationCode, Candidate> lock(
      OrganizationCode union, Collection<OrganizationCode> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    List<String> values = codes.stream().map(OrganizationCode::value).toList();
    entityManager
        .createNativeQuery(
            """
            select code from organization where code in (:codes)
             order by code for no key update""",
            String.class)
        .setParameter("codes", values)
        .getResultList();
    Stream<?> rows =
        entityManager
            .createNativeQuery(
                """
                select o.code, o.kind, o.state = 'active', o.prefecture,
                       (select m.union_code from union_member m
                         where m.municipality = o.code and m.valid_to is null
                           and m.union_code <> :union)
                  from organization o where o.code in (:codes)""",
                Object[].class)
            .setParameter("union", union.value())
            .setParameter("codes", values)
            .getResultStream();
    return rows.map(row -> candidate((Object[]) row))
        .collect(Collectors.toMap(Candidate::code, Function.identity()));
  }

  /** The first day on which a change can begin: what was so before stays as it was. */
  Optional<LocalDate> lastChange(OrganizationCode union) {
    return Optional.ofNullable(
        (LocalDate)
            entityManager
                .createNativeQuery(
                    """
                    select max(greatest(valid_from, valid_to + 1)) from union_member
                     where union_code = :union""",
                    LocalDate.class)
                .setParameter("union", union.value())
                .getSingleResult());
  }

  /** Returns how many memberships ended or began. */
  int replace(
      OrganizationCode union,
      Collection<OrganizationCode> members,
      LocalDate since,
      Instant now,
      OrganizationCode by) {
    String[] codes = members.stream().map(OrganizationCode::value).toArray(String[]::new);
    int ended =
        entityManager
            .createNativeQuery(
                """
                update union_member
                   set valid_to = cast(:since as date) - 1, ended_at = :now, ended_by = :by
                 where union_code = :union and valid_to is null
                   and municipality <> all (cast(:codes as text[]))""")
            .setParameter("since", since)
            .setParameter("now", now)
            .setParameter("by", by.value())
            .setParameter("union", union.value())
            .setParameter("codes", codes)
            .executeUpdate();
    int begun =
        entityManager
            .createNativeQuery(
                """
                insert into union_member (
                  union_code, municipality, valid_from, recorded_at, recorded_by)
                select :union, code, :since, :now, :by
                  from unnest(cast(:codes as text[])) as code
                 where not exists (
                   select from union_member m
                    where m.union_code = :union and m.municipality = code and m.valid_to is null)
                -- Taken out and put back on the same day.
                on conflict (union_code, municipality, valid_from) do update
                   set valid_to = null, ended_at = null, ended_by = null,
                       recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by""")
            .setParameter("union", union.value())
            .setParameter("since", since)
            .setParameter("now", now)
            .setParameter("by", by.value())
            .setParameter("codes", codes)
            .executeUpdate();
    return ended + begun;
  }

  Optional<OrganizationCode> unionOf(OrganizationCode municipality) {
    Stream<?> unions =
        entityManager
            .createNativeQuery(
                """
                select union_code from union_member
                 where municipality = :municipality and valid_to is null""",
                String.class)
            .setParameter("municipality", municipality.value())
            .getResultStream();
    return unions.findFirst().map(code -> OrganizationCode.of((String) code));
  }

  private static Member member(Object[] row) {
    return new Member(
        OrganizationCode.of((String) row[0]),
        (String) row[1],
        (LocalDate) row[2],
        (LocalDate) row[3]);
  }

  private static Candidate candidate(Object[] row) {
    return new Candidate(
        OrganizationCode.of((String) row[0]),
        (String) row[1],
        (Boolean) row[2],
        code(row[3]),
        code(row[4]));
  }

  private static @Nullable OrganizationCode code(@Nullable Object value) {
    return value == null ? null : OrganizationCode.of((String) value);
  }
}
