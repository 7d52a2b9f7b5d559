package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/** What only an addressee can do with its own copy. */
@ApplicationScoped
public class Ownership {

  private final ReadDeliveries reading;

  Ownership(ReadDeliveries reading) {
    this.reading = reading;
  }

  /**
   * @throws Refusal (forbidden) for those who see the delivery of another and may therefore know
   *     that it is not theirs to act on; (not found) for everybody else
   */
  public void require(UUID noticeId, OrganizationCode organization, Actor actor) {
    if (!organization.equals(actor.organization())) {
      reading.requireVisible(noticeId, organization, actor);
      throw Refusal.forbidden("delivery.only-the-addressee");
    }
  }
}
