package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationKind;
import org.todoke.messaging.Outbox;
import org.todoke.messaging.OutboxEvent;
import org.todoke.registry.offering.Offering;
import org.todoke.registry.offering.Offerings;
import org.todoke.security.CurrentActor;

/**
 * Writes down what a registrar has changed about an organisation, and tells the world of it, in the
 * transaction of the change. The row of the organisation is locked by then, so that its events keep
 * their order.
 */
@ApplicationScoped
public class Journal {

  private final OrganizationRepository organizations;
  private final Offerings offerings;
  private final CurrentActor currentActor;
  private final Outbox outbox;
  private final JapaneseToday today;
  private final Clock clock;

  Journal(
      OrganizationRepository organizations,
      Offerings offerings,
      CurrentActor currentActor,
      Outbox outbox,
      JapaneseToday today,
      Clock clock) {
    this.organizations = organizations;
    this.offerings = offerings;
    this.currentActor = currentActor;
    this.outbox = outbox;
    this.today = today;
    this.clock = clock;
  }

  /** Who is at it, and when. */
  public Offerings.Entry entry(LocalDate since) {
    return new Offerings.Entry(since, clock.instant(), currentActor.get().organization());
  }

  /**
   * For a change of what the history keeps. An establishment's services are brought in step with
   * its types.
   *
   * @param since the first day on which it is so, no earlier than what was true before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordAndTell(Organization organization, EventType type, LocalDate since) {
    Offerings.Entry entry = entry(since);
    organizations.record(organization, since, entry.recordedAt(), entry.recordedBy());
    if (organization.kind() == OrganizationKind.ESTABLISHMENT) {
      Attributes attributes = organization.attributes();
      offerings.keepInStep(
          organization.code(),
          attributes.services(),
          attributes.name(),
          attributes.nameKana(),
          entry);
    }
    tell(organization, type, since);
  }

  /** For a change of what is kept elsewhere and told with the whole. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellChanged(Organization organization, LocalDate since) {
    organizations.flush();
    tell(organization, EventType.ORGANIZATION_CHANGED, since);
  }

  /** For one of which nothing more is to be told. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellErased(Organization organization) {
    organizations.flush();
    String code = organization.code().value();
    outbox.append(
        new OutboxEvent(
            EventType.ORGANIZATION_ERASED,
            code,
            code,
            organization.seq(),
            clock.instant(),
            code,
            null,
            null));
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
                offeringsOf(organization).stream().map(Offering::told).toList(),
                organization.kind() == OrganizationKind.UNION
                    ? organizations.membersOf(organization.code())
                    : null,
                organization.kind().isLocalGovernment()
                    ? organizations.departmentsOf(organization.code())
                    : List.of())));
  }

  private List<Offering> offeringsOf(Organization organization) {
    return organization.kind() == OrganizationKind.ESTABLISHMENT
        ? offerings.current(organization.code())
        : List.of();
  }
}
