package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.offering.Offering;
import org.todoke.registry.offering.Offerings;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * What every edit of an organisation asks first: whether it is the caller's to edit, whether what
 * is to become of it is sound, and whether the day is possible.
 *
 * <p>Locks are taken from the bottom up: an organisation before those that it refers to, and
 * several of one level in the order of their codes, so that no two edits wait for each other.
 */
@ApplicationScoped
public class RegistrarAccess {

  private final OrganizationRepository organizations;
  private final Offerings offerings;
  private final Standings standings;
  private final ServiceTypes serviceTypes;
  private final JapaneseToday today;

  RegistrarAccess(
      OrganizationRepository organizations,
      Offerings offerings,
      Standings standings,
      ServiceTypes serviceTypes,
      JapaneseToday today) {
    this.organizations = organizations;
    this.offerings = offerings;
    this.standings = standings;
    this.serviceTypes = serviceTypes;
    this.today = today;
  }

  /**
   * The organisation, locked. What the caller may not change does not exist for this purpose.
   *
   * @throws Refusal (not found) {@code organization.not-found}
   */
  public Organization lockForChange(OrganizationCode code) {
    Organization organization =
        organizations
            .lock(code)
            .orElseThrow(() -> Refusal.notFound("organization.not-found", code));
    if (!standings.towards(organization).mayChange(organization)) {
      throw Refusal.notFound("organization.not-found", code);
    }
    return organization;
  }

  /**
   * The attributes with what follows from them; whatever they refer to stays as it is until the
   * transaction ends.
   *
   * @throws Refusal (invalid) naming every fault
   */
  public Attributes judge(OrganizationCode code, OrganizationKind kind, Attributes proposed) {
    Set<OrganizationCode> referred =
        Stream.of(
                proposed.parent(),
                proposed.prefecture(),
                proposed.municipality(),
                proposed.corporation())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    OrganizationRules.Judgement judgement =
        OrganizationRules.judge(
            code, kind, proposed, organizations.lockReferred(referred), serviceTypes.codes());
    if (!judgement.violations().isEmpty()) {
      throw Refusal.invalid(judgement.violations());
    }
    return judgement.attributes();
  }

  /**
   * @throws Refusal (forbidden) {@code organization.outside-jurisdiction}
   */
  public void requireWithinJurisdiction(OrganizationKind kind, Attributes attributes) {
    if (!standings.ofCaller().mayRegister(kind, attributes)) {
      throw Refusal.forbidden("organization.outside-jurisdiction");
    }
  }

  /**
   * The day, or today where none is given.
   *
   * @throws Refusal (invalid) {@code date.in-future}
   */
  public LocalDate notInFuture(String pointer, @Nullable LocalDate day) {
    if (day == null) {
      return today.date();
    }
    if (day.isAfter(today.date())) {
      throw Refusal.invalid(Violation.at(pointer, "date.in-future"));
    }
    return day;
  }

  /**
   * The first day of a change. Where none is given it is today, or the first day of what is true
   * now where that is still to come, as it is on the day on which something ends.
   *
   * @throws Refusal (invalid) {@code date.in-future}, {@code organization.before-last-change}
   */
  public LocalDate firstDay(String pointer, OrganizationCode code, @Nullable LocalDate day) {
    if (day == null) {
      LocalDate trueSince = organizations.trueSince(code);
      return trueSince.isAfter(today.date()) ? trueSince : today.date();
    }
    LocalDate since = notInFuture(pointer, day);
    requireAfterLastChange(pointer, code, since);
    return since;
  }

  /**
   * History is never rewritten: nothing begins before what is true now.
   *
   * @throws Refusal (invalid) {@code organization.before-last-change}
   */
  public void requireAfterLastChange(String pointer, OrganizationCode code, LocalDate since) {
    LocalDate trueSince = organizations.trueSince(code);
    if (since.isBefore(trueSince)) {
      throw Refusal.invalid(Violation.at(pointer, "organization.before-last-change", trueSince));
    }
  }

  /** As the caller sees it after the edit. */
  public OrganizationView view(Organization organization) {
    return OrganizationView.of(
        organization, standings.towards(organization), offeringsOf(organization));
  }

  private @Nullable List<Offering> offeringsOf(Organization organization) {
    return organization.kind() == OrganizationKind.ESTABLISHMENT
        ? offerings.current(organization.code())
        : null;
  }
}
