package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryDelegated;
import org.todoke.notice.delivery.DeliveryView.Delegation;
import org.todoke.notice.delivery.ForwardingState.Rejected;
import org.todoke.notice.input.Checks;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/** Gives one's own copy to a department, and later perhaps to another; the last one counts. */
@ApplicationScoped
public class DelegateDelivery {

  static final int MAX_DEPARTMENT = 200;

  private final DeliveryRepository deliveries;
  private final Ownership ownership;
  private final Delegations delegations;
  private final ReadDeliveries reading;
  private final FactLog facts;
  private final Clock clock;

  DelegateDelivery(
      DeliveryRepository deliveries,
      Ownership ownership,
      Delegations delegations,
      ReadDeliveries reading,
      FactLog facts,
      Clock clock) {
    this.deliveries = deliveries;
    this.ownership = ownership;
    this.delegations = delegations;
    this.reading = reading;
    this.facts = facts;
    this.clock = clock;
  }

  /** The department that has it already changes nothing. */
  @Transactional
  public DeliveryView delegate(
      UUID noticeId, OrganizationCode organization, DelegationForm form, Actor actor) {
    ownership.require(noticeId, organization, actor);
    Checks checks = new Checks();
    String department = checks.required("/department", form.department(), MAX_DEPARTMENT);
    checks.refuseIfAny();
    Delivery delivery = deliveries.lockOwn(noticeId, organization);
    if (delivery.state() instanceof Rejected) {
      throw Refusal.conflict("delivery.rejected");
    }
    boolean hasIt =
        delegations
            .of(noticeId, organization)
            .map(Delegation::department)
            .filter(department::equals)
            .isPresent();
    if (!hasIt) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      facts.append(
          delivery,
          new Fact(
              EventType.DELIVERY_DELEGATED,
              now,
              now,
              organization,
              Map.of("department", department),
              new DeliveryDelegated(noticeId, organization, delivery.tier()),
              null));
      deliveries.flush();
    }
    return reading.one(noticeId, organization, actor);
  }
}
