package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Place;

/** What the directory knows of what an audience names. */
@ApplicationScoped
public class NamedInAudience {

  private final EntityManager em;

  NamedInAudience(EntityManager em) {
    this.em = em;
  }

  /** Of the codes of services those that any establishment offers. */
  Set<String> offered(Collection<String> codes) {
    if (codes.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        em.createNativeQuery(
                """
                select c.code from unnest(cast(:codes as text[])) c (code)
                where exists (select from organization e
                  where e.kind = 'establishment' and e.services @> array[c.code])
                """,
                String.class)
            .setParameter("codes", codes.toArray(String[]::new))
            .getResultList());
  }

  /** Of the organisations those that lie in the jurisdiction. */
  public Set<OrganizationCode> inJurisdiction(Collection<OrganizationCode> codes, Place lead) {
    if (codes.isEmpty()) {
      return Set.of();
    }
    var conditions = new AudienceConditions(Audience.empty(), lead);
    String sql =
        "select o.code from organization o where o.code = any(cast(:codes as text[])) and "
            + conditions.reach("o");
    List<String> found =
        conditions
            .bind(em.createNativeQuery(sql, String.class), sql)
            .setParameter("codes", AudienceConditions.codes(codes))
            .getResultList();
    return found.stream().map(OrganizationCode::of).collect(Collectors.toSet());
  }
}
