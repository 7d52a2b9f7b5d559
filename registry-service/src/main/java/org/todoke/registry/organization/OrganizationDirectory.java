package org.todoke.registry.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.registry.offering.OfferingPeriod;
import org.todoke.registry.offering.Offerings;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Answers questions about organisations. Names and codes are public to everybody with a token. */
@ApplicationScoped
public class OrganizationDirectory {

  /** Which of the two lines. */
  public enum Line {
    @JsonProperty("jurisdiction")
    JURISDICTION,
    @JsonProperty("operator")
    OPERATOR
  }

  /**
   * Everybody above an organisation, the nearest first. A corporation hangs in the jurisdiction
   * line by its head office, where that is known; it stands under other places as well, those in
   * which it has establishments.
   */
  @Schema(requiredProperties = {"jurisdiction", "operator"})
  public record Ancestors(List<Ancestor> jurisdiction, List<Ancestor> operator) {}

  /** One of them, with what everybody may know. */
  @Schema(requiredProperties = {"code", "kind", "name"})
  public record Ancestor(OrganizationCode code, OrganizationKind kind, String name) {

    static Ancestor of(Organization organization) {
      return new Ancestor(
          organization.code(), organization.kind(), organization.attributes().name());
    }
  }

  private final OrganizationRepository organizations;
  private final OrganizationsAsOf past;
  private final Offerings offerings;
  private final Standings standings;

  OrganizationDirectory(
      OrganizationRepository organizations,
      OrganizationsAsOf past,
      Offerings offerings,
      Standings standings) {
    this.organizations = organizations;
    this.past = past;
    this.offerings = offerings;
    this.standings = standings;
  }

  @Transactional
  public OrganizationView get(OrganizationCode code) {
    Organization organization = find(code);
    return OrganizationView.of(
        organization,
        standings.towards(organization),
        organization.kind() == OrganizationKind.ESTABLISHMENT ? offerings.current(code) : null);
  }

  /**
   * As it was, or will be by what is known now, on a day.
   *
   * @throws Refusal (not found) {@code organization.not-yet} if it did not exist on that day
   */
  @Transactional
  public OrganizationView get(OrganizationCode code, LocalDate day) {
    return past.find(find(code).code(), day)
        .orElseThrow(() -> Refusal.notFound("organization.not-yet", code, day));
  }

  /** As {@link #list(OrganizationFilter, PageRequest)}, on a day. */
  @Transactional
  public Page<OrganizationView> list(OrganizationFilter filter, LocalDate day, PageRequest page) {
    return Page.of(
        past.list(filter, day, page.after(), page.rowsToRead()),
        page.limit(),
        view -> view.code().value());
  }

  /**
   * A stretch of a list for one who walks through all of it: by itself in a transaction, so that
   * nothing is held in between, and without what depends on the caller.
   *
   * @param day as of which; null for now
   * @param after the last code that the caller has; null for the beginning
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<OrganizationView> stretch(
      OrganizationFilter filter, @Nullable LocalDate day, @Nullable String after, int rows) {
    return day == null
        ? organizations.list(filter, after, rows).stream().map(OrganizationView::plain).toList()
        : past.list(filter, day, after, rows);
  }

  /** What these are called now; those that do not exist are missing. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Map<OrganizationCode, String> names(Collection<OrganizationCode> codes) {
    return organizations.names(codes);
  }

  /** Every period of every service of an establishment, ended ones too. */
  @Transactional
  public Page<OfferingPeriod> servicePeriods(OrganizationCode code, PageRequest page) {
    return offerings.periods(find(code).code(), page);
  }

  @Transactional
  public Page<OrganizationView> list(OrganizationFilter filter, PageRequest page) {
    Page<Organization> found =
        Page.of(
            organizations.list(filter, page.after(), page.rowsToRead()),
            page.limit(),
            organization -> organization.code().value());
    Standing standing = standings.towards(found.items());
    return found.map(organization -> OrganizationView.of(organization, standing));
  }

  @Transactional
  public Page<OrganizationView> children(
      OrganizationCode code, Line line, @Nullable OrganizationState state, PageRequest page) {
    Organization organization = find(code);
    return list(
        switch (line) {
          case JURISDICTION -> OrganizationFilter.childrenInJurisdictionOf(organization, state);
          case OPERATOR -> OrganizationFilter.childrenOfOperator(organization, state);
        },
        page);
  }

  @Transactional
  public Ancestors ancestors(OrganizationCode code) {
    Organization organization = find(code);
    List<Ancestor> jurisdiction = new ArrayList<>();
    OrganizationCode above = aboveInJurisdiction(organization);
    while (above != null) {
      Organization next = find(above);
      jurisdiction.add(Ancestor.of(next));
      above = aboveInJurisdiction(next);
    }
    OrganizationCode operator = organization.attributes().corporation();
    return new Ancestors(
        List.copyOf(jurisdiction),
        operator == null ? List.of() : List.of(Ancestor.of(find(operator))));
  }

  private Organization find(OrganizationCode code) {
    return organizations
        .find(code)
        .orElseThrow(() -> Refusal.notFound("organization.not-found", code));
  }

  /** Rises in kind with every step, so that a chain ends. */
  private static @Nullable OrganizationCode aboveInJurisdiction(Organization organization) {
    Attributes attributes = organization.attributes();
    return switch (organization.kind()) {
      case MINISTRY -> null;
      case DIVISION, PREFECTURE, MUNICIPALITY, UNION, ASSOCIATION -> attributes.parent();
      case CORPORATION, ESTABLISHMENT ->
          attributes.municipality() != null ? attributes.municipality() : attributes.prefecture();
    };
  }
}
