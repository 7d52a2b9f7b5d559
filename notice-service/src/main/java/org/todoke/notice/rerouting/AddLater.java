package org.todoke.notice.rerouting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.NamedInAudience;
import org.todoke.notice.delivery.Arrivals;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.delivery.OverNotice;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.Route;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Takes somebody into the audience of a notice that is out: an establishment that opened since, or
 * whom the rule had missed. For the one who leads it, who sends it to the newcomer itself.
 */
@ApplicationScoped
public class AddLater {

  static final int MAX_REASON = 500;

  /** Against a later version that takes the audience over, and against an end. */
  private static final String LOCK =
      """
      select n.status from notice n where n.id = :notice and n.lead_issuer = :caller for share
      """;

  private static final String BY_INBOX =
      """
      select d.organization, 'inbox', cast(null as uuid), cast('{}' as uuid[]), d.due_on,
        cast(null as text)
      from delivery d where d.notice_id = :notice and d.organization = :newcomer
      """;

  private final EntityManager em;
  private final Standings standings;
  private final Places places;
  private final NamedInAudience named;
  private final AddToAudience audience;
  private final Arrivals arrivals;
  private final ReadDeliveries reading;
  private final Clock clock;

  AddLater(
      EntityManager em,
      Standings standings,
      Places places,
      NamedInAudience named,
      AddToAudience audience,
      Arrivals arrivals,
      ReadDeliveries reading,
      Clock clock) {
    this.em = em;
    this.standings = standings;
    this.places = places;
    this.named = named;
    this.audience = audience;
    this.arrivals = arrivals;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Whoever is in the audience already stays as it is, and gets it from the issuer.
   *
   * @throws Refusal (forbidden) {@code audience.only-the-lead} for those who merely have the notice
   */
  @Transactional
  public DeliveryView add(UUID notice, AdditionForm form, Actor actor) {
    standings.of(notice, actor.organization());
    lock(notice, actor);
    Checks checks = new Checks();
    String reason = checks.required("/reason", form.reason(), MAX_REASON);
    Optional<OrganizationCode> code = checks.code("/organization", form.organization());
    Optional<Place> newcomer = code.flatMap(places::find);
    code.ifPresent(c -> judge(c, newcomer, actor, checks));
    checks.refuseIfAny();
    Place place = newcomer.orElseThrow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    audience.add(notice, place, new AddToAudience.Cause(actor.organization(), null, reason), now);
    arrivals.record(
        new Route(notice, actor.organization(), now, now, null),
        BY_INBOX,
        Map.of("newcomer", place.code().value()));
    return reading.one(notice, place.code(), actor);
  }

  private void lock(UUID notice, Actor actor) {
    try {
      String status =
          (String)
              em.createNativeQuery(LOCK, String.class)
                  .setParameter("notice", notice)
                  .setParameter("caller", actor.organization().value())
                  .getSingleResult();
      if (!status.equals("issued")) {
        throw OverNotice.refusal(status);
      }
    } catch (NoResultException e) {
      throw Refusal.forbidden("audience.only-the-lead");
    }
  }

  private void judge(OrganizationCode code, Optional<Place> newcomer, Actor actor, Checks checks) {
    String at = "/organization";
    if (newcomer.isEmpty()) {
      checks.add(at, "organization.unknown", code.value());
      return;
    }
    Place lead = places.find(actor.organization()).orElseThrow();
    if (!newcomer.get().active()) {
      checks.add(at, "audience.addition-closed", code.value());
    } else if (!lead.tiersBelow().contains(newcomer.get().kind())
        || named.inJurisdiction(List.of(code), lead).isEmpty()) {
      checks.add(at, "audience.addition-foreign", code.value());
    }
  }
}
