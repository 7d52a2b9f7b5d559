package org.todoke.notice.rerouting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.RejectionDecision;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.security.SystemScope;
import org.todoke.web.Refusal;

/**
 * What becomes of a notice that an addressee sent back. Whoever sent it decides, or an issuer. The
 * right organisation may lie where a sender cannot look, so the suite does the rest itself.
 */
@ApplicationScoped
public class DecideRejection {

  static final int MAX_REASON = 1_000;

  private final ReadDeliveries reading;
  private final Standings standings;
  private final Rerouting rerouting;

  DecideRejection(ReadDeliveries reading, Standings standings, Rerouting rerouting) {
    this.reading = reading;
    this.standings = standings;
    this.rerouting = rerouting;
  }

  /** Saying the same again changes nothing. */
  public DeliveryView decide(
      UUID notice, OrganizationCode organization, DecisionForm form, Actor actor) {
    requireEntitled(notice, organization, actor);
    Checks checks = new Checks();
    RejectionDecision decision = form.decision();
    Optional<String> reason = checks.optional("/reason", form.reason(), MAX_REASON);
    Optional<OrganizationCode> right =
        form.rightOrganization() == null
            ? Optional.empty()
            : checks.code("/rightOrganization", form.rightOrganization());
    if (decision == null) {
      checks.add("/decision", "value.required");
    } else if (decision == RejectionDecision.DECLINED) {
      if (reason.isEmpty()) {
        checks.add("/reason", "value.required");
      }
      right.ifPresent(code -> checks.add("/rightOrganization", "rejection.right-is-declined"));
    }
    checks.refuseIfAny();
    if (decision != null) {
      Verdict verdict =
          new Verdict(
              notice,
              organization,
              decision,
              actor.organization(),
              right.orElse(null),
              reason.orElse(null));
      SystemScope.run(
          () -> QuarkusTransaction.requiringNew().run(() -> rerouting.carryOut(verdict)));
    }
    return reading.one(notice, organization, actor);
  }

  private void requireEntitled(UUID notice, OrganizationCode organization, Actor actor) {
    DeliveryView delivery = reading.one(notice, organization, actor);
    boolean sender =
        delivery.arrivals() != null
            && delivery.arrivals().stream()
                .anyMatch(arrival -> arrival.from().equals(actor.organization()));
    boolean issuer =
        QuarkusTransaction.requiringNew()
            .call(() -> standings.of(notice, actor.organization()).issuer());
    if (!sender && !issuer) {
      throw Refusal.forbidden("rejection.only-the-sender");
    }
  }
}
