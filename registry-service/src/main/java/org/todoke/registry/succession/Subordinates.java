package org.todoke.registry.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.messaging.Outbox;
import org.todoke.registry.offering.Offerings;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationColumns;
import org.todoke.web.Refusal;

/**
 * Moves what hangs below one organisation below another: as many statements for thousands as for
 * one, and an event for each.
 */
@ApplicationScoped
class Subordinates {

  /**
   * A row that an import keeps goes on being kept by imports; a list that is loaded at start would
   * take the move back.
   */
  private static final String COUNTED =
      """

      seq = seq + 1, version = version + 1,
      origin = case origin when 'import' then 'import' else 'registrar' end
       where code = any (string_to_array(:codes, ' '))""";

  private static final String END =
      """
      update organization_history set valid_to = greatest(:since, valid_from) - 1
       where organization = any (string_to_array(:codes, ' ')) and valid_to is null""";

  /** What changed later than the move keeps its day: history is never rewritten. */
  private static final String BEGIN =
      """
      insert into organization_history (organization, %1$s, valid_from, recorded_at, recorded_by)
      select o.code, %1$s,
             (select h.valid_to + 1 from organization_history h
               where h.organization = o.code order by h.seq desc limit 1),
             :recordedAt, :recordedBy
        from organization o where o.code = any (string_to_array(:codes, ' '))"""
          .formatted(OrganizationColumns.IN_HISTORY);

  private static final String TELL =
      """
      insert into outbox (
        type, subject, partition_key, sequence, time, recorded_time, correlation_id, traceparent,
        data)
      select 'organization.changed', o.code, o.code, o.seq, :time, :recordedAt, o.code,
             cast(:trace as text), organization_event_data(o)
        from organization o where o.code = any (string_to_array(:codes, ' '))
       order by o.code""";

  private final EntityManager entityManager;
  private final Outbox outbox;

  Subordinates(EntityManager entityManager, Outbox outbox) {
    this.entityManager = entityManager;
    this.outbox = outbox;
  }

  /** The active ones, locked in the order of their codes. */
  Set<String> lock(Organization above) {
    if (above.kind() == OrganizationKind.ESTABLISHMENT) {
      return Set.of();
    }
    List<?> codes =
        entityManager
            .createNativeQuery(
                "select code from organization where "
                    + line(above.kind())
                    + " = :above and state = 'active' order by code for update",
                String.class)
            .setParameter("above", above.code().value())
            .getResultList();
    return codes.stream()
        .map(String.class::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Once the one above is locked nobody comes in below it. Somebody may have before, and waiting
   * for him now could be waiting in a circle.
   *
   * @throws Refusal (unavailable) {@code request.contended}
   */
  void requireNobodyElse(Organization above, Set<String> locked) {
    if (above.kind() == OrganizationKind.ESTABLISHMENT) {
      return;
    }
    long now =
        ((Number)
                entityManager
                    .createNativeQuery(
                        "select count(*) from organization where "
                            + line(above.kind())
                            + " = :above and state = 'active'"
                            + " and code <> all (string_to_array(:codes, ' '))",
                        Long.class)
                    .setParameter("above", above.code().value())
                    .setParameter("codes", String.join(" ", locked))
                    .getSingleResult())
            .longValue();
    if (now > 0) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "request.contended", List.of(), List.of());
    }
  }

  /**
   * @param codes of those that move, locked
   * @param time when the move happened, for the events
   */
  void move(Collection<String> codes, Organization to, Offerings.Entry entry, Instant time) {
    if (codes.isEmpty()) {
      return;
    }
    String all = String.join(" ", codes);
    place(to).setParameter("codes", all).executeUpdate();
    entityManager
        .createNativeQuery(END)
        .setParameter("codes", all)
        .setParameter("since", entry.since())
        .executeUpdate();
    entityManager
        .createNativeQuery(BEGIN)
        .setParameter("codes", all)
        .setParameter("recordedAt", entry.recordedAt())
        .setParameter("recordedBy", entry.recordedBy().value())
        .executeUpdate();
    entityManager
        .createNativeQuery(TELL)
        .setParameter("codes", all)
        .setParameter("time", time)
        .setParameter("recordedAt", entry.recordedAt())
        .setParameter("trace", outbox.traceParent().orElse(null))
        .executeUpdate();
    outbox.wakeRelay();
  }

  private Query place(Organization to) {
    String code = to.code().value();
    if (to.kind() == OrganizationKind.CORPORATION) {
      return entityManager
          .createNativeQuery("update organization set corporation = :to," + COUNTED)
          .setParameter("to", code);
    }
    OrganizationCode prefecture = to.attributes().prefecture();
    return entityManager
        .createNativeQuery(
            // The wards were those of the city that is no more.
            "update organization set municipality = :to, prefecture = :prefecture, ward = null,"
                + COUNTED)
        .setParameter("to", code)
        .setParameter("prefecture", prefecture == null ? null : prefecture.value());
  }

  private static String line(OrganizationKind kind) {
    return kind == OrganizationKind.CORPORATION ? "corporation" : "municipality";
  }
}
