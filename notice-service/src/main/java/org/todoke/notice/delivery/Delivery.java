package org.todoke.notice.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.delivery.ForwardingState.Acknowledgeable;
import org.todoke.notice.delivery.ForwardingState.Forwardable;
import org.todoke.notice.delivery.ForwardingState.Forwarded;
import org.todoke.notice.delivery.ForwardingState.Received;
import org.todoke.notice.delivery.ForwardingState.Rejected;
import org.todoke.notice.place.Kinds;
import org.todoke.web.Refusal;

/**
 * One organisation's copy of one notice. Rows are made when a notice is issued, and what concerns
 * many of them is done in SQL; this is for what one of them does. Always locked before it is
 * changed.
 */
@Entity
@IdClass(DeliveryId.class)
@DynamicUpdate
@Table(name = "delivery")
public class Delivery {

  @Id
  @Column(name = "notice_id")
  private UUID noticeId;

  @Id
  @Column(name = "organization")
  private String organization;

  @Column(name = "tier", nullable = false, updatable = false)
  private String tier;

  @Column(name = "has_children", nullable = false, updatable = false)
  private boolean hasChildren;

  @Column(name = "due_on", updatable = false)
  private @Nullable LocalDate dueOn;

  /** Counts the facts, and with them the events. */
  @Column(name = "seq", nullable = false)
  private long seq;

  @Column(name = "reached_at", updatable = false)
  private @Nullable Instant reachedAt;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @Column(name = "handled_by")
  private @Nullable String handledBy;

  @Column(name = "rejected_at")
  private @Nullable Instant rejectedAt;

  @Column(name = "forwarded_at")
  private @Nullable Instant forwardedAt;

  @Column(name = "finalized_at", updatable = false)
  private @Nullable Instant finalizedAt;

  @Column(name = "excused_reason")
  private @Nullable String excusedReason;

  @Column(name = "excused_at")
  private @Nullable Instant excusedAt;

  @Column(name = "excused_by")
  private @Nullable String excusedBy;

  protected Delivery() {
    // for Hibernate
  }

  /** As it is when a notice has been issued, for rules that need no database. */
  static Delivery expected(
      UUID noticeId, OrganizationCode organization, OrganizationKind tier, boolean hasChildren) {
    Delivery delivery = new Delivery();
    delivery.noticeId = noticeId;
    delivery.organization = organization.value();
    delivery.tier = tier.wireName();
    delivery.hasChildren = hasChildren;
    return delivery;
  }

  /** As it is once it has arrived, for rules that need no database. */
  Delivery reached(Instant at) {
    reachedAt = at;
    return this;
  }

  public ForwardingState state() {
    return ForwardingState.of(reachedAt, acknowledgedAt, rejectedAt, forwardedAt, finalizedAt);
  }

  /**
   * Says who deals with it.
   *
   * @return false if that was said before, and nothing changed
   */
  boolean acknowledge(String by, Instant now) {
    if (acknowledgedAt != null) {
      return false;
    }
    if (!(state() instanceof Acknowledgeable state)) {
      throw refusal();
    }
    become(state.acknowledge(now));
    acknowledgedAt = now;
    handledBy = by;
    return true;
  }

  /**
   * Says that it is not for this organisation, which is then excused.
   *
   * @return false if that was said before, and nothing changed
   */
  boolean reject(Instant now) {
    if (state() instanceof Rejected) {
      return false;
    }
    if (!(state() instanceof Received state)) {
      throw isReached() ? Refusal.conflict("delivery.already-accepted") : refusal();
    }
    become(state.reject(now));
    return true;
  }

  /**
   * It is for this organisation after all, which counts again unless it was excused otherwise.
   *
   * @return whether an excuse ended with it
   */
  public boolean reopen() {
    if (!(state() instanceof Rejected state)) {
      throw Refusal.conflict("rejection.nothing-to-decide");
    }
    become(state.reopen());
    boolean excusedItself =
        ExcuseReason.WRONG_ADDRESSEE.wireName().equals(excusedReason)
            && organization.equals(excusedBy);
    if (excusedItself) {
      excusedReason = null;
      excusedAt = null;
      excusedBy = null;
    }
    return excusedItself;
  }

  /**
   * Leaves it out of the denominator. That it was left out by a forwarder is no reason of its own
   * and gives way to one.
   *
   * @return false if it was left out for this reason before, and nothing changed
   */
  boolean excuse(ExcuseReason reason, OrganizationCode by, Instant now) {
    if (reason.wireName().equals(excusedReason)) {
      return false;
    }
    if (excusedReason != null && !ExcuseReason.OMITTED.wireName().equals(excusedReason)) {
      throw Refusal.conflict("delivery.already-excused");
    }
    excusedReason = reason.wireName();
    excusedAt = now;
    excusedBy = by.value();
    return true;
  }

  /** For one who leaves out itself: another reason that was given before is as good. */
  boolean excuseUnlessExcused(ExcuseReason reason, OrganizationCode by, Instant now) {
    return excusedReason == null && excuse(reason, by, now);
  }

  /**
   * Has passed it on.
   *
   * @throws Refusal if it has done so before, has said that it is the wrong addressee, or has
   *     nobody to pass it to
   */
  public void forward(Instant now) {
    become(requireForwardable().forward(now));
  }

  /**
   * @throws Refusal as {@link #forward} would
   */
  public Forwardable requireForwardable() {
    if (!(state() instanceof Forwardable state)) {
      throw forwardedAt == null ? refusal() : Refusal.conflict("forwarding.already-forwarded");
    }
    if (!hasChildren) {
      throw Refusal.conflict("forwarding.nobody-below");
    }
    return state;
  }

  /** Why nothing can be done with it: it never came, or was sent back. */
  private Refusal refusal() {
    return isReached()
        ? Refusal.conflict("delivery.rejected")
        : Refusal.notFound("delivery.not-found");
  }

  /** The one place at which a state leaves its traces. */
  private void become(ForwardingState next) {
    if (next instanceof Rejected rejected) {
      rejectedAt = rejected.at();
    } else if (next instanceof Received) {
      rejectedAt = null;
    } else if (next instanceof Forwarded forwarded) {
      forwardedAt = forwarded.at();
    }
  }

  /** The number of the next fact. */
  long nextFact() {
    return ++seq;
  }

  /** The number of the last one. */
  public long lastFact() {
    return seq;
  }

  public DeliveryId id() {
    return new DeliveryId(noticeId, organization);
  }

  public UUID noticeId() {
    return noticeId;
  }

  public OrganizationCode organization() {
    return OrganizationCode.of(organization);
  }

  public OrganizationKind tier() {
    return Kinds.ofWireName(tier);
  }

  public boolean isReached() {
    return reachedAt != null;
  }

  public boolean hasChildren() {
    return hasChildren;
  }

  /** The earliest date that the notice or any cover letter on its way set. */
  public @Nullable LocalDate dueOn() {
    return dueOn;
  }
}
