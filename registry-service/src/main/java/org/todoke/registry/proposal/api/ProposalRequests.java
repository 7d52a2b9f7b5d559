package org.todoke.registry.proposal.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.proposal.ProposedChange;
import org.todoke.registry.proposal.ProposedChange.OfAddress;
import org.todoke.registry.proposal.ProposedChange.OfContact;
import org.todoke.registry.proposal.ProposedChange.OfContact.Action;
import org.todoke.registry.proposal.ProposedChange.OfName;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** What callers send about proposals. */
final class ProposalRequests {

  private ProposalRequests() {}

  /** Another name. */
  @Schema(name = "NameProposalRequest")
  record NameForm(
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(min = 1, max = 400) String nameKana) {}

  /** Another address. */
  @Schema(name = "AddressProposalRequest")
  record AddressForm(
      @NotBlank @Size(max = 300) String address,
      @Nullable @Size(min = 1, max = 200) String building) {}

  /** A contact to add, to change or to close. */
  @Schema(name = "ContactProposalRequest")
  record ContactForm(
      @NotNull Action action,
      @Schema(description = "The contact to change or to close") @Nullable UUID contactId,
      @Nullable Channel channel,
      @Nullable @Size(min = 1, max = 254) String value,
      @Nullable @Size(min = 1, max = 100) String department,
      @Nullable UUID departmentId) {

    List<Violation> faults() {
      List<Violation> faults = new ArrayList<>();
      if (action == Action.ADD) {
        refuse(faults, "contactId", contactId);
      } else {
        require(faults, "contactId", contactId);
      }
      if (action == Action.CLOSE) {
        refuse(faults, "channel", channel);
        refuse(faults, "value", value);
        refuse(faults, "department", department);
        refuse(faults, "departmentId", departmentId);
      } else {
        require(faults, "channel", channel);
        require(faults, "value", value);
      }
      return faults;
    }

    private static void require(List<Violation> faults, String member, @Nullable Object value) {
      if (value == null) {
        faults.add(Violation.at("/contact/" + member, "value.required"));
      }
    }

    private static void refuse(List<Violation> faults, String member, @Nullable Object value) {
      if (value != null) {
        faults.add(Violation.at("/contact/" + member, "proposal.member-not-for-action"));
      }
    }

    /** Without the value: whatever is printed may end in a log. */
    @Override
    public String toString() {
      return "ContactForm[action=" + action + "]";
    }
  }

  /** What an organisation proposes to change about itself. */
  @Schema(name = "ProposalRequest")
  record Content(
      @Schema(description = "Decides which one of the others is to be there") @NotNull
          ChangeKind kind,
      @Nullable @Valid NameForm name,
      @Nullable @Valid AddressForm address,
      @Nullable @Valid ContactForm contact) {

    /**
     * @throws Refusal (invalid) naming every fault
     */
    ProposedChange change() {
      List<Violation> faults = new ArrayList<>();
      judge(faults, ChangeKind.NAME, name);
      judge(faults, ChangeKind.ADDRESS, address);
      judge(faults, ChangeKind.CONTACT, contact);
      if (kind == ChangeKind.CONTACT && contact != null) {
        faults.addAll(contact.faults());
      }
      if (!faults.isEmpty()) {
        throw Refusal.invalid(faults);
      }
      if (name != null) {
        return new OfName(name.name().strip(), name.nameKana());
      }
      if (address != null) {
        return new OfAddress(address.address().strip(), address.building());
      }
      if (contact != null) {
        return new OfContact(
            contact.action(),
            contact.contactId(),
            contact.channel(),
            contact.value(),
            contact.department(),
            contact.departmentId());
      }
      throw new IllegalStateException("judged to hold one of them");
    }

    private void judge(List<Violation> faults, ChangeKind of, @Nullable Object member) {
      if (kind == of && member == null) {
        faults.add(Violation.at("/" + of.wireName(), "value.required"));
      } else if (kind != of && member != null) {
        faults.add(Violation.at("/" + of.wireName(), "proposal.member-of-other-kind"));
      }
    }
  }

  /** Why it is refused. */
  @Schema(name = "ProposalRefusal")
  record RefusalForm(
      @Schema(description = "For whoever proposed it") @Nullable @Size(min = 1, max = 400)
          String comment) {}
}
