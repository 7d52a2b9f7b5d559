package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.OutboxEvent;
import org.todoke.security.CurrentActor;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Enters, changes and closes organisations on behalf of registrars. Whatever changes is in the
 * history and on its way to the topic when the transaction commits.
 */
@ApplicationScoped
public class OrganizationRegister {

  /** How many names a refusal mentions; the rest is a number. */
  private static final int NAMES_MENTIONED = 5;

  private final OrganizationRepository organizations;
  private final Standings standings;
  private final ServiceTypes serviceTypes;
  private final CurrentActor currentActor;
  private final Outbox outbox;
  private final JapaneseToday today;
  private final Clock clock;

  OrganizationRegister(
      OrganizationRepository organizations,
      Standings standings,
      ServiceTypes serviceTypes,
      CurrentActor currentActor,
      Outbox outbox,
      JapaneseToday today,
      Clock clock) {
    this.organizations = organizations;
    this.standings = standings;
    this.serviceTypes = serviceTypes;
    this.currentActor = currentActor;
    this.outbox = outbox;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param from the first day on which it exists; null for today
   */
  @Transactional
  public OrganizationView register(
      OrganizationCode code, OrganizationKind kind, Attributes proposed, @Nullable LocalDate from) {
    Attributes attributes = judge(code, kind, proposed);
    LocalDate since = notInFuture("/validFrom", from);
    if (!standings.ofCaller().mayRegister(kind, attributes)) {
      throw Refusal.forbidden("organization.outside-jurisdiction");
    }
    if (organizations.find(code).isPresent()) {
      throw Refusal.conflict("organization.already-registered", code);
    }
    Organization organization = new Organization(code, kind, attributes, since);
    organizations.persist(organization);
    recordAndTell(organization, EventType.ORGANIZATION_REGISTERED, since);
    return view(organization);
  }

  /**
   * @param effectiveOn the first day on which the change holds; null for today
   * @param ifMatch the version that the caller read
   */
  @Transactional
  public OrganizationView change(
      OrganizationCode code,
      Attributes proposed,
      @Nullable LocalDate effectiveOn,
      @Nullable String ifMatch) {
    Organization organization = lockForChange(code);
    Etags.require(ifMatch, organization.version());
    if (!organization.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    Attributes attributes = judge(code, organization.kind(), proposed);
    if (!standings.ofCaller().mayRegister(organization.kind(), attributes)) {
      throw Refusal.forbidden("organization.outside-jurisdiction");
    }
    LocalDate since = notInFuture("/effectiveOn", effectiveOn);
    LocalDate trueSince = organizations.trueSince(code);
    if (since.isBefore(trueSince)) {
      throw Refusal.invalid(
          Violation.at("/effectiveOn", "organization.before-last-change", trueSince));
    }
    if (organization.change(attributes)) {
      recordAndTell(organization, EventType.ORGANIZATION_CHANGED, since);
    }
    return view(organization);
  }

  /**
   * Closing again changes nothing, on whatever day.
   *
   * @param lastDay on which it exists; null for today
   */
  @Transactional
  public OrganizationView close(OrganizationCode code, @Nullable LocalDate lastDay) {
    Organization organization = lockForChange(code);
    if (!organization.isActive()) {
      return view(organization);
    }
    LocalDate last = notInFuture("/lastDay", lastDay);
    if (last.isBefore(organization.validFrom())) {
      throw Refusal.invalid(
          Violation.at("/lastDay", "organization.closed-before-opened", organization.validFrom()));
    }
    OrganizationRepository.ActiveBelow below = organizations.activeBelow(code, NAMES_MENTIONED);
    if (below.count() > 0) {
      throw Refusal.conflict(
          "organization.has-active-below", below.count(), String.join("、", below.names()));
    }
    if (organization.close(last)) {
      organizations.endMemberships(code, last);
      recordAndTell(organization, EventType.ORGANIZATION_CLOSED, last.plusDays(1));
    }
    return view(organization);
  }

  /**
   * Tells the world by which ways it can be reached, if they are other than before.
   *
   * @param organization locked by the caller in this transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void reachableBy(Organization organization, List<Channel> ways) {
    if (organization.reachableBy(ways)) {
      organizations.flush();
      tell(organization, EventType.ORGANIZATION_CHANGED, today.date());
    }
  }

  /**
   * Tells the world of a change that stands in no column of the organisation itself.
   *
   * @param organization locked by the caller in this transaction
   * @param since the first day on which the change holds
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changedBeside(Organization organization, LocalDate since) {
    organization.changedBeside();
    organizations.flush();
    tell(organization, EventType.ORGANIZATION_CHANGED, since);
  }

  /** What the caller may not change does not exist for this purpose. */
  private Organization lockForChange(OrganizationCode code) {
    Organization organization =
        organizations
            .lock(code)
            .orElseThrow(() -> Refusal.notFound("organization.not-found", code));
    if (!standings.towards(organization).mayChange(organization)) {
      throw Refusal.notFound("organization.not-found", code);
    }
    return organization;
  }

  private Attributes judge(OrganizationCode code, OrganizationKind kind, Attributes proposed) {
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

  private OrganizationView view(Organization organization) {
    return OrganizationView.of(organization, standings.towards(organization));
  }

  private LocalDate notInFuture(String pointer, @Nullable LocalDate day) {
    if (day == null) {
      return today.date();
    }
    if (day.isAfter(today.date())) {
      throw Refusal.invalid(Violation.at(pointer, "date.in-future"));
    }
    return day;
  }

  private void recordAndTell(Organization organization, EventType type, LocalDate since) {
    organizations.record(organization, since, clock.instant(), currentActor.get().organization());
    tell(organization, type, since);
  }

  private void tell(Organization organization, EventType type, LocalDate since) {
    String code = organization.code().value();
    outbox.append(
        new OutboxEvent(
            type,
            code,
            code,
            organization.seq(),
            today.timeOf(since),
            code,
            null,
            organization.snapshot(
                organization.kind() == OrganizationKind.UNION
                    ? organizations.membersOf(organization.code())
                    : null)));
  }
}
