package org.todoke.registry.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.offering.Offerings;
import org.todoke.registry.organization.WireNames;
import org.todoke.web.Cursor;
import org.todoke.web.PageRequest;

/** Steps from organisations to others in the database. */
@ApplicationScoped
class SuccessionTable {

  /** Which end is asked for, and which one is told. */
  enum Direction {
    SUCCESSORS("predecessor", "successor"),
    PREDECESSORS("successor", "predecessor");

    private final String asked;
    private final String told;

    Direction(String asked, String told) {
      this.asked = asked;
      this.told = told;
    }
  }

  private final EntityManager entityManager;

  SuccessionTable(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  boolean exists(OrganizationCode predecessor, OrganizationCode successor) {
    return (Boolean)
        entityManager
            .createNativeQuery(
                """
                select exists (select from succession
                  where predecessor = :predecessor and successor = :successor)""",
                Boolean.class)
            .setParameter("predecessor", predecessor.value())
            .setParameter("successor", successor.value())
            .getSingleResult();
  }

  /** What is recorded already stays as it was recorded. */
  void record(
      OrganizationCode predecessor,
      OrganizationCode successor,
      SuccessionKind kind,
      Offerings.Entry entry) {
    entityManager
        .createNativeQuery(
            """
            insert into succession (
              predecessor, successor, kind, effective_on, recorded_at, recorded_by)
            values (:predecessor, :successor, :kind, :effectiveOn, :recordedAt, :recordedBy)
            on conflict do nothing""")
        .setParameter("predecessor", predecessor.value())
        .setParameter("successor", successor.value())
        .setParameter("kind", kind.wireName())
        .setParameter("effectiveOn", entry.since())
        .setParameter("recordedAt", entry.recordedAt())
        .setParameter("recordedBy", entry.recordedBy().value())
        .executeUpdate();
  }

  /** In the order of the codes at the other end. */
  List<SuccessionView> list(Direction direction, OrganizationCode code, PageRequest page) {
    List<String> after = page.after(position -> Cursor.parts(position, 2));
    String told = "s." + direction.told;
    Query query =
        entityManager
            .createNativeQuery(
                "select o.code, o.kind, o.name, o.state, s.kind, s.effective_on, s.recorded_at,"
                    + " s.recorded_by from succession s join organization o on o.code = "
                    + told
                    + " where s."
                    + direction.asked
                    + " = :code"
                    + (after == null
                        ? ""
                        : " and (" + told + ", s.effective_on) > (:after, :afterDay)")
                    + " order by "
                    + told
                    + ", s.effective_on limit :rows",
                Object[].class)
            .setParameter("code", code.value())
            .setParameter("rows", page.rowsToRead());
    if (after != null) {
      query
          .setParameter("after", after.get(0))
          .setParameter("afterDay", page.after(p -> LocalDate.parse(Cursor.parts(p, 2).get(1))));
    }
    Stream<?> rows = query.getResultStream();
    return rows.map(row -> view((Object[]) row)).toList();
  }

  static String position(SuccessionView last) {
    return Cursor.join(last.organization().code(), last.effectiveOn());
  }

  private static SuccessionView view(Object[] row) {
    return new SuccessionView(
        new SuccessionView.Heir(
            OrganizationCode.of((String) row[0]),
            WireNames.kind((String) row[1]),
            (String) row[2],
            WireNames.state((String) row[3])),
        kind((String) row[4]),
        (LocalDate) row[5],
        (Instant) row[6],
        (@Nullable String) row[7]);
  }

  private static SuccessionKind kind(String wireName) {
    return Arrays.stream(SuccessionKind.values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
