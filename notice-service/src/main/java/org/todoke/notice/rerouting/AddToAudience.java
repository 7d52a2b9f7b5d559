package org.todoke.notice.rerouting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.event.DeliveryAdded;
import org.todoke.notice.delivery.Delivery;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.Fact;
import org.todoke.notice.delivery.FactLog;
import org.todoke.notice.place.Place;

/**
 * Takes an organisation into the audience of a notice that is out already: the denominator grows by
 * one, by a fact that everybody can see. As the suite itself, or as who leads the notice.
 */
@ApplicationScoped
class AddToAudience {

  /** Its lines as the directory has them now; of a corporation none, see its places. */
  private static final String DELIVERY =
      """
      insert into delivery (notice_id, organization, tier, prefecture, municipality, corporation,
        has_children, usage, due_on, checklist_id, more_checklists, asked, departments)
      select n.id, o.code, o.kind,
        case o.kind
          when 'association' then (select p.code from organization p
                                   where p.code = o.parent and p.kind = 'prefecture')
          when 'municipality' then o.prefecture
          when 'union' then o.prefecture
          when 'establishment' then o.prefecture
        end,
        case when o.kind = 'establishment' then o.municipality end,
        case when o.kind = 'establishment' then o.corporation end,
        case o.kind
          when 'prefecture' then exists (select from delivery d
              where d.notice_id = n.id and d.prefecture = o.code)
            or exists (select from corporation_place p
              where p.notice_id = n.id and p.prefecture = o.code)
          when 'municipality' then exists (select from delivery d
              where d.notice_id = n.id and d.municipality = o.code)
            or exists (select from corporation_place p
              where p.notice_id = n.id and p.municipality = o.code)
          when 'corporation' then exists (select from delivery d
              where d.notice_id = n.id and d.corporation = o.code)
          else false
        end,
        n.usage, date_of_tier(n.due_on, n.due_by_tier, o.kind),
        case when o.kind = 'establishment' then n.checklist_id end,
        case when o.kind = 'establishment' then n.more_checklists end,
        asks(n.requested_actions, o.kind),
        case when jsonb_array_length(n.audience -> 'departments') > 0
            and o.kind in ('prefecture', 'municipality', 'union')
          then addressed_departments(o.departments,
            array(select jsonb_array_elements_text(n.audience -> 'departments'))) end
      from notice n, organization o
      where n.id = :notice and o.code = :organization
      on conflict do nothing
      """;

  /**
   * Where a corporation counts: where its establishments of the audience are, or all of them if
   * none is in it. An establishment brings its corporation along to its place.
   */
  private static final String PLACES =
      """
      insert into corporation_place (notice_id, corporation, municipality, prefecture, added_at)
      select distinct cast(:notice as uuid), e.corporation, e.municipality, e.prefecture,
        cast(:now as timestamptz)
      from organization e
      where e.kind = 'establishment' and e.state = 'active'
        and e.municipality is not null and e.prefecture is not null
        and case when :tier = 'establishment'
          then e.code = :organization and exists (select from delivery c
            where c.notice_id = :notice and c.organization = e.corporation)
          else e.corporation = :organization and (
            exists (select from delivery d
              where d.notice_id = :notice and d.organization = e.code)
            or not exists (select from delivery d
              where d.notice_id = :notice and d.corporation = :organization))
        end
      on conflict do nothing
      """;

  private final EntityManager em;
  private final DeliveryRepository deliveries;
  private final FactLog facts;

  AddToAudience(EntityManager em, DeliveryRepository deliveries, FactLog facts) {
    this.em = em;
    this.deliveries = deliveries;
    this.facts = facts;
  }

  /**
   * Why somebody comes in.
   *
   * @param by whose act it is
   * @param insteadOf who had sent the notice back; null where an issuer adds by itself
   * @param reason in the issuer's words, which go into no event
   */
  record Cause(OrganizationCode by, @Nullable OrganizationCode insteadOf, @Nullable String reason) {

    Map<String, Object> details() {
      var details = new LinkedHashMap<String, Object>();
      details.put("by", by.value());
      if (insteadOf != null) {
        details.put("insteadOf", insteadOf.value());
      }
      if (reason != null) {
        details.put("reason", reason);
      }
      return details;
    }
  }

  /** Nothing, where it belongs to the audience already. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean add(UUID notice, Place place, Cause cause, Instant now) {
    if (bind(em.createNativeQuery(DELIVERY), notice, place).executeUpdate() == 0) {
      return false;
    }
    if (place.kind() == OrganizationKind.CORPORATION
        || place.kind() == OrganizationKind.ESTABLISHMENT) {
      // A statement of its own, or the figures would count the corporation twice.
      bind(em.createNativeQuery(PLACES), notice, place)
          .setParameter("tier", place.kind().wireName())
          .setParameter("now", now)
          .executeUpdate();
    }
    Delivery added = deliveries.lockAny(notice, place.code());
    facts.append(
        added,
        new Fact(
            EventType.DELIVERY_ADDED,
            now,
            now,
            cause.by(),
            cause.details(),
            told(notice, place, cause),
            null));
    deliveries.flush();
    return true;
  }

  private static DeliveryAdded told(UUID notice, Place place, Cause cause) {
    boolean establishment = place.kind() == OrganizationKind.ESTABLISHMENT;
    return new DeliveryAdded(
        notice,
        place.code(),
        place.kind(),
        prefecture(place),
        establishment ? place.municipality() : null,
        establishment ? place.corporation() : null,
        cause.by(),
        cause.insteadOf());
  }

  private static @Nullable OrganizationCode prefecture(Place place) {
    return switch (place.kind()) {
      case MUNICIPALITY, UNION, ESTABLISHMENT -> place.prefecture();
      case MINISTRY, DIVISION, PREFECTURE, ASSOCIATION, CORPORATION -> null;
    };
  }

  private static Query bind(Query query, UUID notice, Place place) {
    return query.setParameter("notice", notice).setParameter("organization", place.code().value());
  }
}
