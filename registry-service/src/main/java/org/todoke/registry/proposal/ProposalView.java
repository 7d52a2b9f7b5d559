package org.todoke.registry.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.organization.Attributes;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.Standing;
import org.todoke.registry.proposal.ProposedChange.OfAddress;
import org.todoke.registry.proposal.ProposedChange.OfContact;
import org.todoke.registry.proposal.ProposedChange.OfName;

/** A proposal as one caller sees it. */
@Schema(
    name = "Proposal",
    description = "Something that an organisation proposes to change about itself",
    requiredProperties = {
      "id",
      "organization",
      "organizationName",
      "kind",
      "state",
      "proposedAt",
      "permittedActions"
    })
public record ProposalView(
    UUID id,
    OrganizationCode organization,
    @Schema(description = "As it is now") String organizationName,
    ChangeKind kind,
    ProposalStatus state,
    @Nullable OfName name,
    @Nullable OfAddress address,
    @Schema(
            description =
                "Only while it is open: what is decided stands among the contacts, or nowhere")
        @Nullable OfContact contact,
    Instant proposedAt,
    @Schema(
            description =
                "Whose registrar it waits for first: the municipality, else the prefecture; those above may decide too. Absent for the ministry")
        @Nullable OrganizationCode approver,
    @Nullable Instant decidedAt,
    @Schema(description = "Who decided; the organisation itself for what held at once")
        @Nullable OrganizationCode decidedBy,
    @Schema(description = "Why it was refused") @Nullable String comment,
    @Schema(description = "What the caller may do next: approve, refuse, withdraw")
        List<String> permittedActions) {

  static ProposalView of(
      Proposal proposal,
      @Nullable ProposedChange change,
      Organization organization,
      Standing standing) {
    Attributes attributes = organization.attributes();
    return new ProposalView(
        proposal.id(),
        proposal.organization(),
        attributes.name(),
        proposal.kind(),
        proposal.state().status(),
        change instanceof OfName name ? name : null,
        change instanceof OfAddress address ? address : null,
        change instanceof OfContact contact ? contact : null,
        proposal.proposedAt(),
        attributes.municipality() != null ? attributes.municipality() : attributes.prefecture(),
        proposal.decidedAt(),
        proposal.decidedBy(),
        proposal.comment(),
        actions(proposal, organization, standing));
  }

  private static List<String> actions(
      Proposal proposal, Organization organization, Standing standing) {
    List<String> actions = new ArrayList<>();
    if (proposal.isOpen()) {
      if (organization.isActive() && standing.mayChange(organization)) {
        actions.add("approve");
      }
      if (standing.mayChange(organization)) {
        actions.add("refuse");
      }
      if (standing.proposesChangesOf(organization)) {
        actions.add("withdraw");
      }
    }
    return List.copyOf(actions);
  }

  /** Without what is proposed: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "Proposal[id=" + id + "]";
  }
}
