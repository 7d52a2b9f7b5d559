package org.todoke.registry.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the official lists nobody can be addressed, so the service does not count as ready. */
@Readiness
@ApplicationScoped
class ReferenceHealth implements HealthCheck {

  private final EntityManager entityManager;
  private final int expected = ReferenceLists.official().size();

  ReferenceHealth(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  @Transactional
  public HealthCheckResponse call() {
    Number loaded =
        (Number)
            entityManager
                .createNativeQuery(
                    """
                    select count(*) from organization
                     where kind in ('ministry', 'division', 'prefecture', 'municipality')""")
                .getSingleResult();
    return HealthCheckResponse.named("reference-data")
        .withData("expected", expected)
        .withData("loaded", loaded.longValue())
        .status(loaded.longValue() >= expected)
        .build();
  }
}
