package org.todoke.registry.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
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
  private ContactState state;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;
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
  }

  void change(ContactDetails details) {
    channel = details.channel();
    value = details.value();
    department = details.department();
  }

  /** Closing again changes nothing, not even the day. */
  void close(LocalDate lastDay) {
    if (isActive()) {
      state = ContactState.CLOSED;
      validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
    }
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
    return new ContactDetails(channel, value, department);
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
