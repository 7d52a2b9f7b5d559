package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;

/** Enters that a paper arrived by FAX, telephone, post or hand; for those above the addressee. */
@ApplicationScoped
public class RecordArrival {

  static final int MAX_NOTE = 1_000;

  /** With the letter of the one who records it, if it has passed the paper on to this addressee. */
  private static final String RECORDED =
      """
      select cast(:organization as text), cast(:channel as text), f.id,
        coalesce(f.letters, cast('{}' as uuid[])), f.due_on, cast(:note as text)
      from (select 1) one left join lateral (
        select c.id, array_prepend(c.id, c.encloses) as letters,
          least(date_in_force(c.notice_id, c.due_on, c.recorded_at),
            date_handed_down(own.due_on, n.due_by_tier, own.tier)) as due_on
        from forwarding_child fc
        join notice n on n.id = fc.notice_id
        join cover_letter c on c.notice_id = fc.notice_id and c.organization = fc.organization
        join delivery own on own.notice_id = fc.notice_id and own.organization = fc.organization
        where fc.notice_id = :notice and fc.organization = :from and fc.child = :organization
          and fc.disposition = 'addressed') f on true
      """;

  private final EntityManager em;
  private final DeliveryRepository deliveries;
  private final Standings standings;
  private final Arrivals arrivals;
  private final ReadDeliveries reading;
  private final Clock clock;

  RecordArrival(
      EntityManager em,
      DeliveryRepository deliveries,
      Standings standings,
      Arrivals arrivals,
      ReadDeliveries reading,
      Clock clock) {
    this.em = em;
    this.deliveries = deliveries;
    this.standings = standings;
    this.arrivals = arrivals;
    this.reading = reading;
    this.clock = clock;
  }

  /** What of the notice and of this arrival there is already. */
  private record Known(
      Instant issuedAt, String status, @Nullable Instant endedAt, boolean recorded) {

    /** What came before a notice was closed may be entered later; what is void reaches nobody. */
    void requireUnderway(Instant at) {
      boolean before = endedAt != null && !at.isAfter(endedAt);
      if (!recorded && !status.equals("issued") && !(status.equals("closed") && before)) {
        throw OverNotice.refusal(status);
      }
    }
  }

  /** A second arrival from the same sender changes nothing. */
  @Transactional
  public DeliveryView record(
      UUID noticeId, OrganizationCode organization, ArrivalForm form, Actor actor) {
    Standing standing = standings.of(noticeId, actor.organization());
    deliveries.lockBelow(noticeId, organization, standing);
    Known known = known(noticeId, organization, actor.organization());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Checks checks = new Checks();
    Channel channel = form.channel();
    if (channel == null) {
      checks.add("/channel", "value.required");
    } else if (channel == Channel.INBOX) {
      checks.add("/channel", "arrival.inbox-records-itself");
    }
    Optional<Instant> at = ArrivalTime.of(checks, form.at(), known.issuedAt(), now);
    Optional<String> note = checks.optional("/note", form.note(), MAX_NOTE);
    checks.refuseIfAny();
    known.requireUnderway(at.orElse(now));
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("organization", organization.value());
    parameters.put("channel", Objects.requireNonNull(channel).wireName());
    parameters.put("note", note.orElse(null));
    arrivals.record(
        new Route(noticeId, actor.organization(), at.orElse(now), now, null), RECORDED, parameters);
    return reading.one(noticeId, organization, actor);
  }

  private Known known(UUID noticeId, OrganizationCode organization, OrganizationCode from) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    """
                    select n.issued_at, n.status, n.ended_at, exists (
                      select from arrival a where a.notice_id = n.id
                        and a.organization = :organization and a.from_organization = :from)
                    from notice n where n.id = :notice
                    """,
                    Object[].class)
                .setParameter("notice", noticeId)
                .setParameter("organization", organization.value())
                .setParameter("from", from.value())
                .getSingleResult();
    return new Known(
        Objects.requireNonNull(DeliveryRows.instant(row[0])),
        (String) row[1],
        DeliveryRows.instant(row[2]),
        (Boolean) row[3]);
  }
}
