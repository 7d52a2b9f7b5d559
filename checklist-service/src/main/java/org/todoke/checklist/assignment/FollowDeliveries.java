package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.todoke.checklist.EventReader;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.event.DeliveryArrived;
import org.todoke.contracts.event.DeliveryExcused;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.messaging.UnreadableEvent;

/**
 * What a batch of delivery events means for assignments. The order within the batch does not
 * matter: the sequence of each delivery says which of its events came first.
 */
@ApplicationScoped
public class FollowDeliveries implements EventHandler {

  private final EventReader reader;
  private final TakeArrivals arrivals;
  private final TakeExcuses excuses;

  FollowDeliveries(EventReader reader, TakeArrivals arrivals, TakeExcuses excuses) {
    this.reader = reader;
    this.arrivals = arrivals;
    this.excuses = excuses;
  }

  @Override
  public void handle(List<EventEnvelope> events) {
    List<TakeArrivals.Arrival> arrived = new ArrayList<>();
    List<TakeExcuses.Excuse> excused = new ArrayList<>();
    Set<TakeExcuses.Key> keys = new LinkedHashSet<>();
    for (EventEnvelope event : events) {
      if (event.type().equals(EventType.DELIVERY_ARRIVED.wireName())) {
        DeliveryArrived data = reader.read(event, DeliveryArrived.class);
        if (isEstablishment(data.tier(), data.organization()) && data.checklistId() != null) {
          arrived.add(new TakeArrivals.Arrival(event, data));
          keys.add(new TakeExcuses.Key(data.noticeId(), data.organization().value()));
        }
      } else if (event.type().equals(EventType.DELIVERY_EXCUSED.wireName())) {
        DeliveryExcused data = reader.read(event, DeliveryExcused.class);
        if (isEstablishment(data.tier(), data.organization())) {
          excused.add(new TakeExcuses.Excuse(event, data));
          keys.add(new TakeExcuses.Key(data.noticeId(), data.organization().value()));
        }
      }
    }
    if (keys.isEmpty()) {
      return;
    }
    excuses.keep(excused);
    arrivals.take(arrived);
    excuses.closeExcused(List.copyOf(keys));
  }

  /** Only establishments answer checklists. */
  private static boolean isEstablishment(OrganizationKind tier, OrganizationCode organization) {
    if (tier == OrganizationKind.ESTABLISHMENT
        && organization.scheme() != OrganizationCode.Scheme.KJ) {
      throw new UnreadableEvent("an establishment without an establishment's code");
    }
    return tier == OrganizationKind.ESTABLISHMENT;
  }
}
