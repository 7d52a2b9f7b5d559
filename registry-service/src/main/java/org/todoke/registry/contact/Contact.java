package org.todoke.registry.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/** A contact of an organisation. */
@Entity
@Table(name = "contact")
class Contact {

  @Id private UUID id;
  private OrganizationCode organization;
  private Channel channel;
  private String value;
  private @Nullable String department;
  private @Nullable UUID departmentId;
  private ContactState state;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;

  // What machines report must not disturb a person who is just changing the contact.
  @OptimisticLock(excluded = true)
  private ReachabilityState reachability;

  @OptimisticLock(excluded = true)
  private @Nullable Instant reachabilitySince;

  @OptimisticLock(excluded = true)
  private @Nullable FailureReason reachabilityReason;

  @OptimisticLock(excluded = true)
  private @Nullable OrganizationCode reachabilityBy;

  @Version private int version;

  /** For Hibernate. */
  protected Contact() {}

  Contact(OrganizationCode organization, ContactDetails details, LocalDate validFrom) {
    this.id = UUID.randomUUID();
    this.organization = organization;
    this.state = ContactState.ACTIVE;
    this.validFrom = validFrom;
    this.channel = details.channel();
    this.value = details.value();
    this.department = details.department();
    this.departmentId = details.departmentId();
    this.reachability = ReachabilityState.UNTESTED;
  }

  /** Nothing is known of the reachability of another number or address. */
  void change(ContactDetails details) {
    if (channel != details.channel() || !value.equals(details.value())) {
      reachability = ReachabilityState.UNTESTED;
      reachabilitySince = null;
      reachabilityReason = null;
      reachabilityBy = null;
    }
    channel = details.channel();
    value = details.value();
    department = details.department();
    departmentId = details.departmentId();
  }

  /** Closing again changes nothing, not even the day. */
  void close(LocalDate lastDay) {
    if (isActive()) {
      state = ContactState.CLOSED;
      validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
    }
  }

  /** False if that was known already. Another reason for the same state is no new state. */
  boolean report(ReachabilityReport report, OrganizationCode by, Instant now) {
    if (reachability == report.state() && reachabilityReason == report.reason()) {
      return false;
    }
    if (reachability != report.state()) {
      reachability = report.state();
      reachabilitySince = now;
    }
    reachabilityReason = report.reason();
    reachabilityBy = by;
    return true;
  }

  Reachability reachability() {
    return new Reachability(reachability, reachabilitySince, reachabilityReason, reachabilityBy);
  }

  boolean isActive() {
    return state == ContactState.ACTIVE;
  }

  UUID id() {
    return id;
  }

  OrganizationCode organization() {
    return organization;
  }

  ContactDetails details() {
    return new ContactDetails(channel, value, department, departmentId);
  }

  ContactState state() {
    return state;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }

  int version() {
    return version;
  }
}
