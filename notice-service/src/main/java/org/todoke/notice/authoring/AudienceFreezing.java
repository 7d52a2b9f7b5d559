package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.place.Kinds;
import org.todoke.notice.place.Place;
import org.todoke.notice.revision.Terms;

/**
 * Applies the rule of an audience to the directory and writes one delivery per organisation. A
 * fixed number of statements, however many organisations there are.
 */
@ApplicationScoped
class AudienceFreezing {

  private static final String WRITE_PLACES =
      """
      insert into corporation_place (notice_id, corporation, municipality, prefecture)
      %s
      select cast(:notice as uuid), p.corporation, p.municipality, p.prefecture from place p
      """;

  private static final String WRITE_DELIVERIES =
      """
      insert into delivery (notice_id, organization, tier, prefecture, municipality, corporation,
        has_children, usage, due_on, checklist_id, more_checklists, asked, departments)
      %s
      select cast(:notice as uuid), a.code, a.tier, a.prefecture, a.municipality, a.corporation,
        a.has_children, :usage,
        case when w.asked or a.has_children
          then date_of_tier(cast(:dueOn as date), cast(:dueByTier as jsonb), a.tier) end,
        case when a.tier = 'establishment' then cast(:checklist as uuid) end,
        case when a.tier = 'establishment' then cast(:moreChecklists as uuid[]) end, w.asked,
        a.departments
      from addressee a
      cross join lateral (select a.tier = any(cast(:asked as text[])) as asked) w
      order by a.code
      """;

  private final EntityManager em;

  AudienceFreezing(EntityManager em) {
    this.em = em;
  }

  FrozenAudience freeze(Notice notice, Place lead) {
    var conditions = new AudienceConditions(notice.audience(), lead);
    var rule = new AudienceSql(conditions);
    // Statements of their own: the second reads what the first has written.
    String places = WRITE_PLACES.formatted(rule.places());
    conditions
        .bind(em.createNativeQuery(places), places)
        .setParameter("notice", notice.id())
        .executeUpdate();
    String deliveries = WRITE_DELIVERIES.formatted(rule.addresseesWithPlaces());
    Query writing =
        conditions
            .bind(em.createNativeQuery(deliveries), deliveries)
            .setParameter("notice", notice.id())
            .setParameter("issuers", AudienceConditions.codes(notice.issuers()))
            .setParameter("usage", notice.usage().wireName());
    Demand demand = notice.wanted();
    Terms.bind(writing, demand.dates(), demand.asked(), demand.checklists()).executeUpdate();
    return counted(notice);
  }

  /** Of a notice whose deliveries are written. */
  FrozenAudience counted(Notice notice) {
    return new FrozenAudience(counted(notice.audience(), perTier(notice.id())), hash(notice.id()));
  }

  private Query perTier(UUID notice) {
    return em.createNativeQuery(
            "select tier, count(*) from delivery where notice_id = :notice group by tier",
            Object[].class)
        .setParameter("notice", notice);
  }

  /** How many the audience would hold if the notice were issued now; writes nothing. */
  Map<OrganizationKind, Integer> preview(Notice notice, Place lead) {
    UUID former = notice.former().map(Relation::target).orElse(null);
    if (former != null) {
      return counted(notice.audience(), perTier(former));
    }
    var conditions = new AudienceConditions(notice.audience(), lead);
    String sql =
        new AudienceSql(conditions).addressees()
            + "select tier, count(*) from addressee group by tier";
    return counted(
        notice.audience(),
        conditions
            .bind(em.createNativeQuery(sql, Object[].class), sql)
            .setParameter("issuers", AudienceConditions.codes(notice.issuers())));
  }

  /** What travels inside, at any depth: readers of the notice may read it too. */
  void keepEnclosures(UUID notice) {
    em.createNativeQuery(
            """
            insert into notice_enclosure (notice_id, enclosed)
            select cast(:notice as uuid), r.target from notice_relation r
            where r.notice_id = :notice and r.kind = 'encloses' and r.target is not null
            union
            select cast(:notice as uuid), e.enclosed from notice_relation r
            join notice_enclosure e on e.notice_id = r.target
            where r.notice_id = :notice and r.kind = 'encloses'
            """)
        .setParameter("notice", notice)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked")
  private static Map<OrganizationKind, Integer> counted(Audience audience, Query counts) {
    Map<OrganizationKind, Integer> addressed = new EnumMap<>(OrganizationKind.class);
    audience.tiers().forEach(tier -> addressed.put(tier, 0));
    for (Object[] row : (List<Object[]>) counts.getResultList()) {
      addressed.put(
          Kinds.ofWireName((String) row[0]), Math.toIntExact(((Number) row[1]).longValue()));
    }
    return addressed;
  }

  private String hash(UUID notice) {
    return (String)
        em.createNativeQuery(
                """
                select encode(sha256(convert_to(coalesce(
                  string_agg(organization, chr(10) order by organization collate "C"), ''), 'UTF8')),
                  'hex')
                from delivery where notice_id = :notice
                """)
            .setParameter("notice", notice)
            .getSingleResult();
  }
}
