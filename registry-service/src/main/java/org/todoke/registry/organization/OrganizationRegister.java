package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
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
  private final RegistrarAccess access;
  private final Journal journal;
  private final JapaneseToday today;

  OrganizationRegister(
      OrganizationRepository organizations,
      RegistrarAccess access,
      Journal journal,
      JapaneseToday today) {
    this.organizations = organizations;
    this.access = access;
    this.journal = journal;
    this.today = today;
  }

  /**
   * @param from the first day on which it exists; null for today
   */
  @Transactional
  public OrganizationView register(
      OrganizationCode code, OrganizationKind kind, Attributes proposed, @Nullable LocalDate from) {
    Attributes attributes = access.judge(code, kind, proposed);
    LocalDate since = access.notInFuture("/validFrom", from);
    access.requireWithinJurisdiction(kind, attributes);
    Optional<Organization> known = organizations.lock(code);
    if (known.isPresent()) {
      return registerAnew(known.get(), kind, attributes, from);
    }
    Organization organization = new Organization(code, kind, attributes, since);
    organizations.persist(organization);
    journal.recordAndTell(organization, EventType.ORGANIZATION_REGISTERED, since);
    return access.view(organization);
  }

  /** The code of one that was erased is free for whoever has it by law. */
  private OrganizationView registerAnew(
      Organization organization,
      OrganizationKind kind,
      Attributes attributes,
      @Nullable LocalDate from) {
    OrganizationCode code = organization.code();
    if (!organization.isErased() || organization.kind() != kind) {
      throw Refusal.conflict("organization.already-registered", code);
    }
    LocalDate since = access.firstDay("/validFrom", code, from);
    organization.reopen(attributes);
    journal.recordAndTell(organization, EventType.ORGANIZATION_REGISTERED, since);
    return access.view(organization);
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
    Organization organization = access.lockForChange(code);
    Etags.require(ifMatch, organization.version());
    if (!organization.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    Attributes attributes = access.judge(code, organization.kind(), proposed);
    access.requireWithinJurisdiction(organization.kind(), attributes);
    LocalDate since = access.firstDay("/effectiveOn", code, effectiveOn);
    if (organization.change(attributes)) {
      journal.recordAndTell(organization, EventType.ORGANIZATION_CHANGED, since);
    }
    return access.view(organization);
  }

  /**
   * Closing again changes nothing, on whatever day.
   *
   * @param lastDay on which it exists; null for today
   */
  @Transactional
  public OrganizationView close(OrganizationCode code, @Nullable LocalDate lastDay) {
    Organization organization = access.lockForChange(code);
    if (organization.isActive()) {
      closeLocked(organization, "/lastDay", access.notInFuture("/lastDay", lastDay));
    }
    return access.view(organization);
  }

  /**
   * Closes what the caller has locked and may change.
   *
   * @param pointer where the caller said the day
   * @throws Refusal (conflict) {@code organization.has-active-below} while active ones hang below
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void closeLocked(Organization organization, String pointer, LocalDate last) {
    OrganizationCode code = organization.code();
    if (last.isBefore(organization.validFrom())) {
      throw Refusal.invalid(
          Violation.at(pointer, "organization.closed-before-opened", organization.validFrom()));
    }
    LocalDate gone = last.plusDays(1);
    access.requireAfterLastChange(pointer, code, gone);
    requireNobodyActiveBelow(code);
    if (organization.close(last)) {
      organizations.endMemberships(code, last);
      journal.recordAndTell(organization, EventType.ORGANIZATION_CLOSED, gone);
    }
  }

  /**
   * Brings into effect, from today, what an organisation said of itself. Whether the caller may let
   * it through has been judged; whether it is sound is judged here.
   *
   * @param organization locked by the caller in this transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changeAsProposed(Organization organization, Attributes proposed) {
    OrganizationCode code = organization.code();
    Attributes attributes = access.judge(code, organization.kind(), proposed);
    LocalDate since = access.firstDay("/effectiveOn", code, null);
    if (organization.change(attributes)) {
      journal.recordAndTell(organization, EventType.ORGANIZATION_CHANGED, since);
    }
  }

  /**
   * Tells the world by which ways it can be reached, if contacts that somebody entered or took away
   * have made them other than before.
   *
   * @param organization locked by the caller in this transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void reachableBy(Organization organization, List<Channel> ways) {
    if (organization.reachableBy(ways)) {
      journal.tellChanged(organization, today.date());
    }
  }

  /**
   * The same where it was only found out whether contacts reach anybody. Lists go on keeping the
   * organisation if they kept it before.
   *
   * @param organization locked by the caller in this transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void foundReachableBy(Organization organization, List<Channel> ways) {
    if (organization.foundReachableBy(ways)) {
      journal.tellChanged(organization, today.date());
    }
  }

  /**
   * Leaves of a closed organisation what nobody can do without, and tells the world to forget the
   * rest.
   *
   * @param organization locked by the caller in this transaction
   * @return false if that was done before
   * @throws Refusal (conflict) {@code organization.still-active}, {@code
   *     organization.has-active-below}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean erase(Organization organization, Instant now) {
    if (organization.isActive()) {
      throw Refusal.conflict("organization.still-active", organization.code());
    }
    requireNobodyActiveBelow(organization.code());
    if (!organization.erase(now)) {
      return false;
    }
    journal.tellErased(organization);
    return true;
  }

  private void requireNobodyActiveBelow(OrganizationCode code) {
    OrganizationRepository.ActiveBelow below = organizations.activeBelow(code, NAMES_MENTIONED);
    if (below.count() > 0) {
      throw Refusal.conflict(
          "organization.has-active-below", below.count(), String.join("、", below.names()));
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
    journal.tellChanged(organization, since);
  }
}
