package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
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

  /** The establishments that count decide which corporations count, and where. */
  private static final String PLACES =
      """
      select distinct cast(:notice as uuid) as notice_id, e.corporation, e.municipality, e.prefecture
      from organization e
      join organization c on c.code = e.corporation and c.kind = 'corporation' and c.state = 'active'
      where 'corporation' = any(cast(:tiers as text[]))
        and e.kind = 'establishment' and e.state = 'active'
        and e.municipality is not null and e.prefecture is not null
        and %s
      """;

  private static final String WRITE_PLACES =
      "insert into corporation_place (notice_id, corporation, municipality, prefecture) ";

  private static final String WRITTEN_PLACES =
      "select corporation, municipality, prefecture from corporation_place where notice_id = :notice";

  /** Everybody of the audience; the places of corporations come from one or the other query. */
  private static final String ADDRESSEES =
      """
      with area as materialized (
        select o.code, o.kind, o.parent, o.prefecture, o.municipality, o.corporation
        from organization o
        where o.state = 'active' and o.kind <> 'corporation' and o.kind = any(cast(:tiers as text[]))
          and %s
      ), place as materialized (
        %s
      ), everybody as (
        select code, kind as tier,
          case kind
            when 'association' then (select p.code from organization p
                                     where p.code = area.parent and p.kind = 'prefecture')
            when 'prefecture' then null
            else prefecture
          end as prefecture,
          case when kind = 'establishment' then municipality end as municipality,
          case when kind = 'establishment' then corporation end as corporation,
          case kind
            when 'prefecture' then
              code in (select prefecture from place)
              or code in (select prefecture from area
                          where kind in ('municipality', 'union', 'establishment')
                          and prefecture is not null)
              or code in (select parent from area where kind = 'association' and parent is not null)
            when 'municipality' then
              code in (select municipality from place)
              or code in (select municipality from area where kind = 'establishment'
                          and municipality is not null)
            else false
          end as has_children
        from area
        union all
        select distinct corporation, 'corporation', cast(null as text), cast(null as text),
          cast(null as text), 'establishment' = any(cast(:tiers as text[]))
        from place
      )
      , addressee as (
        select * from everybody a where a.code <> all(cast(:issuers as text[]))
      )
      """;

  private static final String WRITE_DELIVERIES =
      """
      insert into delivery (notice_id, organization, tier, prefecture, municipality, corporation,
        has_children, usage, due_on, checklist_id, more_checklists, asked)
      select cast(:notice as uuid), a.code, a.tier, a.prefecture, a.municipality, a.corporation,
        a.has_children, :usage,
        case when w.asked or a.has_children
          then date_of_tier(cast(:dueOn as date), cast(:dueByTier as jsonb), a.tier) end,
        case when a.tier = 'establishment' then cast(:checklist as uuid) end,
        case when a.tier = 'establishment' then cast(:moreChecklists as uuid[]) end, w.asked
      from addressee a
      cross join lateral (select a.tier = any(cast(:asked as text[])) as asked) w
      order by a.code
      """;

  private final EntityManager em;

  AudienceFreezing(EntityManager em) {
    this.em = em;
  }

  FrozenAudience freeze(Notice notice, Place lead) {
    String places = WRITE_PLACES + PLACES.formatted(inside("e", lead, notice.audience()));
    bind(places, notice, lead).executeUpdate();
    String deliveries =
        ADDRESSEES.formatted(inside("o", lead, notice.audience()), WRITTEN_PLACES)
            + WRITE_DELIVERIES;
    Query writing = bind(deliveries, notice, lead).setParameter("usage", notice.usage().wireName());
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
    String places = PLACES.formatted(inside("e", lead, notice.audience()));
    String sql =
        ADDRESSEES.formatted(inside("o", lead, notice.audience()), places)
            + "select tier, count(*) from addressee group by tier";
    return counted(notice.audience(), bind(sql, notice, lead));
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

  /** The issuer's jurisdiction, and the areas to which the notice is limited. */
  private static String inside(String o, Place lead, Audience audience) {
    String jurisdiction =
        switch (lead.kind()) {
          case MINISTRY, DIVISION -> "true";
          case PREFECTURE ->
              """
              (case when %1$s.kind = 'association' then %1$s.parent else %1$s.prefecture end
                = :lead)
              """
                  .formatted(o);
          case MUNICIPALITY ->
              "%1$s.kind = 'establishment' and %1$s.municipality = :lead".formatted(o);
          case UNION, CORPORATION, ASSOCIATION, ESTABLISHMENT ->
              throw new IllegalArgumentException("issues no notices: " + lead.kind());
        };
    if (audience.within().isEmpty()) {
      return jurisdiction;
    }
    return jurisdiction
        + """
         and (case %1$s.kind
           when 'association' then %1$s.parent = any(cast(:within as text[]))
           when 'prefecture' then %1$s.code = any(cast(:within as text[]))
           when 'municipality' then %1$s.code = any(cast(:within as text[]))
             or %1$s.prefecture = any(cast(:within as text[]))
           else %1$s.municipality = any(cast(:within as text[]))
             or %1$s.prefecture = any(cast(:within as text[])) end)
        """
            .formatted(o);
  }

  private Query bind(String sql, Notice notice, Place lead) {
    Query query = em.createNativeQuery(sql);
    set(query, sql, "notice", notice.id());
    set(query, sql, "tiers", wireNames(notice.audience().tiers()));
    set(query, sql, "issuers", codes(notice.issuers()));
    set(query, sql, "within", codes(notice.audience().within()));
    set(query, sql, "lead", lead.code().value());
    return query;
  }

  /** Which parameters there are depends on the rule. */
  private static void set(Query query, String sql, String name, Object value) {
    if (sql.contains(":" + name)) {
      query.setParameter(name, value);
    }
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

  private static String[] wireNames(Collection<OrganizationKind> kinds) {
    return kinds.stream().map(OrganizationKind::wireName).toArray(String[]::new);
  }

  private static String[] codes(Collection<OrganizationCode> codes) {
    return codes.stream().map(OrganizationCode::value).toArray(String[]::new);
  }
}
