package org.todoke.registry.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ApprovalRules;
import org.todoke.registry.approval.Effect;
import org.todoke.registry.contact.ContactState;
import org.todoke.registry.contact.ContactView;
import org.todoke.registry.contact.Contacts;
import org.todoke.registry.organization.Attributes;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standings;
import org.todoke.registry.proposal.ProposedChange.OfAddress;
import org.todoke.registry.proposal.ProposedChange.OfContact;
import org.todoke.registry.proposal.ProposedChange.OfName;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** Takes what an organisation says of itself: brings it into effect at once, or has it wait. */
@ApplicationScoped
public class ProposeChange {

  /** More than anybody has to say of itself at a time. */
  private static final int MAX_OPEN = 50;

  private final ProposalRepository proposals;
  private final ApplyChange applyChange;
  private final ApprovalRules rules;
  private final Contacts contacts;
  private final OrganizationRepository organizations;
  private final Standings standings;
  private final Clock clock;

  ProposeChange(
      ProposalRepository proposals,
      ApplyChange applyChange,
      ApprovalRules rules,
      Contacts contacts,
      OrganizationRepository organizations,
      Standings standings,
      Clock clock) {
    this.proposals = proposals;
    this.applyChange = applyChange;
    this.rules = rules;
    this.contacts = contacts;
    this.organizations = organizations;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * Returns the id of the proposal, which is approved already where the rule says so.
   *
   * @param ifMatch the version that the caller read: of the contact that it changes or closes, else
   *     of the organisation; not asked for a new contact
   * @throws Refusal (not found) {@code proposal.not-found} if the organisation is not the caller's
   *     own; (conflict) {@code proposal.already-open}, {@code proposal.changes-nothing}
   */
  @Transactional
  public UUID propose(OrganizationCode code, ProposedChange change, @Nullable String ifMatch) {
    Organization organization = organizations.lock(code).orElseThrow(() -> notFound());
    if (!standings.towards(organization).proposesChangesOf(organization)) {
      throw notFound();
    }
    if (!organization.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    judge(organization, change, ifMatch);
    refuseTwice(code, change);
    JsonNode basis = applyChange.basisOf(organization, change);
    Instant now = clock.instant();
    Proposal proposal =
        new Proposal(code, change.kind(), applyChange.write(change), applyChange.write(basis), now);
    if (rules.of(change.kind()) == Effect.AT_ONCE) {
      applyChange.apply(organization, change);
      proposal.approve(code, now);
    }
    proposals.persist(proposal);
    return proposal.id();
  }

  private void judge(Organization organization, ProposedChange change, @Nullable String ifMatch) {
    if (change instanceof OfContact contact) {
      judge(organization, contact, ifMatch);
      return;
    }
    Etags.require(ifMatch, organization.version());
    Attributes attributes = organization.attributes();
    boolean same =
        change instanceof OfName name
                && name.name().equals(attributes.name())
                && Objects.equals(name.nameKana(), attributes.nameKana())
            || change instanceof OfAddress address
                && address.address().equals(attributes.site().address())
                && Objects.equals(address.building(), attributes.site().building());
    if (same) {
      throw Refusal.conflict("proposal.changes-nothing");
    }
  }

  private void judge(Organization organization, OfContact contact, @Nullable String ifMatch) {
    if (contact.action() != OfContact.Action.ADD) {
      ContactView existing = contacts.get(organization.code(), contact.existing());
      Etags.require(ifMatch, existing.version());
      if (existing.state() == ContactState.CLOSED) {
        throw Refusal.conflict("contact.closed");
      }
    }
    if (contact.action() != OfContact.Action.CLOSE) {
      List<Violation> faults =
          contacts.faultsOf(organization.code(), contact.details()).stream()
              .map(fault -> new Violation("/contact" + fault.pointer(), fault.code(), fault.args()))
              .toList();
      if (!faults.isEmpty()) {
        throw Refusal.invalid(faults);
      }
    }
  }

  /** One open proposal for one thing: whoever thinks better of it withdraws it first. */
  private void refuseTwice(OrganizationCode code, ProposedChange change) {
    List<Proposal> open = proposals.open(code);
    if (open.size() >= MAX_OPEN) {
      throw Refusal.conflict("proposal.too-many", MAX_OPEN);
    }
    for (Proposal other : open) {
      String stored = other.change();
      if (other.kind() == change.kind()
          && stored != null
          && touchesTheSame(applyChange.read(other.kind(), stored), change)) {
        throw Refusal.conflict("proposal.already-open");
      }
    }
  }

  private static boolean touchesTheSame(ProposedChange one, ProposedChange other) {
    if (one instanceof OfContact first && other instanceof OfContact second) {
      return first.contactId() != null
          ? first.contactId().equals(second.contactId())
          : first.equals(second);
    }
    return true;
  }

  private static Refusal notFound() {
    return Refusal.notFound("proposal.not-found");
  }
}
