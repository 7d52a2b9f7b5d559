package org.todoke.registry.proposal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.proposal.ProposalState.Approved;
import org.todoke.registry.proposal.ProposalState.Proposed;
import org.todoke.registry.proposal.ProposalState.Refused;
import org.todoke.registry.proposal.ProposalState.Withdrawn;
import org.todoke.web.Refusal;

/** Something that an organisation proposes to change about itself. */
@Entity
@Table(name = "proposal")
class Proposal {

  @Id private UUID id;
  private OrganizationCode organization;
  private ChangeKind kind;
  private ProposalStatus state;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable String change;

  @JdbcTypeCode(SqlTypes.JSON)
  private String basedOn;

  private Instant proposedAt;
  private @Nullable Instant decidedAt;
  private @Nullable OrganizationCode decidedBy;
  private @Nullable String comment;
  @Version private int version;

  /** For Hibernate. */
  protected Proposal() {}

  /**
   * @param change as JSON
   * @param basedOn what is there now, as JSON
   */
  Proposal(
      OrganizationCode organization, ChangeKind kind, String change, String basedOn, Instant now) {
    this.id = UUID.randomUUID();
    this.organization = organization;
    this.kind = kind;
    this.change = change;
    this.basedOn = basedOn;
    this.proposedAt = now;
    this.state = ProposalStatus.PROPOSED;
  }

  /**
   * False if it is approved already.
   *
   * @throws Refusal (conflict) {@code proposal.decided} if it was decided otherwise
   */
  boolean approve(OrganizationCode by, Instant now) {
    if (state() instanceof Approved) {
      return false;
    }
    take(open().approve(by, now));
    return true;
  }

  /** As {@link #approve}. */
  boolean refuse(OrganizationCode by, Instant now, @Nullable String why) {
    if (state() instanceof Refused) {
      return false;
    }
    take(open().refuse(by, now, why));
    return true;
  }

  /** As {@link #approve}. */
  boolean withdraw(OrganizationCode by, Instant now) {
    if (state() instanceof Withdrawn) {
      return false;
    }
    take(open().withdraw(by, now));
    return true;
  }

  private Proposed open() {
    if (state() instanceof Proposed proposed) {
      return proposed;
    }
    throw Refusal.conflict("proposal.decided");
  }

  private void take(ProposalState next) {
    state = next.status();
    if (next instanceof Approved approved) {
      decided(approved.by(), approved.at());
    } else if (next instanceof Refused refused) {
      decided(refused.by(), refused.at());
      comment = refused.comment();
    } else if (next instanceof Withdrawn withdrawn) {
      decided(withdrawn.by(), withdrawn.at());
    }
  }

  /** A contact stands among the contacts from now on, or nowhere. */
  private void decided(OrganizationCode by, Instant at) {
    decidedBy = by;
    decidedAt = at;
    if (kind == ChangeKind.CONTACT) {
      change = null;
    }
  }

  ProposalState state() {
    return switch (state) {
      case PROPOSED -> new Proposed();
      case APPROVED ->
          new Approved(Objects.requireNonNull(decidedBy), Objects.requireNonNull(decidedAt));
      case REFUSED ->
          new Refused(
              Objects.requireNonNull(decidedBy), Objects.requireNonNull(decidedAt), comment);
      case WITHDRAWN ->
          new Withdrawn(Objects.requireNonNull(decidedBy), Objects.requireNonNull(decidedAt));
    };
  }

  boolean isOpen() {
    return state == ProposalStatus.PROPOSED;
  }

  UUID id() {
    return id;
  }

  OrganizationCode organization() {
    return organization;
  }

  ChangeKind kind() {
    return kind;
  }

  /** As JSON; null of a contact that is decided. */
  @Nullable String change() {
    return change;
  }

  /** What was there when it was proposed, as JSON. */
  String basedOn() {
    return basedOn;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  @Nullable Instant decidedAt() {
    return decidedAt;
  }

  @Nullable OrganizationCode decidedBy() {
    return decidedBy;
  }

  @Nullable String comment() {
    return comment;
  }
}
