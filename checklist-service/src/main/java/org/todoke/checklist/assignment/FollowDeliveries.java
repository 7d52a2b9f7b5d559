package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.todoke.checklist.EventReader;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.event.DeliveryArrived;
import org.todoke.contracts.event.DeliveryCarriedOver;
import org.todoke.contracts.event.DeliveryDueChanged;
import org.todoke.contracts.event.DeliveryExcused;
import org.todoke.contracts.event.ForwardingRejectionDeclined;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.messaging.UnreadableEvent;

/**
 * What a batch of delivery events means for assignments. The order within the batch does not
 * matter: the sequence of each delivery says which of its events came first.
 */
@ApplicationScoped
public class FollowDeliveries implements EventHandler {

  private static final Set<String> TELLING =
      Set.of(
          EventType.DELIVERY_ARRIVED.wireName(),
          EventType.DELIVERY_EXCUSED.wireName(),
          EventType.DELIVERY_DUE_CHANGED.wireName(),
          EventType.DELIVERY_CARRIED_OVER.wireName(),
          EventType.FORWARDING_REJECTION_DECLINED.wireName());

  private final EventReader reader;
  private final TakeArrivals arrivals;
  private final TakeExcuses excuses;
  private final TakeReopenings reopenings;
  private final TakeDates dates;
  private final TakeSuccessions successions;
  private final CloseEnded ends;

  FollowDeliveries(
      EventReader reader,
      TakeArrivals arrivals,
      TakeExcuses excuses,
      TakeReopenings reopenings,
      TakeDates dates,
      TakeSuccessions successions,
      CloseEnded ends) {
    this.reader = reader;
    this.arrivals = arrivals;
    this.excuses = excuses;
    this.reopenings = reopenings;
    this.dates = dates;
    this.successions = successions;
    this.ends = ends;
  }

  /** The news of a batch, by what it is about. */
  private record News(
      List<TakeArrivals.Arrival> arrived,
      List<TakeExcuses.Excuse> excused,
      List<TakeReopenings.Reopening> reopened,
      List<TakeDates.Change> dates,
      List<TakeSuccessions.Succession> successions,
      Set<TakeExcuses.Key> keys) {

    void about(UUID notice, OrganizationCode establishment) {
      keys.add(new TakeExcuses.Key(notice, establishment.value()));
    }
  }

  @Override
  public boolean concerns(String type) {
    return TELLING.contains(type);
  }

  @Override
  public void handle(List<EventEnvelope> events) {
    News news =
        new News(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new LinkedHashSet<>());
    events.forEach(
        event -> EventType.ofWireName(event.type()).ifPresent(type -> sort(event, type, news)));
    if (news.keys().isEmpty()) {
      return;
    }
    List<TakeExcuses.Key> keys = List.copyOf(news.keys());
    excuses.keep(news.excused());
    reopenings.keep(news.reopened());
    successions.keep(news.successions());
    // What is there already moves first; what arrives with these is dated by what was kept.
    dates.take(news.dates());
    arrivals.take(news.arrived());
    reopenings.reopen(keys);
    successions.follow(keys);
    excuses.closeExcused(keys);
    ends.closeLate(keys);
  }

  private void sort(EventEnvelope event, EventType type, News news) {
    switch (type) {
      case DELIVERY_ARRIVED -> {
        DeliveryArrived data = reader.read(event, DeliveryArrived.class);
        if (isEstablishment(data.tier(), data.organization()) && data.checklistId() != null) {
          news.arrived().add(new TakeArrivals.Arrival(event, data));
          news.about(data.noticeId(), data.organization());
        }
      }
      case DELIVERY_EXCUSED -> {
        DeliveryExcused data = reader.read(event, DeliveryExcused.class);
        if (isEstablishment(data.tier(), data.organization())) {
          news.excused().add(new TakeExcuses.Excuse(event, data));
          news.about(data.noticeId(), data.organization());
        }
      }
      case FORWARDING_REJECTION_DECLINED -> {
        ForwardingRejectionDeclined data = reader.read(event, ForwardingRejectionDeclined.class);
        if (isEstablishment(data.tier(), data.organization()) && data.liftedExcuse()) {
          news.reopened().add(new TakeReopenings.Reopening(event, data));
          news.about(data.noticeId(), data.organization());
        }
      }
      case DELIVERY_DUE_CHANGED -> {
        DeliveryDueChanged data = reader.read(event, DeliveryDueChanged.class);
        if (isEstablishment(data.tier(), data.organization())) {
          news.dates().add(new TakeDates.Change(event, data));
          news.about(data.noticeId(), data.organization());
        }
      }
      case DELIVERY_CARRIED_OVER -> {
        DeliveryCarriedOver data = reader.read(event, DeliveryCarriedOver.class);
        if (isEstablishment(data.tier(), data.organization()) && data.answer() != null) {
          news.successions().add(new TakeSuccessions.Succession(event, data, data.answer()));
          news.about(data.noticeId(), data.organization());
        }
      }
      default -> {
        // Nothing that an assignment has to do with.
      }
    }
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
