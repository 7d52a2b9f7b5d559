package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.security.Actor;
import org.todoke.security.CurrentActor;

/** Finds out where the caller of the present request stands, with two queries at most. */
@ApplicationScoped
public class Standings {

  private final CurrentActor currentActor;
  private final OrganizationRepository organizations;

  Standings(CurrentActor currentActor, OrganizationRepository organizations) {
    this.currentActor = currentActor;
    this.organizations = organizations;
  }

  /** Enough to judge what is not in the registry yet. */
  Standing ofCaller() {
    return towards(List.of());
  }

  /** How far a registrar of the caller's organisation reaches. */
  public enum Reach {
    COUNTRY,
    PLACE,
    NOTHING
  }

  /** Needs a transaction. */
  public Reach reachOfCaller() {
    OrganizationKind kind =
        organizations.kindOfActive(currentActor.get().organization()).orElse(null);
    if (kind == null) {
      return Reach.NOTHING;
    }
    return switch (kind) {
      case MINISTRY, DIVISION -> Reach.COUNTRY;
      case PREFECTURE, MUNICIPALITY -> Reach.PLACE;
      case UNION, ASSOCIATION, CORPORATION, ESTABLISHMENT -> Reach.NOTHING;
    };
  }

  /** Whether the caller's organisation is the ministry itself. Needs a transaction. */
  public boolean isMinistry() {
    return organizations
        .kindOfActive(currentActor.get().organization())
        .filter(kind -> kind == OrganizationKind.MINISTRY)
        .isPresent();
  }

  public Standing towards(Organization organization) {
    return towards(List.of(organization));
  }

  public Standing towards(Collection<Organization> about) {
    Actor actor = currentActor.get();
    OrganizationKind kind = organizations.kindOfActive(actor.organization()).orElse(null);
    return new Standing(actor, kind, atWorkHere(actor.organization(), kind, about));
  }

  private Set<OrganizationCode> atWorkHere(
      OrganizationCode here, @Nullable OrganizationKind kind, Collection<Organization> about) {
    if (kind != OrganizationKind.PREFECTURE && kind != OrganizationKind.MUNICIPALITY) {
      return Set.of();
    }
    List<OrganizationCode> corporations =
        about.stream()
            .filter(o -> o.kind() == OrganizationKind.CORPORATION)
            .map(Organization::code)
            .toList();
    return corporations.isEmpty()
        ? Set.of()
        : organizations.corporationsAtWorkIn(here, kind, corporations);
  }
}
