package org.todoke.registry.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryAttempted;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.registry.contact.Contacts;
import org.todoke.registry.contact.FailureReason;
import org.todoke.registry.contact.ReachabilityReport;
import org.todoke.registry.contact.ReachabilityState;

/**
 * Notes on contacts what people recorded about FAX, telephone and post. Only about attempts that
 * were made here: of others nobody knows which number was dialled. A few a day, so one by one.
 */
@ApplicationScoped
public class TakeRecords implements EventHandler {

  private static final String TRIED =
      """
      select a.contact_id, k.value, a.sender from attempt a
      join contact k on k.id = a.contact_id and k.organization = a.organization
      where a.id = :attempt and a.channel = :channel
      """;

  private final EventDataReader reader;
  private final EntityManager em;
  private final Contacts contacts;

  TakeRecords(EventDataReader reader, EntityManager em, Contacts contacts) {
    this.reader = reader;
    this.em = em;
    this.contacts = contacts;
  }

  /** Organisations are locked in one order, so that no two wait for each other in a circle. */
  @Override
  public void handle(List<EventEnvelope> events) {
    events.stream()
        .filter(event -> event.type().equals(EventType.DELIVERY_ATTEMPTED.wireName()))
        .map(event -> reader.read(event, DeliveryAttempted.class))
        .sorted(Comparator.comparing(recorded -> recorded.organization().value()))
        .forEach(recorded -> report(recorded).ifPresent(report -> note(recorded, report)));
  }

  private static Optional<ReachabilityReport> report(DeliveryAttempted recorded) {
    if (recorded.state() == AttemptState.DELIVERED) {
      return Optional.of(new ReachabilityReport(ReachabilityState.REACHABLE, null));
    }
    if (recorded.state() == AttemptState.PERMANENT_FAILURE) {
      return Optional.of(
          new ReachabilityReport(
              ReachabilityState.UNREACHABLE,
              FailureReason.ofWireName(Objects.requireNonNull(recorded.reason()).wireName())));
    }
    return Optional.empty();
  }

  private void note(DeliveryAttempted recorded, ReachabilityReport report) {
    for (Object found :
        em.createNativeQuery(TRIED)
            .setParameter("attempt", recorded.attemptId())
            .setParameter("channel", recorded.channel().wireName())
            .getResultList()) {
      Object[] row = (Object[]) found;
      contacts.found(
          recorded.organization(),
          (UUID) row[0],
          (String) row[1],
          report,
          OrganizationCode.of((String) row[2]));
    }
  }
}
