package org.todoke.notice.authoring;

import org.todoke.contracts.OrganizationKind;

/**
 * Everybody of an audience as a query over the directory, for statements to begin with: a fixed
 * number of passes over the directory, however many organisations there are. A part that the rule
 * does not have is not in the text: the plain rule for a nation costs what it did without the
 * others.
 */
record AudienceSql(AudienceConditions where) {

  /** Those of one line of ancestors; of corporations the establishments decide. */
  private static final String OTHERS =
      """
      select o.code, o.kind, o.parent, o.prefecture, o.municipality, o.corporation
      from organization o
      where o.state = 'active' and o.kind not in ('corporation', 'establishment')
        and o.kind = any(cast(:tiers as text[])) and %s
      union all
      select s.code, s.kind, s.parent, s.prefecture, s.municipality, s.corporation
      from site s where 'establishment' = any(cast(:tiers as text[]))
      """;

  /** Few, so that those above are looked up in them at once, however many the sites are. */
  private static final String SITE_AREAS =
      """
      , site_area as materialized (select distinct s.prefecture, s.municipality from site s)
      """;

  private static final String WITH_ADDED =
      """
      , ruled as materialized (
        %s
      ), area as materialized (
        select * from ruled
        union all
        select a.code, a.kind, a.parent, a.prefecture, a.municipality, a.corporation
        from added a
        where a.kind <> 'corporation' and not exists (select from ruled r where r.code = a.code)
      )
      """;

  private static final String FIRMS =
      """
      select distinct s.corporation, s.municipality, s.prefecture
      from site s
      join organization c on c.code = s.corporation and c.kind = 'corporation'
        and c.state = 'active'
      where 'corporation' = any(cast(:tiers as text[]))
        and s.municipality is not null and s.prefecture is not null and %s
      """;

  /**
   * Of a corporation that was named: where its establishments of the audience are, or all of them
   * in the jurisdiction if none is in it. An establishment that was named counts like any other for
   * a corporation of the audience, and brings none into it.
   */
  private static final String FIRMS_WITH_ADDED =
      """
      with firm as materialized (
        select c.code from organization c
        where c.kind = 'corporation' and c.state = 'active'
          and 'corporation' = any(cast(:tiers as text[])) and %1$s
          and c.code in (select s.corporation from site s
            where s.municipality is not null and s.prefecture is not null)
        union
        select a.code from added a where a.kind = 'corporation'
      ), here as materialized (
        select corporation, municipality, prefecture from site
        union
        select corporation, municipality, prefecture from added where kind = 'establishment'
      )
      select h.corporation, h.municipality, h.prefecture from here h
      join firm f on f.code = h.corporation
      where h.municipality is not null and h.prefecture is not null
      union
      select e.corporation, e.municipality, e.prefecture from added a
      join organization e on e.corporation = a.code
      where a.kind = 'corporation' and e.kind = 'establishment' and e.state = 'active'
        and e.municipality is not null and e.prefecture is not null
        and not exists (select from here h where h.corporation = a.code)
        and %2$s and %3$s
      """;

  private static final String WRITTEN_PLACES =
      """
      select p.corporation, p.municipality, p.prefecture from corporation_place p
      where p.notice_id = :notice
      """;

  private static final String ADDRESSEE =
      """
      , everybody as (
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
        %s
      ), addressee as (
        select a.code, a.tier, a.prefecture, a.municipality, a.corporation, a.has_children,
          %s as departments
        from everybody a where a.code <> all(cast(:issuers as text[]))
      )
      """;

  private static final String CORPORATIONS =
      """
      select distinct corporation, 'corporation', cast(null as text), cast(null as text),
        cast(null as text), 'establishment' = any(cast(:tiers as text[]))
      from place
      """;

  private static final String CORPORATIONS_WITH_ADDED =
      """
      select c.code, 'corporation', cast(null as text), cast(null as text), cast(null as text),
        k.code is not null
      from (select corporation as code from place
            union select code from added where kind = 'corporation') c
      left join (select distinct corporation as code from area where kind = 'establishment') k
        on k.code = c.code
      """;

  private static final String DEPARTMENTS =
      """
      case when a.tier in ('prefecture', 'municipality', 'union') then (
        select addressed_departments(g.departments, cast(:departments as text[]))
        from organization g where g.code = a.code) end
      """;

  private Audience audience() {
    return where.audience();
  }

  /** For a statement to begin with: {@code place}, where corporations count. */
  String places() {
    return "with " + sites() + addedIfAny() + ", place as materialized (" + firms() + ")";
  }

  /** For a statement to begin with: {@code addressee}, everybody of the audience(). */
  String addressees() {
    return "with " + sites() + addedIfAny() + area() + ", " + place(firms()) + addressee();
  }

  /** The same where the places of this notice are written already. */
  String addresseesWithPlaces() {
    return "with " + sites() + addedIfAny() + area() + ", " + place(WRITTEN_PLACES) + addressee();
  }

  /** {@code site}: the establishments that count for whoever is above them, and their areas. */
  String sites() {
    boolean needed =
        audience().tiers().contains(OrganizationKind.ESTABLISHMENT)
            || audience().tiers().contains(OrganizationKind.CORPORATION)
            || where.isLimitedToServices();
    return """
    site as materialized (
      select e.code, e.kind, e.parent, e.prefecture, e.municipality, e.corporation
      from organization e
      where %s and e.kind = 'establishment' and e.state = 'active'
        and %s and %s and %s and %s
    )
    """
            .formatted(
                needed ? "true" : "false",
                where.jurisdiction("e"),
                where.within("e"),
                where.offering("e"),
                where.notExcepted("e"))
        + (where.isLimitedToServices() ? SITE_AREAS : "");
  }

  private String addedIfAny() {
    if (audience().additions().isEmpty()) {
      return "";
    }
    return """
    , added as materialized (
      select o.code, o.kind, o.parent, o.prefecture, o.municipality, o.corporation
      from organization o
      where o.code = any(cast(:additions as text[])) and o.state = 'active' and %s and %s
    )
    """
        .formatted(where.reach("o"), where.notExcepted("o"));
  }

  private String area() {
    String others =
        OTHERS.formatted(
            String.join(
                " and ",
                where.jurisdiction("o"),
                where.within("o"),
                where.aboveASite("o"),
                where.notExcepted("o")));
    return audience().additions().isEmpty()
        ? ", area as materialized (" + others + ")"
        : WITH_ADDED.formatted(others);
  }

  private static String place(String query) {
    return "place as materialized (" + query + ")";
  }

  private String firms() {
    return audience().additions().isEmpty()
        ? FIRMS.formatted(where.notExcepted("c"))
        : FIRMS_WITH_ADDED.formatted(
            where.notExcepted("c"), where.jurisdiction("e"), where.notExcepted("e"));
  }

  private String addressee() {
    return ADDRESSEE.formatted(
        audience().additions().isEmpty() ? CORPORATIONS : CORPORATIONS_WITH_ADDED,
        audience().departments().isEmpty() ? "cast(null as jsonb)" : DEPARTMENTS);
  }
}
