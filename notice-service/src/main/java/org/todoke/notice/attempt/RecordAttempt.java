package org.todoke.notice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryAttempted;
import org.todoke.notice.attempt.RecordedAttempts.Known;
import org.todoke.notice.delivery.ArrivalForm;
import org.todoke.notice.delivery.ArrivalTime;
import org.todoke.notice.delivery.AttemptRules;
import org.todoke.notice.delivery.Delivery;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.delivery.Fact;
import org.todoke.notice.delivery.FactLog;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.RecordArrival;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Records how somebody above the addressee tried to reach it by FAX, telephone, post or by hand:
 * about the attempt that waits for that, or about one that it made by itself. What was delivered is
 * an arrival as well; where a channel is given up, the next one waits for somebody, until none is
 * left.
 */
@ApplicationScoped
public class RecordAttempt {

  private final DeliveryRepository deliveries;
  private final Standings standings;
  private final RecordedAttempts attempts;
  private final FactLog facts;
  private final RecordArrival arrivals;
  private final ReadDeliveries reading;
  private final Clock clock;

  RecordAttempt(
      DeliveryRepository deliveries,
      Standings standings,
      RecordedAttempts attempts,
      FactLog facts,
      RecordArrival arrivals,
      ReadDeliveries reading,
      Clock clock) {
    this.deliveries = deliveries;
    this.standings = standings;
    this.attempts = attempts;
    this.facts = facts;
    this.arrivals = arrivals;
    this.reading = reading;
    this.clock = clock;
  }

  /** Recording the same again changes nothing. */
  @Transactional
  public DeliveryView record(
      UUID notice, OrganizationCode organization, AttemptForm form, Actor actor) {
    Standing standing = standings.of(notice, actor.organization());
    // Locked, so that what is known of the attempts stays so until this is recorded.
    Delivery delivery = deliveries.lockBelow(notice, organization, standing);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Checks checks = new Checks();
    Channel channel = channel(form, checks);
    AttemptState state = state(form, checks);
    Optional<Instant> at = ArrivalTime.of(checks, form.at(), attempts.issuedAt(notice), now);
    checks.refuseIfAny();
    Instant time = at.orElse(now);
    Optional<Known> last = attempts.last(notice, organization, channel);
    if (last.filter(known -> known.says(state, time)).isEmpty()) {
      Known attempt =
          last.filter(known -> known.goesOn(state))
              .orElseGet(() -> begun(last, channel, state, actor));
      append(delivery, attempt, form, state, time, now, actor);
      if (state == AttemptState.DELIVERED) {
        arrivals.record(
            notice, organization, new ArrivalForm(channel, time.toString(), null), actor);
      }
    }
    return reading.one(notice, organization, actor);
  }

  /** One of one's own making; where something is under way or over well, there is none. */
  private static Known begun(
      Optional<Known> last, Channel channel, AttemptState state, Actor actor) {
    if (last.isPresent() && last.get().state() != AttemptState.PERMANENT_FAILURE) {
      throw Refusal.conflict(
          "attempt.not-possible-now", last.get().state().wireName(), state.wireName());
    }
    return new Known(
        UUID.randomUUID(), channel, AttemptState.CREATED, Instant.EPOCH, actor.organization());
  }

  private void append(
      Delivery delivery,
      Known attempt,
      AttemptForm form,
      AttemptState state,
      Instant time,
      Instant now,
      Actor actor) {
    UUID notice = delivery.noticeId();
    OrganizationCode organization = delivery.organization();
    attempts.requireRoom(notice, organization);
    Optional<Channel> next =
        state == AttemptState.PERMANENT_FAILURE
            ? attempts.nextAfter(notice, organization, attempt.channel())
            : Optional.empty();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("attemptId", attempt.id());
    details.put("channel", attempt.channel().wireName());
    details.put("state", state.wireName());
    if (form.reason() != null) {
      details.put("failure", form.reason().wireName());
    }
    next.ifPresent(channel -> details.put("nextChannel", channel.wireName()));
    facts.append(
        delivery,
        new Fact(
            EventType.DELIVERY_ATTEMPTED,
            time,
            now,
            actor.organization(),
            details,
            new DeliveryAttempted(
                notice,
                organization,
                delivery.tier(),
                attempt.id(),
                attempt.channel(),
                state,
                form.reason()),
            null));
    deliveries.flush();
    boolean exhausted = state == AttemptState.PERMANENT_FAILURE && next.isEmpty();
    attempts.keep(delivery, attempt, state, form.reason(), exhausted, time, now, actor);
    next.ifPresent(
        channel ->
            attempts.keep(
                delivery,
                attempt.followedBy(channel),
                AttemptState.CREATED,
                null,
                false,
                now,
                now,
                actor));
  }

  private static Channel channel(AttemptForm form, Checks checks) {
    if (form.channel() == null) {
      checks.add("/channel", "value.required");
    } else if (!AttemptRules.RECORDED.contains(form.channel())) {
      checks.add("/channel", "attempt.channel-serves-itself");
    }
    return Objects.requireNonNullElse(form.channel(), Channel.FAX);
  }

  private static AttemptState state(AttemptForm form, Checks checks) {
    AttemptState state = form.state();
    if (state == null) {
      checks.add("/state", "value.required");
      return AttemptState.SENT;
    }
    if (!AttemptRules.next(AttemptState.CREATED).contains(state)) {
      checks.add("/state", "attempt.state-not-recorded");
    } else if (AttemptRules.isFailure(state) && form.reason() == null) {
      checks.add("/reason", "value.required");
    } else if (!AttemptRules.isFailure(state) && form.reason() != null) {
      checks.add("/reason", "attempt.reason-without-failure");
    }
    return state;
  }
}
