package org.todoke.registry.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.todoke.contracts.Channel;
import org.todoke.registry.offering.Offerings;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;

/**
 * Takes along what hangs on a code when the same thing gets another one: contacts, spellings, and
 * the pairs in which it was suspected. Nothing of it is there twice afterwards, and what it was
 * under the former code can still be read there.
 */
@ApplicationScoped
class Renumbering {

  private final EntityManager entityManager;
  private final OrganizationRegister register;

  Renumbering(EntityManager entityManager, OrganizationRegister register) {
    this.entityManager = entityManager;
    this.register = register;
  }

  /**
   * @param former locked, as is the other
   */
  void follow(Organization former, Organization present, Offerings.Entry entry) {
    entityManager
        .createNativeQuery(
            """
            select cast(follow_renumbering(:former, :present, :since, :by, :now) as text)""",
            String.class)
        .setParameter("former", former.code().value())
        .setParameter("present", present.code().value())
        .setParameter("since", entry.since())
        .setParameter("by", entry.recordedBy().value())
        .setParameter("now", entry.recordedAt())
        .getSingleResult();
    register.foundReachableBy(present, waysOf(present));
    register.foundReachableBy(former, waysOf(former));
  }

  private List<Channel> waysOf(Organization organization) {
    String[] names =
        (String[])
            entityManager
                .createNativeQuery("select ways_of(:code)", String[].class)
                .setParameter("code", organization.code().value())
                .getSingleResult();
    Set<String> known = Set.of(names);
    return Arrays.stream(Channel.values())
        .filter(channel -> known.contains(channel.wireName()))
        .toList();
  }
}
