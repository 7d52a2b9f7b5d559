package org.todoke.notice.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.CoverLetters;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.delivery.ReadDeliveries;
import org.todoke.notice.delivery.WireNames;
import org.todoke.notice.forwarding.ForwardingView.Child;
import org.todoke.notice.forwarding.ForwardingView.Disposition;
import org.todoke.notice.place.Kinds;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.Refusal;

/** Shows a forwarding to whoever may see the forwarder's delivery. */
@ApplicationScoped
public class ReadForwarding {

  private static final String CHILDREN =
      """
      select f.child, o.name, d.tier, f.disposition, f.channel, f.reason, d.reached_at,
        d.excused_reason
      from forwarding_child f
      join delivery d on d.notice_id = f.notice_id and d.organization = f.child
      left join organization o on o.code = f.child
      where f.notice_id = :notice and f.organization = :forwarder and f.child > :after
      order by f.child
      """;

  private final EntityManager em;
  private final ReadDeliveries deliveries;
  private final CoverLetters letters;

  ReadForwarding(EntityManager em, ReadDeliveries deliveries, CoverLetters letters) {
    this.em = em;
    this.deliveries = deliveries;
    this.letters = letters;
  }

  /**
   * @param after the child after which the page begins
   * @throws Refusal (not found) also while it has not been passed on
   */
  @Transactional
  public ForwardingView one(
      UUID notice, OrganizationCode forwarder, @Nullable String after, int limit, Actor reader) {
    DeliveryView delivery = deliveries.requireVisible(notice, forwarder, reader);
    if (delivery.forwardedAt() == null) {
      throw Refusal.notFound("forwarding.not-found");
    }
    Object[] count =
        (Object[])
            bind(
                    em.createNativeQuery(
                        """
                        select count(*) filter (where disposition = 'addressed'),
                          count(*) filter (where disposition = 'omitted')
                        from forwarding_child
                        where notice_id = :notice and organization = :forwarder
                        """,
                        Object[].class),
                    notice,
                    forwarder)
                .getSingleResult();
    Optional<UUID> instruction = instruction(notice, forwarder);
    return new ForwardingView(
        notice,
        forwarder,
        delivery.name(),
        delivery.state(),
        delivery.forwardedAt(),
        delivery.finalizedAt(),
        ((Number) count[0]).intValue(),
        ((Number) count[1]).intValue(),
        instruction.isPresent(),
        instruction.orElse(null),
        letters.of(notice, forwarder, reader.organization()).orElse(null),
        children(notice, forwarder, after, limit));
  }

  /** Said by the fact alone: who may see the forwarding may not always see the letter. */
  private Optional<UUID> instruction(UUID notice, OrganizationCode forwarder) {
    String sql =
        """
        select cast(data ->> 'standingInstructionId' as uuid) from fact
        where notice_id = :notice and organization = :forwarder and type = 'forwarding.forwarded'
          and data ->> 'standingInstructionId' is not null
        """;
    List<?> found = bind(em.createNativeQuery(sql, UUID.class), notice, forwarder).getResultList();
    return found.stream().findFirst().map(UUID.class::cast);
  }

  @SuppressWarnings("unchecked")
  private Page<Child> children(
      UUID notice, OrganizationCode forwarder, @Nullable String after, int limit) {
    List<Object[]> rows =
        bind(em.createNativeQuery(CHILDREN, Object[].class), notice, forwarder)
            .setParameter("after", after == null ? "" : after)
            .setMaxResults(limit + 1)
            .getResultList();
    return Page.of(
        rows.stream().map(ReadForwarding::child).toList(), limit, child -> child.code().value());
  }

  private static Child child(Object[] row) {
    return new Child(
        OrganizationCode.of((String) row[0]),
        (String) row[1],
        Kinds.ofWireName((String) row[2]),
        row[3].equals("addressed") ? Disposition.ADDRESSED : Disposition.OMITTED,
        row[4] == null ? null : WireNames.channel((String) row[4]),
        (String) row[5],
        (Instant) row[6],
        row[7] == null ? null : WireNames.excuseReason((String) row[7]));
  }

  private static Query bind(Query query, UUID notice, OrganizationCode forwarder) {
    return query.setParameter("notice", notice).setParameter("forwarder", forwarder.value());
  }
}
