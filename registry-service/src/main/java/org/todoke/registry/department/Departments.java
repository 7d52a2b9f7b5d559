package org.todoke.registry.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.web.Etags;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Reads and keeps the departments of local governments. They are public to everybody with a token;
 * the registrar of the government itself and those above it keep them.
 */
@ApplicationScoped
public class Departments {

  /** More than any government addresses papers to. */
  private static final int MAX_ACTIVE = 200;

  /** Periods of one department that are shown; the newest. */
  private static final int PERIODS_SHOWN = 200;

  private final DepartmentRepository departments;
  private final OrganizationRepository organizations;
  private final OrganizationRegister register;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final JapaneseToday today;
  private final Clock clock;

  Departments(
      DepartmentRepository departments,
      OrganizationRepository organizations,
      OrganizationRegister register,
      Standings standings,
      CurrentActor currentActor,
      JapaneseToday today,
      Clock clock) {
    this.departments = departments;
    this.organizations = organizations;
    this.register = register;
    this.standings = standings;
    this.currentActor = currentActor;
    this.today = today;
    this.clock = clock;
  }

  @Transactional
  public Page<DepartmentView> list(
      OrganizationCode code,
      @Nullable Duty duty,
      @Nullable DepartmentState state,
      PageRequest page) {
    Organization organization =
        organizations
            .find(code)
            .orElseThrow(() -> Refusal.notFound("organization.not-found", code));
    boolean keeper = standings.towards(organization).keepsDepartmentsOf(organization);
    return Page.of(
            departments.list(code, duty, state, page.after(UUID::fromString), page.rowsToRead()),
            page.limit(),
            department -> department.id().toString())
        .map(department -> DepartmentView.of(department, keeper));
  }

  @Transactional
  public DepartmentView get(OrganizationCode code, UUID id) {
    Organization organization = require(organizations.find(code), code);
    return DepartmentView.of(
        require(departments.find(code, id), code),
        standings.towards(organization).keepsDepartmentsOf(organization));
  }

  /** What it was called and in charge of, the newest first. */
  @Transactional
  public List<DepartmentPeriod> history(OrganizationCode code, UUID id) {
    return departments.history(require(departments.find(code, id), code).id(), PERIODS_SHOWN);
  }

  @Transactional
  public DepartmentView add(OrganizationCode code, String name, Duty duty) {
    Organization organization = lockForKeeping(code);
    if (!organization.kind().isLocalGovernment()) {
      throw Refusal.conflict("department.not-for-kind", organization.kind().wireName());
    }
    if (!organization.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    refuseTwice(code, name, duty, null);
    if (departments.countActive(code) >= MAX_ACTIVE) {
      throw Refusal.conflict("department.too-many", MAX_ACTIVE);
    }
    Department department = new Department(code, name, duty, today.date());
    departments.persist(department);
    record(department);
    tell(organization);
    return DepartmentView.of(department, true);
  }

  /** What is the same already changes nothing. */
  @Transactional
  public DepartmentView change(
      OrganizationCode code, UUID id, String name, Duty duty, @Nullable String ifMatch) {
    Organization organization = lockForKeeping(code);
    Department department = require(departments.find(code, id), code);
    Etags.require(ifMatch, department.version());
    if (!department.isActive()) {
      throw Refusal.conflict("department.closed");
    }
    refuseTwice(code, name, duty, id);
    if (department.change(name, duty)) {
      record(department);
      tell(organization);
    }
    return DepartmentView.of(department, true);
  }

  /** Closing again changes nothing. Contacts that name it come first, so that none names nobody. */
  @Transactional
  public DepartmentView close(OrganizationCode code, UUID id) {
    Organization organization = lockForKeeping(code);
    Department department = require(departments.find(code, id), code);
    if (department.isActive()) {
      long contacts = departments.countContacts(id);
      if (contacts > 0) {
        throw Refusal.conflict("department.has-contacts", contacts);
      }
      department.close(today.date());
      departments.flush();
      departments.endHistory(id, today.date());
      tell(organization);
    }
    return DepartmentView.of(department, true);
  }

  /** Whether a contact of the organisation can name it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isActive(OrganizationCode code, UUID id) {
    return departments.find(code, id).filter(Department::isActive).isPresent();
  }

  /** The government's row is what its departments, and contacts that name one, wait for. */
  private Organization lockForKeeping(OrganizationCode code) {
    Organization organization = require(organizations.lock(code), code);
    if (!standings.towards(organization).keepsDepartmentsOf(organization)) {
      throw notFound(code);
    }
    return organization;
  }

  private void refuseTwice(OrganizationCode code, String name, Duty duty, @Nullable UUID but) {
    if (departments.existsAnother(code, name, duty, but)) {
      throw Refusal.conflict("department.already-there");
    }
  }

  private void record(Department department) {
    departments.record(
        department, today.date(), clock.instant(), currentActor.get().organization());
  }

  /** Its departments are told with the whole of the government: papers are addressed to them. */
  private void tell(Organization organization) {
    register.changedBeside(organization, today.date());
  }

  private static <T> T require(Optional<T> found, OrganizationCode code) {
    return found.orElseThrow(() -> notFound(code));
  }

  private static Refusal notFound(OrganizationCode code) {
    return Refusal.notFound("department.not-found", code);
  }
}
