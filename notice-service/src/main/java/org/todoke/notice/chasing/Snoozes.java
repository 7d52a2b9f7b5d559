package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/** The table of those who are let be. */
@ApplicationScoped
class Snoozes {

  private final EntityManager em;

  Snoozes(EntityManager em) {
    this.em = em;
  }

  /**
   * @param ordinal how many there were, this one included
   */
  record Given(int ordinal, LocalDate until, String reason, OrganizationCode by, Instant at) {}

  /** The one that holds. */
  Optional<Given> last(UUID notice, OrganizationCode organization) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select ordinal, until, reason, given_by, given_at from snooze
                where notice_id = :notice and organization = :organization
                order by ordinal desc limit 1
                """,
                Object[].class)
            .setParameter("notice", notice)
            .setParameter("organization", organization.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new Given(
                    (Integer) row[0],
                    (LocalDate) row[1],
                    (String) row[2],
                    OrganizationCode.of((String) row[3]),
                    (Instant) row[4]));
  }

  void add(UUID notice, OrganizationCode organization, Given given) {
    em.createNativeQuery(
            """
            insert into snooze (notice_id, organization, ordinal, until, reason, given_by, given_at)
            values (:notice, :organization, :ordinal, :until, :reason, :by, :at)
            """)
        .setParameter("notice", notice)
        .setParameter("organization", organization.value())
        .setParameter("ordinal", given.ordinal())
        .setParameter("until", given.until())
        .setParameter("reason", given.reason())
        .setParameter("by", given.by().value())
        .setParameter("at", given.at())
        .executeUpdate();
  }
}
