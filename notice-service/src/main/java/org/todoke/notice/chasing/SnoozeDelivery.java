package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliverySnoozed;
import org.todoke.notice.calendar.OfficeDays;
import org.todoke.notice.chasing.Snoozes.Given;
import org.todoke.notice.deadline.ReadDeadline;
import org.todoke.notice.delivery.Delivery;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.Fact;
import org.todoke.notice.delivery.FactLog;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Refusal;

/**
 * Lets somebody below be until a day: it is not chased, and is late all the same. For those above,
 * because whoever is late cannot excuse itself; a few times only, and not for long.
 */
@ApplicationScoped
public class SnoozeDelivery {

  static final int MAX_REASON = 500;

  private final DeliveryRepository deliveries;
  private final Standings standings;
  private final ReadDeadline deadlines;
  private final ReadChasing reading;
  private final Snoozes snoozes;
  private final FactLog facts;
  private final ChasingConfig config;
  private final Clock clock;

  SnoozeDelivery(
      DeliveryRepository deliveries,
      Standings standings,
      ReadDeadline deadlines,
      ReadChasing reading,
      Snoozes snoozes,
      FactLog facts,
      ChasingConfig config,
      Clock clock) {
    this.deliveries = deliveries;
    this.standings = standings;
    this.deadlines = deadlines;
    this.reading = reading;
    this.snoozes = snoozes;
    this.facts = facts;
    this.config = config;
    this.clock = clock;
  }

  /** The same once more changes nothing; another day takes the place of the one before. */
  @Transactional
  public DeliveryChasing snooze(
      UUID noticeId, OrganizationCode organization, SnoozeForm form, Actor actor) {
    Standing standing = standings.of(noticeId, actor.organization());
    if (organization.equals(actor.organization())) {
      throw Refusal.forbidden("snooze.only-from-above");
    }
    Delivery delivery = deliveries.lockBelow(noticeId, organization, standing);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Checks checks = new Checks();
    Optional<LocalDate> until = until(form, JapaneseDay.of(now), checks);
    String reason = checks.required("/reason", form.reason(), MAX_REASON);
    checks.refuseIfAny();
    Optional<Given> last = snoozes.last(noticeId, organization);
    int ordinal = last.map(Given::ordinal).orElse(0) + 1;
    Given given = new Given(ordinal, until.orElseThrow(), reason, actor.organization(), now);
    if (last.filter(before -> saysTheSame(before, given)).isEmpty()) {
      if (!deadlines.of(noticeId, organization, actor).isOpen()) {
        throw Refusal.conflict("snooze.nothing-open");
      }
      if (ordinal > config.snoozesAtMost()) {
        throw Refusal.conflict("snooze.too-often", config.snoozesAtMost());
      }
      snoozes.add(noticeId, organization, given);
      append(delivery, given);
      deliveries.flush();
    }
    return reading.of(noticeId, organization, actor);
  }

  private Optional<LocalDate> until(SnoozeForm form, LocalDate today, Checks checks) {
    Optional<LocalDate> until = checks.requiredDate("/until", form.until());
    LocalDate latest = OfficeDays.after(today, config.snoozeAtMost());
    until.ifPresent(
        day -> {
          if (!day.isAfter(today)) {
            checks.add("/until", "snooze.not-in-future");
          } else if (day.isAfter(latest)) {
            checks.add("/until", "snooze.too-long", latest);
          }
        });
    return until;
  }

  private static boolean saysTheSame(Given before, Given now) {
    return before.until().equals(now.until())
        && before.reason().equals(now.reason())
        && before.by().equals(now.by());
  }

  private void append(Delivery delivery, Given given) {
    var details = new LinkedHashMap<String, Object>();
    details.put("until", given.until());
    details.put("by", given.by().value());
    details.put("reason", given.reason());
    facts.append(
        delivery,
        new Fact(
            EventType.DELIVERY_SNOOZED,
            given.at(),
            given.at(),
            given.by(),
            details,
            new DeliverySnoozed(
                delivery.noticeId(),
                delivery.organization(),
                delivery.tier(),
                given.until(),
                given.by()),
            null));
  }
}
