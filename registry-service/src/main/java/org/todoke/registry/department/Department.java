package org.todoke.registry.department;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A department of a local government. */
@Entity
@Table(name = "department")
class Department {

  @Id private UUID id;
  private OrganizationCode organization;
  private String name;
  private Duty duty;
  private DepartmentState state;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;
  @Version private int version;

  /** For Hibernate. */
  protected Department() {}

  Department(OrganizationCode organization, String name, Duty duty, LocalDate validFrom) {
    this.id = UUID.randomUUID();
    this.organization = organization;
    this.name = name;
    this.duty = duty;
    this.state = DepartmentState.ACTIVE;
    this.validFrom = validFrom;
  }

  /** False if it is like that already. */
  boolean change(String otherName, Duty otherDuty) {
    if (name.equals(otherName) && duty == otherDuty) {
      return false;
    }
    name = otherName;
    duty = otherDuty;
    return true;
  }

  /** False if it is closed already, on whatever day. */
  boolean close(LocalDate lastDay) {
    if (!isActive()) {
      return false;
    }
    state = DepartmentState.CLOSED;
    validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
    return true;
  }

  boolean isActive() {
    return state == DepartmentState.ACTIVE;
  }

  UUID id() {
    return id;
  }

  OrganizationCode organization() {
    return organization;
  }

  String name() {
    return name;
  }

  Duty duty() {
    return duty;
  }

  DepartmentState state() {
    return state;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  /** The last day on which it existed; null while it does. */
  @Nullable LocalDate validTo() {
    return validTo;
  }

  int version() {
    return version;
  }
}
