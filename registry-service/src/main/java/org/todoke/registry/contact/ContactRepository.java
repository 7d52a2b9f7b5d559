package org.todoke.registry.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/** Contacts in the database, which shows none that the caller may not see. */
@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, UUID> {

  List<Contact> list(
      OrganizationCode organization, @Nullable ContactState state, @Nullable UUID after, int rows) {
    return getEntityManager()
        .createQuery(
            """
            from Contact c where c.organization = :organization
               and (:state is null or c.state = :state)
               and (:after is null or c.id > :after)
             order by c.id""",
            Contact.class)
        .setParameter("organization", organization)
        .setParameter("state", state)
        .setParameter("after", after)
        .setMaxResults(rows)
        .getResultList();
  }

  Optional<Contact> find(OrganizationCode organization, UUID id) {
    return findByIdOptional(id).filter(contact -> contact.organization().equals(organization));
  }

  /** The ways by which it can be reached now: what has failed for good is none. */
  List<Channel> channelsOf(OrganizationCode organization) {
    return getEntityManager()
        .createQuery(
            """
            select distinct c.channel from Contact c
             where c.organization = :organization and c.state = :state
               and c.reachability <> :unreachable""",
            Channel.class)
        .setParameter("organization", organization)
        .setParameter("state", ContactState.ACTIVE)
        .setParameter("unreachable", ReachabilityState.UNREACHABLE)
        .getResultList();
  }

  long countActive(OrganizationCode organization) {
    return count("organization = ?1 and state = ?2", organization, ContactState.ACTIVE);
  }

  /** Another active contact that says the same. */
  boolean existsAnother(OrganizationCode organization, ContactDetails details, @Nullable UUID but) {
    return list("organization = ?1 and state = ?2", organization, ContactState.ACTIVE).stream()
        .anyMatch(contact -> !contact.id().equals(but) && contact.details().equals(details));
  }
}
