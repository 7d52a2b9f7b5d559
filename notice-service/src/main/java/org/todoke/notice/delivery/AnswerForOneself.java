package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.DeliveryAcknowledged;
import org.todoke.contracts.event.DeliveryExcused;
import org.todoke.contracts.event.ForwardingRejected;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;

/**
 * What an addressee says of its own copy: that somebody deals with it, or that it is not for it.
 */
@ApplicationScoped
public class AnswerForOneself {

  static final int MAX_HANDLED_BY = 200;
  static final int MAX_REASON = 1_000;

  private final DeliveryRepository deliveries;
  private final Ownership ownership;
  private final ReadDeliveries reading;
  private final FactLog facts;
  private final Rejections rejections;
  private final Places places;
  private final Clock clock;

  AnswerForOneself(
      DeliveryRepository deliveries,
      Ownership ownership,
      ReadDeliveries reading,
      FactLog facts,
      Rejections rejections,
      Places places,
      Clock clock) {
    this.deliveries = deliveries;
    this.ownership = ownership;
    this.reading = reading;
    this.facts = facts;
    this.rejections = rejections;
    this.places = places;
    this.clock = clock;
  }

  @Transactional
  public DeliveryView acknowledge(
      UUID noticeId, OrganizationCode organization, AcknowledgementForm form, Actor actor) {
    ownership.require(noticeId, organization, actor);
    Checks checks = new Checks();
    String handledBy = checks.required("/handledBy", form.handledBy(), MAX_HANDLED_BY);
    checks.refuseIfAny();
    Delivery delivery = deliveries.lockOwn(noticeId, organization);
    Instant now = now();
    if (delivery.acknowledge(handledBy, now)) {
      facts.append(
          delivery,
          new Fact(
              EventType.DELIVERY_ACKNOWLEDGED,
              now,
              now,
              organization,
              Map.of("handledBy", handledBy),
              new DeliveryAcknowledged(noticeId, organization, delivery.tier()),
              null));
      deliveries.flush();
    }
    return reading.one(noticeId, organization, actor);
  }

  /** Whoever says that it is the wrong addressee does not count among the expected any more. */
  @Transactional
  public DeliveryView reject(
      UUID noticeId, OrganizationCode organization, RejectionForm form, Actor actor) {
    ownership.require(noticeId, organization, actor);
    Checks checks = new Checks();
    String reason = checks.required("/reason", form.reason(), MAX_REASON);
    Optional<OrganizationCode> right = rightOrganization(form, organization, checks);
    checks.refuseIfAny();
    Delivery delivery = deliveries.lockOwn(noticeId, organization);
    Instant now = now();
    if (delivery.reject(now)) {
      UUID rejected = appendRejection(delivery, reason, right, now);
      rejections.keep(delivery, reason, right.orElse(null), now);
      if (delivery.excuseUnlessExcused(ExcuseReason.WRONG_ADDRESSEE, organization, now)) {
        facts.append(
            delivery,
            new Fact(
                EventType.DELIVERY_EXCUSED,
                now,
                now,
                organization,
                Map.of(
                    "excuse", ExcuseReason.WRONG_ADDRESSEE.wireName(), "by", organization.value()),
                new DeliveryExcused(
                    noticeId,
                    organization,
                    delivery.tier(),
                    ExcuseReason.WRONG_ADDRESSEE,
                    organization),
                rejected));
      }
      deliveries.flush();
    }
    return reading.one(noticeId, organization, actor);
  }

  private UUID appendRejection(
      Delivery delivery, String reason, Optional<OrganizationCode> right, Instant now) {
    var details = new LinkedHashMap<String, Object>();
    details.put("reason", reason);
    right.ifPresent(code -> details.put("rightOrganization", code.value()));
    return facts.append(
        delivery,
        new Fact(
            EventType.FORWARDING_REJECTED,
            now,
            now,
            delivery.organization(),
            details,
            new ForwardingRejected(
                delivery.noticeId(), delivery.organization(), delivery.tier(), right.orElse(null)),
            null));
  }

  private Optional<OrganizationCode> rightOrganization(
      RejectionForm form, OrganizationCode self, Checks checks) {
    if (form.rightOrganization() == null) {
      return Optional.empty();
    }
    Optional<OrganizationCode> code = checks.code("/rightOrganization", form.rightOrganization());
    code.ifPresent(
        right -> {
          if (right.equals(self)) {
            checks.add("/rightOrganization", "rejection.right-is-self");
          } else if (places.find(right).isEmpty()) {
            checks.add("/rightOrganization", "organization.unknown", right.value());
          }
        });
    return code;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
