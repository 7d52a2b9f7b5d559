package org.todoke.registry.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.todoke.registry.approval.ChangeKind;
import org.todoke.registry.contact.ContactState;
import org.todoke.registry.contact.ContactView;
import org.todoke.registry.contact.Contacts;
import org.todoke.registry.organization.Attributes;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.Site;
import org.todoke.registry.proposal.ProposedChange.OfAddress;
import org.todoke.registry.proposal.ProposedChange.OfContact;
import org.todoke.registry.proposal.ProposedChange.OfName;

/** Brings a proposed change into effect, by the ordinary ways, and knows what it was based on. */
@ApplicationScoped
class ApplyChange {

  private final OrganizationRegister register;
  private final Contacts contacts;
  private final ObjectMapper json;

  ApplyChange(OrganizationRegister register, Contacts contacts, ObjectMapper json) {
    this.register = register;
    this.contacts = contacts;
    this.json = json;
  }

  /**
   * What is there of that which the change touches, and nothing else: a new FAX number must not
   * make a proposed name stale.
   */
  JsonNode basisOf(Organization organization, ProposedChange change) {
    Attributes attributes = organization.attributes();
    ObjectNode basis = json.createObjectNode();
    if (change instanceof OfName) {
      basis.put("name", attributes.name()).put("nameKana", attributes.nameKana());
    } else if (change instanceof OfAddress) {
      basis
          .put("address", attributes.site().address())
          .put("building", attributes.site().building());
    } else if (change instanceof OfContact contact && contact.contactId() != null) {
      ContactView view = contacts.get(organization.code(), contact.contactId());
      basis.put("version", view.version()).put("active", view.state() == ContactState.ACTIVE);
    }
    return basis;
  }

  /**
   * @param organization locked by the caller in this transaction
   */
  void apply(Organization organization, ProposedChange change) {
    Attributes attributes = organization.attributes();
    if (change instanceof OfName name) {
      register.changeAsProposed(organization, attributes.withName(name.name(), name.nameKana()));
    } else if (change instanceof OfAddress address) {
      register.changeAsProposed(organization, attributes.withSite(moved(attributes, address)));
    } else if (change instanceof OfContact contact) {
      apply(organization, contact);
    }
  }

  /** The co-ordinates were those of the old address. */
  private static Site moved(Attributes attributes, OfAddress to) {
    return new Site(to.address(), to.building(), null, null, attributes.site().ward());
  }

  private void apply(Organization organization, OfContact contact) {
    switch (contact.action()) {
      case ADD -> contacts.add(organization.code(), contact.details());
      // Whatever its version is, it is the one that the basis was compared with.
      case CHANGE ->
          contacts.change(organization.code(), contact.existing(), contact.details(), "*");
      case CLOSE -> contacts.close(organization.code(), contact.existing());
    }
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change cannot be written as JSON", e);
    }
  }

  JsonNode readBasis(String stored) {
    try {
      return json.readTree(stored);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  ProposedChange read(ChangeKind kind, String stored) {
    try {
      return switch (kind) {
        case NAME -> json.readValue(stored, OfName.class);
        case ADDRESS -> json.readValue(stored, OfAddress.class);
        case CONTACT -> json.readValue(stored, OfContact.class);
      };
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  /** Without the cause's text: it quotes what is stored, which may be a contact. */
  private static IllegalStateException unreadable(JsonProcessingException e) {
    return new IllegalStateException(
        "a stored change cannot be read: " + e.getClass().getSimpleName());
  }
}
