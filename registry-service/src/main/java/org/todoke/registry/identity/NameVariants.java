package org.todoke.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.Attributes;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Shows how an organisation is spelled in lists, and lets a registrar say which spelling is right.
 * Names are public to everybody with a token.
 */
@ApplicationScoped
public class NameVariants {

  /** Far more than any number has; the most frequent ones are shown. */
  private static final int SHOWN = 200;

  /** The version was locked by this transaction, so whatever it is, it is the present one. */
  private static final String AS_LOCKED = "*";

  private final EntityManager entityManager;
  private final OrganizationRepository organizations;
  private final OrganizationRegister register;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final Clock clock;

  NameVariants(
      EntityManager entityManager,
      OrganizationRepository organizations,
      OrganizationRegister register,
      Standings standings,
      CurrentActor currentActor,
      Clock clock) {
    this.entityManager = entityManager;
    this.organizations = organizations;
    this.register = register;
    this.standings = standings;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** The one that a registrar chose first, then the most frequent ones. */
  @Transactional
  public List<NameVariantView> of(OrganizationCode code) {
    if (organizations.find(code).isEmpty()) {
      throw notFound(code);
    }
    Stream<?> rows =
        entityManager
            .createNativeQuery(
                """
                select v.name, v.occurrences, v.first_listed_on, v.last_listed_on, v.name = o.name,
                       v.chosen_by, v.chosen_at
                  from name_variant v join organization o on o.code = v.organization
                 where v.organization = :code
                 order by v.chosen_by is null, v.last_listed_on desc, v.occurrences desc, v.name
                 limit :shown""",
                Object[].class)
            .setParameter("code", code.value())
            .setParameter("shown", SHOWN)
            .getResultStream();
    return rows.map(row -> NameVariantView.of((Object[]) row)).toList();
  }

  /**
   * Makes one spelling the name of the organisation, from today; choosing it again changes nothing.
   *
   * @throws Refusal (invalid) {@code name-variant.unknown} if no list spelled it so
   */
  @Transactional
  public List<NameVariantView> prefer(OrganizationCode code, String name) {
    Organization organization = organizations.lock(code).orElseThrow(() -> notFound(code));
    if (!standings.towards(organization).mayChange(organization)) {
      throw notFound(code);
    }
    if (!organization.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    choose(code, name);
    Attributes attributes = organization.attributes();
    register.change(code, attributes.withName(name, attributes.nameKana()), null, AS_LOCKED);
    return of(code);
  }

  /** In two statements: at most one is chosen at any moment, also in the middle. */
  private void choose(OrganizationCode code, String name) {
    entityManager
        .createNativeQuery(
            """
            update name_variant set chosen_by = null, chosen_at = null
             where organization = :code and chosen_by is not null and name <> :name
               and exists (select from name_variant where organization = :code and name = :name)""")
        .setParameter("code", code.value())
        .setParameter("name", name)
        .executeUpdate();
    int chosen =
        entityManager
            .createNativeQuery(
                """
                update name_variant
                   set chosen_by = coalesce(chosen_by, :by), chosen_at = coalesce(chosen_at, :now)
                 where organization = :code and name = :name""")
            .setParameter("by", currentActor.get().organization().value())
            .setParameter("now", clock.instant())
            .setParameter("code", code.value())
            .setParameter("name", name)
            .executeUpdate();
    if (chosen == 0) {
      throw Refusal.invalid(Violation.at("/name", "name-variant.unknown"));
    }
  }

  private static Refusal notFound(OrganizationCode code) {
    return Refusal.notFound("organization.not-found", code);
  }
}
