package org.todoke.notice.place;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** Looks organisations up in the directory. */
@ApplicationScoped
public class Places {

  private final EntityManager em;

  Places(EntityManager em) {
    this.em = em;
  }

  public Optional<Place> find(OrganizationCode code) {
    return Optional.ofNullable(findAll(List.of(code)).get(code));
  }

  /** Those that the directory knows; closed ones too. */
  @SuppressWarnings("unchecked")
  public Map<OrganizationCode, Place> findAll(Collection<OrganizationCode> codes) {
    var found = new HashMap<OrganizationCode, Place>();
    if (codes.isEmpty()) {
      return found;
    }
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select code, kind, name, parent, prefecture, municipality, corporation, state
                from organization where code = any(cast(:codes as text[]))
                """)
            .setParameter(
                "codes", codes.stream().map(OrganizationCode::value).toArray(String[]::new))
            .getResultList();
    for (Object[] row : rows) {
      Place place =
          new Place(
              OrganizationCode.of((String) row[0]),
              Kinds.ofWireName((String) row[1]),
              (String) row[2],
              code(row[3]),
              code(row[4]),
              code(row[5]),
              code(row[6]),
              "active".equals(row[7]));
      found.put(place.code(), place);
    }
    return found;
  }

  private static @Nullable OrganizationCode code(@Nullable Object value) {
    return value == null ? null : OrganizationCode.of((String) value);
  }
}
