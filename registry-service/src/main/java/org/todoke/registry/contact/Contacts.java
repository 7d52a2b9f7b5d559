package org.todoke.registry.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ApprovalRules;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.approval.Effect;
import org.todoke.registry.department.Departments;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standing;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.web.Etags;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Reads and keeps contacts. Whoever may not see those of an organisation is told that there are
 * none to be found. The values stay here; the world hears only of the ways.
 */
@ApplicationScoped
public class Contacts {

  /** More active ones than any department needs; keeps what hangs on one row small. */
  private static final int MAX_ACTIVE = 50;

  private final ContactRepository contacts;
  private final OrganizationRepository organizations;
  private final OrganizationRegister register;
  private final Departments departments;
  private final ApprovalRules rules;
  private final Standings standings;
  private final JapaneseToday today;
  private final CurrentActor currentActor;
  private final Clock clock;

  Contacts(
      ContactRepository contacts,
      OrganizationRepository organizations,
      OrganizationRegister register,
      Departments departments,
      ApprovalRules rules,
      Standings standings,
      JapaneseToday today,
      CurrentActor currentActor,
      Clock clock) {
    this.contacts = contacts;
    this.organizations = organizations;
    this.register = register;
    this.departments = departments;
    this.rules = rules;
    this.standings = standings;
    this.today = today;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Transactional
  public Page<ContactView> list(
      OrganizationCode code, @Nullable ContactState state, PageRequest page) {
    Organization organization = require(organizations.find(code), code);
    Standing standing = standings.towards(organization);
    if (!standing.seesContactsOf(organization)) {
      throw notFound(code);
    }
    boolean keeper = standing.keepsContactsOf(organization);
    return Page.of(
            contacts.list(code, state, position(page), page.rowsToRead()),
            page.limit(),
            contact -> contact.id().toString())
        .map(contact -> ContactView.of(contact, keeper));
  }

  @Transactional
  public ContactView get(OrganizationCode code, UUID id) {
    Organization organization = require(organizations.find(code), code);
    Standing standing = standings.towards(organization);
    if (!standing.seesContactsOf(organization)) {
      throw notFound(code);
    }
    return ContactView.of(
        require(contacts.find(code, id), code), standing.keepsContactsOf(organization));
  }

  /** Returns the id of the new contact. */
  @Transactional
  public UUID add(OrganizationCode code, ContactDetails given) {
    Organization organization = lockForKeeping(code);
    ContactDetails details = acceptable(code, given);
    if (!organization.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    refuseTwice(code, details, null);
    if (contacts.countActive(code) >= MAX_ACTIVE) {
      throw Refusal.conflict("contact.too-many", MAX_ACTIVE);
    }
    Contact contact = new Contact(code, details, today.date());
    contacts.persist(contact);
    tellWays(organization);
    return contact.id();
  }

  @Transactional
  public ContactView change(
      OrganizationCode code, UUID id, ContactDetails given, @Nullable String ifMatch) {
    Organization organization = lockForKeeping(code);
    Contact contact = require(contacts.find(code, id), code);
    Etags.require(ifMatch, contact.version());
    ContactDetails details = acceptable(code, given);
    if (!contact.isActive()) {
      throw Refusal.conflict("contact.closed");
    }
    refuseTwice(code, details, id);
    contact.change(details);
    tellWays(organization);
    return ContactView.of(contact, true);
  }

  @Transactional
  public ContactView close(OrganizationCode code, UUID id) {
    Organization organization = lockForKeeping(code);
    Contact contact = require(contacts.find(code, id), code);
    contact.close(today.date());
    tellWays(organization);
    return ContactView.of(contact, true);
  }

  /**
   * Takes in what somebody found out. The world hears of it if the organisation can now be reached
   * by other ways than before. What is known already changes nothing.
   */
  @Transactional
  public Reachability report(OrganizationCode code, UUID id, ReachabilityReport report) {
    Organization organization = require(organizations.lock(code), code);
    if (!standings.towards(organization).reportsReachabilityOf(organization)) {
      throw notFound(code);
    }
    Contact contact = require(contacts.find(code, id), code);
    Optional<Violation> fault = report.fault();
    if (fault.isPresent()) {
      throw Refusal.invalid(fault.get());
    }
    if (!contact.isActive()) {
      throw Refusal.conflict("contact.closed");
    }
    if (contact.report(report, currentActor.get().organization(), clock.instant())) {
      contacts.flush();
      register.foundReachableBy(organization, contacts.channelsOf(code));
    }
    return contact.reachability();
  }

  /**
   * Takes in what showed when a contact was used. Another number or address that was entered
   * meanwhile is not meant.
   *
   * @param by on whose behalf it was used
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void found(
      OrganizationCode code,
      UUID id,
      String value,
      ReachabilityReport report,
      OrganizationCode by) {
    Optional<Organization> organization = organizations.lock(code);
    boolean isNew =
        contacts
            .find(code, id)
            .filter(contact -> contact.isActive() && contact.details().value().equals(value))
            .filter(contact -> contact.report(report, by, clock.instant()))
            .isPresent();
    if (isNew && organization.isPresent()) {
      contacts.flush();
      register.foundReachableBy(organization.get(), contacts.channelsOf(code));
    }
  }

  private Organization lockForKeeping(OrganizationCode code) {
    Organization organization = require(organizations.lock(code), code);
    Standing standing = standings.towards(organization);
    if (!standing.keepsContactsOf(organization)) {
      throw notFound(code);
    }
    if (standing.proposesChangesOf(organization)
        && !standing.mayChange(organization)
        && rules.of(ChangeKind.CONTACT) == Effect.AFTER_APPROVAL) {
      throw Refusal.conflict("contact.only-by-proposal");
    }
    return organization;
  }

  private ContactDetails acceptable(OrganizationCode code, ContactDetails given) {
    List<Violation> faults = faultsOf(code, given);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return given.normalized();
  }

  /** What is wrong with a contact of the organisation, if anything is. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Violation> faultsOf(OrganizationCode code, ContactDetails given) {
    ContactDetails details = given.normalized();
    List<Violation> faults = new ArrayList<>();
    details.fault().ifPresent(faults::add);
    UUID department = details.departmentId();
    if (department != null && !departments.isActive(code, department)) {
      faults.add(Violation.at("/departmentId", "contact.department-unknown"));
    }
    return faults;
  }

  private void refuseTwice(OrganizationCode code, ContactDetails details, @Nullable UUID but) {
    if (contacts.existsAnother(code, details, but)) {
      throw Refusal.conflict("contact.already-there");
    }
  }

  private void tellWays(Organization organization) {
    contacts.flush();
    register.reachableBy(organization, contacts.channelsOf(organization.code()));
  }

  private static @Nullable UUID position(PageRequest page) {
    String after = page.after();
    try {
      return after == null ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(Violation.at("query:cursor", "cursor.unknown"));
    }
  }

  private static <T> T require(Optional<T> found, OrganizationCode code) {
    return found.orElseThrow(() -> notFound(code));
  }

  private static Refusal notFound(OrganizationCode code) {
    return Refusal.notFound("contact.not-found", code);
  }
}
