package org.todoke.notice.authoring;

import jakarta.persistence.Query;
import java.util.Collection;
import org.todoke.contracts.DepartmentDuty;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.Audience.Exemption;
import org.todoke.notice.place.Place;

/**
 * The parts of the rule of an audience, each as a condition of SQL on a row of the directory. Who
 * resolves the rule and who says why somebody is in it put together the same conditions, so that
 * they agree.
 *
 * @param lead whose jurisdiction bounds it
 */
record AudienceConditions(Audience audience, Place lead) {

  /** Of everything but a corporation, which is where its establishments are. */
  String jurisdiction(String o) {
    return switch (lead.kind()) {
      case MINISTRY, DIVISION -> "true";
      case PREFECTURE ->
          "(case when %1$s.kind = 'association' then %1$s.parent else %1$s.prefecture end = :lead)"
              .formatted(o);
      case MUNICIPALITY ->
          "(%1$s.kind = 'establishment' and %1$s.municipality = :lead)".formatted(o);
      case UNION, CORPORATION, ASSOCIATION, ESTABLISHMENT ->
          throw new IllegalArgumentException("issues no notices: " + lead.kind());
    };
  }

  /** Of anything, a corporation as well. */
  String reach(String o) {
    return """
    (case when %1$s.kind = 'corporation' then exists (select from organization s
        where s.corporation = %1$s.code and s.kind = 'establishment' and s.state = 'active'
          and %2$s)
      else %3$s end)
    """
        .formatted(o, jurisdiction("s"), jurisdiction(o));
  }

  String within(String o) {
    return audience.within().isEmpty()
        ? "true"
        : """
        (case %1$s.kind
           when 'association' then %1$s.parent = any(cast(:within as text[]))
           when 'prefecture' then %1$s.code = any(cast(:within as text[]))
           when 'municipality' then %1$s.code = any(cast(:within as text[]))
             or %1$s.prefecture = any(cast(:within as text[]))
           else %1$s.municipality = any(cast(:within as text[]))
             or %1$s.prefecture = any(cast(:within as text[])) end)
        """
            .formatted(o);
  }

  boolean isLimitedToServices() {
    return !audience.serviceTypes().isEmpty();
  }

  /** Of an establishment. */
  String offering(String e) {
    return isLimitedToServices() ? e + ".services && cast(:services as text[])" : "true";
  }

  /**
   * Of those above: that there is such an establishment below them, or, of those who have nobody
   * below, where they are at home: a union in one of its members, an association in its prefecture.
   */
  String aboveASite(String o) {
    return !isLimitedToServices()
        ? "true"
        : """
        coalesce(case %1$s.kind
          when 'prefecture' then %1$s.code in (select s.prefecture from site_area s)
          when 'municipality' then %1$s.code in (select s.municipality from site_area s)
          when 'union' then exists (select from site_area s where s.municipality = any(%1$s.members))
          when 'association' then case
            when exists (select from organization p
                         where p.code = %1$s.parent and p.kind = 'prefecture')
            then %1$s.parent in (select s.prefecture from site_area s)
            else exists (select from site_area s) end
          end, false)
        """
            .formatted(o);
  }

  String notExcepted(String o) {
    if (audience.exceptions().isEmpty()) {
      return "true";
    }
    String byName = o + ".code <> all(cast(:exceptions as text[]))";
    return cutOff().length == 0
        ? byName
        : byName
            + """
             and not coalesce(case %1$s.kind
              when 'association' then %1$s.parent = any(cast(:cutOff as text[]))
              when 'municipality' then %1$s.prefecture = any(cast(:cutOff as text[]))
              when 'union' then %1$s.prefecture = any(cast(:cutOff as text[]))
              when 'establishment' then %1$s.prefecture = any(cast(:cutOff as text[]))
                or %1$s.municipality = any(cast(:cutOff as text[]))
                or %1$s.corporation = any(cast(:cutOff as text[]))
              end, false)
            """
                .formatted(o);
  }

  private String[] cutOff() {
    return codes(
        audience.exceptions().stream()
            .filter(Exemption::withThoseBelow)
            .map(Exemption::organization)
            .toList());
  }

  /** Sets those of the parameters of the rule that the statement mentions. */
  <Q extends Query> Q bind(Q query, String sql) {
    set(query, sql, "lead", lead.code().value());
    set(query, sql, "tiers", wireNames(audience.tiers()));
    set(query, sql, "within", codes(audience.within()));
    set(query, sql, "services", audience.serviceTypes().toArray(String[]::new));
    set(query, sql, "additions", codes(audience.added()));
    set(
        query,
        sql,
        "exceptions",
        codes(audience.exceptions().stream().map(Exemption::organization).toList()));
    set(query, sql, "cutOff", cutOff());
    set(
        query,
        sql,
        "departments",
        audience.departments().stream().map(DepartmentDuty::wireName).toArray(String[]::new));
    return query;
  }

  private static void set(Query query, String sql, String name, Object value) {
    if (sql.contains(":" + name)) {
      query.setParameter(name, value);
    }
  }

  private static String[] wireNames(Collection<OrganizationKind> kinds) {
    return kinds.stream().map(OrganizationKind::wireName).toArray(String[]::new);
  }

  static String[] codes(Collection<OrganizationCode> codes) {
    return codes.stream().map(OrganizationCode::value).toArray(String[]::new);
  }
}
