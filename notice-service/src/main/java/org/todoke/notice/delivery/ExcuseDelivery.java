package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryExcused;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;

/** Leaves somebody out of the denominator, by a fact and with a reason; for those above. */
@ApplicationScoped
public class ExcuseDelivery {

  static final int MAX_NOTE = 1_000;

  private final DeliveryRepository deliveries;
  private final Standings standings;
  private final ReadDeliveries reading;
  private final FactLog facts;
  private final Clock clock;

  ExcuseDelivery(
      DeliveryRepository deliveries,
      Standings standings,
      ReadDeliveries reading,
      FactLog facts,
      Clock clock) {
    this.deliveries = deliveries;
    this.standings = standings;
    this.reading = reading;
    this.facts = facts;
    this.clock = clock;
  }

  @Transactional
  public DeliveryView excuse(
      UUID noticeId, OrganizationCode organization, ExcuseForm form, Actor actor) {
    Standing standing = standings.of(noticeId, actor.organization());
    Delivery delivery = deliveries.lockBelow(noticeId, organization, standing);
    Checks checks = new Checks();
    ExcuseReason reason = form.reason();
    Optional<String> note = checks.optional("/note", form.note(), MAX_NOTE);
    if (reason == null) {
      checks.add("/reason", "value.required");
    } else if (reason == ExcuseReason.OMITTED) {
      checks.add("/reason", "excuse.omitted-by-forwarding");
    }
    checks.refuseIfAny();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (reason != null && delivery.excuse(reason, actor.organization(), now)) {
      var details = new LinkedHashMap<String, Object>();
      details.put("excuse", reason.wireName());
      details.put("by", actor.organization().value());
      note.ifPresent(text -> details.put("note", text));
      facts.append(
          delivery,
          new Fact(
              EventType.DELIVERY_EXCUSED,
              now,
              now,
              actor.organization(),
              details,
              new DeliveryExcused(
                  noticeId, organization, delivery.tier(), reason, actor.organization()),
              null));
      deliveries.flush();
    }
    return reading.one(noticeId, organization, actor);
  }
}
