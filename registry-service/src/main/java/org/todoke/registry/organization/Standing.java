package org.todoke.registry.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/**
 * Where the caller stands towards organisations, and so what may be seen of them and done with
 * them: the one place in this service that decides it. Row-level security on the contacts decides
 * the same a second time, in the database.
 */
public final class Standing {

  /** Those whose work is to reach somebody. Names and codes are public; contacts are not. */
  private static final Set<String> CONTACT_READERS =
      Set.of(Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.REGISTRAR);

  private static final Set<OrganizationKind> ANSWER_FOR_THEMSELVES =
      Set.of(
          OrganizationKind.ASSOCIATION,
          OrganizationKind.CORPORATION,
          OrganizationKind.ESTABLISHMENT);

  /**
   * Those of which something about a person can be held: the name of a sole operator, a number at
   * home. Authorities have nothing that a law would have erased.
   */
  public static final Set<OrganizationKind> MAY_BE_ERASED = ANSWER_FOR_THEMSELVES;

  private static final Set<OrganizationKind> OPERATORS =
      Set.of(OrganizationKind.CORPORATION, OrganizationKind.ESTABLISHMENT);

  /** What is merged into others of its kind, and divided into them. */
  public static final Set<OrganizationKind> HAVE_SUCCESSORS =
      Set.of(
          OrganizationKind.MUNICIPALITY,
          OrganizationKind.CORPORATION,
          OrganizationKind.ESTABLISHMENT);

  private final Actor actor;
  private final @Nullable OrganizationKind kind;
  private final Set<OrganizationCode> corporationsAtWorkHere;

  /**
   * @param kind of the caller's organisation; null if it is not in the registry or is closed, so
   *     that it stands above nobody
   * @param corporationsAtWorkHere of the corporations in question, those with an establishment in
   *     the caller's place
   */
  Standing(
      Actor actor, @Nullable OrganizationKind kind, Set<OrganizationCode> corporationsAtWorkHere) {
    this.actor = actor;
    this.kind = kind;
    this.corporationsAtWorkHere = Set.copyOf(corporationsAtWorkHere);
  }

  public boolean seesContactsOf(Organization organization) {
    return CONTACT_READERS.stream().anyMatch(actor::has)
        && (isItself(organization) || isAbove(organization));
  }

  public boolean keepsContactsOf(Organization organization) {
    return actor.has(Role.REGISTRAR) && mayChange(organization)
        || isItself(organization)
            && (actor.has(Role.REGISTRAR)
                || actor.has(Role.RESPONDER)
                    && ANSWER_FOR_THEMSELVES.contains(organization.kind()));
  }

  /** Those above it hear whether it can be reached, by a person or by the machine that sends. */
  public boolean reportsReachabilityOf(Organization organization) {
    return actor.has(Role.REGISTRAR) && isAbove(organization)
        || actor.has(Role.INTEGRATOR) && (isAbove(organization) || isItself(organization));
  }

  /**
   * Operators say of themselves what has changed; by rule it holds at once or is approved first.
   */
  public boolean proposesChangesOf(Organization organization) {
    return isItself(organization)
        && OPERATORS.contains(organization.kind())
        && (actor.has(Role.RESPONDER) || actor.has(Role.REGISTRAR));
  }

  /** A government's own registrar keeps them, and so do those above it. */
  public boolean keepsDepartmentsOf(Organization organization) {
    return mayChange(organization) || isItself(organization) && actor.has(Role.REGISTRAR);
  }

  /** As a registrar of those above it, or as an integrator, who does the same by the batch. */
  public boolean mayChange(Organization organization) {
    return mayRegister(organization.kind(), organization.attributes());
  }

  /** Whether an organisation of this kind in this place is the caller's to enter. */
  boolean mayRegister(OrganizationKind of, Attributes attributes) {
    if (!(actor.has(Role.REGISTRAR) || actor.has(Role.INTEGRATOR)) || kind == null) {
      return false;
    }
    return switch (kind) {
      case MINISTRY, DIVISION -> true;
      case PREFECTURE -> liesBelowPrefecture(of) && here().equals(attributes.prefecture());
      case MUNICIPALITY -> liesBelowMunicipality(of) && here().equals(attributes.municipality());
      case UNION, ASSOCIATION, CORPORATION, ESTABLISHMENT -> false;
    };
  }

  /** What the caller may do next with it. */
  public List<String> permittedActions(Organization organization) {
    List<String> actions = new ArrayList<>();
    if (actor.has(Role.REGISTRAR) && mayChange(organization)) {
      if (organization.isErased()) {
        return List.of();
      } else if (!organization.isActive()) {
        actions.add("reopen");
        if (kind == OrganizationKind.MINISTRY && MAY_BE_ERASED.contains(organization.kind())) {
          actions.add("erase");
        }
      } else {
        actions.add("change");
        actions.add("close");
        if (HAVE_SUCCESSORS.contains(organization.kind())) {
          actions.add("merge");
          actions.add("divide");
        }
      }
    }
    if (seesContactsOf(organization)) {
      actions.add("read-contacts");
    }
    if (organization.isActive() && keepsContactsOf(organization)) {
      actions.add("add-contact");
    }
    return List.copyOf(actions);
  }

  private boolean isAbove(Organization organization) {
    if (kind == null) {
      return false;
    }
    Attributes place = organization.attributes();
    return switch (kind) {
      case MINISTRY, DIVISION -> true;
      case PREFECTURE ->
          liesBelowPrefecture(organization.kind()) && here().equals(place.prefecture())
              || corporationsAtWorkHere.contains(organization.code());
      case MUNICIPALITY ->
          liesBelowMunicipality(organization.kind()) && here().equals(place.municipality())
              || corporationsAtWorkHere.contains(organization.code());
      case CORPORATION -> here().equals(place.corporation());
      case UNION, ASSOCIATION, ESTABLISHMENT -> false;
    };
  }

  private static boolean liesBelowPrefecture(OrganizationKind of) {
    return of == OrganizationKind.MUNICIPALITY
        || of == OrganizationKind.UNION
        || of == OrganizationKind.ASSOCIATION
        || liesBelowMunicipality(of);
  }

  private static boolean liesBelowMunicipality(OrganizationKind of) {
    return of == OrganizationKind.CORPORATION || of == OrganizationKind.ESTABLISHMENT;
  }

  private boolean isItself(Organization organization) {
    return here().equals(organization.code());
  }

  private OrganizationCode here() {
    return actor.organization();
  }
}
