package org.todoke.registry.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.contact.ContactDetails;

/** What is to become of an organisation; stored as JSON, each kind in its own form. */
public sealed interface ProposedChange {

  ChangeKind kind();

  /** Another name. */
  @Schema(name = "NameProposal", requiredProperties = "name")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfName(String name, @Nullable String nameKana) implements ProposedChange {
    @Override
    public ChangeKind kind() {
      return ChangeKind.NAME;
    }
  }

  /**
   * Another address, in the same municipality: a move to another one is the registrar's to enter.
   */
  @Schema(name = "AddressProposal", requiredProperties = "address")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfAddress(String address, @Nullable String building) implements ProposedChange {
    @Override
    public ChangeKind kind() {
      return ChangeKind.ADDRESS;
    }
  }

  /** A contact to add, to change or to close. */
  @Schema(name = "ContactProposal")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfContact(
      Action action,
      @Nullable UUID contactId,
      @Nullable Channel channel,
      @Nullable String value,
      @Nullable String department,
      @Nullable UUID departmentId)
      implements ProposedChange {

    /** What is to be done with it. */
    @Schema(name = "ContactProposalAction")
    public enum Action {
      @JsonProperty("add")
      ADD,
      @JsonProperty("change")
      CHANGE,
      @JsonProperty("close")
      CLOSE
    }

    @Override
    public ChangeKind kind() {
      return ChangeKind.CONTACT;
    }

    /**
     * @throws IllegalStateException for one that is only to be closed
     */
    ContactDetails details() {
      if (channel == null || value == null) {
        throw new IllegalStateException("a contact without a value");
      }
      return new ContactDetails(channel, value, department, departmentId);
    }

    UUID existing() {
      if (contactId == null) {
        throw new IllegalStateException("a contact that does not exist yet");
      }
      return contactId;
    }

    /** Without the value: whatever is printed may end in a log. */
    @Override
    public String toString() {
      return "OfContact[action=" + action + "]";
    }
  }
}
