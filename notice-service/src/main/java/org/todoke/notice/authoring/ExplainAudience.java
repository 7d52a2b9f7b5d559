package org.todoke.notice.authoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.AudienceReason.Part;
import org.todoke.notice.authoring.AudienceSource.Source;
import org.todoke.notice.authoring.AudienceVerdict.Facts;
import org.todoke.notice.authoring.AudienceVerdict.Written;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;
import org.todoke.web.problem.Messages;

/**
 * Says why an organisation is in the audience of a notice, or why it is not: by the conditions that
 * the audience is resolved with, asked of one organisation. Who belongs to whom is public, so there
 * is an answer outside the issuer's jurisdiction as well: that it lies there.
 */
@ApplicationScoped
public class ExplainAudience {

  /** See {@link Facts}; the same columns in the same order. */
  private static final String BY_RULE =
      """
      select o.code = any(cast(:issuers as text[])), coalesce(%1$s, false),
        case when o.kind = 'corporation' then coalesce(firm.near, false) else true end,
        case when o.kind = 'corporation' then coalesce(firm.within, false)
          else coalesce(%2$s, false) end,
        case o.kind when 'corporation' then coalesce(firm.offering, false)
          when 'establishment' then %3$s else %4$s end,
        case when o.kind = 'corporation' then coalesce(firm.kept, false) else true end,
        %5$s,
        firm.example, o.services,
        array(select d.department ->> 'name'
          from jsonb_array_elements(addressed_departments(o.departments,
            cast(:departments as text[]))) d (department))
      from organization o
      left join lateral (
        select bool_or(c.near) as near, bool_or(c.near and c.within) as within,
          bool_or(c.near and c.within and c.offering) as offering,
          bool_or(c.near and c.within and c.offering and c.kept) as kept,
          min(e.code) filter (where c.near and c.within and c.offering and c.kept) as example
        from organization e
        cross join lateral (select coalesce(%6$s, false) as near, coalesce(%7$s, false) as within,
          %8$s as offering, %9$s as kept) c
        where o.kind = 'corporation' and e.corporation = o.code and e.kind = 'establishment'
          and e.state = 'active' and e.municipality is not null and e.prefecture is not null
      ) firm on true
      where o.code = :organization
      """;

  private static final String WRITTEN =
      """
      select array(select p ->> 'name' from jsonb_array_elements(d.departments) p),
        exists (select from fact f where f.notice_id = d.notice_id
          and f.organization = d.organization and f.type = 'delivery.added')
      from delivery d where d.notice_id = :written and d.organization = :organization
      """;

  private final AudienceSource sources;
  private final Places places;
  private final EntityManager em;

  ExplainAudience(AudienceSource sources, Places places, EntityManager em) {
    this.sources = sources;
    this.places = places;
    this.em = em;
  }

  /**
   * @throws Refusal (not found) {@code notice.not-found} for everybody but the one who leads it,
   *     {@code organization.unknown} where the directory has none with the code
   */
  public AudienceReason of(
      UUID notice, OrganizationCode organization, Actor issuer, Locale language) {
    Source source = sources.of(notice, issuer);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Place place =
                  places
                      .find(organization)
                      .orElseThrow(() -> Refusal.notFound("organization.unknown", organization));
              return view(place, source, verdict(place, source), language);
            });
  }

  private AudienceVerdict verdict(Place place, Source source) {
    return source.written() == null
        ? AudienceVerdict.byRule(place, source.audience(), byRule(place, source))
        : AudienceVerdict.written(
            place, source.audience(), source.frozen(), written(place, source));
  }

  private Facts byRule(Place place, Source source) {
    AudienceConditions where = source.conditions();
    String sql =
        (where.isLimitedToServices() ? "with " + new AudienceSql(where).sites() : "")
            + BY_RULE.formatted(
                where.reach("o"),
                where.within("o"),
                where.offering("o"),
                where.aboveASite("o"),
                where.notExcepted("o"),
                where.jurisdiction("e"),
                where.within("e"),
                where.offering("e"),
                where.notExcepted("e"));
    Object[] row =
        (Object[])
            source
                .query(em, sql, Object[].class)
                .setParameter("organization", place.code().value())
                .getSingleResult();
    return new Facts(
        (Boolean) row[0],
        (Boolean) row[1],
        (Boolean) row[2],
        (Boolean) row[3],
        (Boolean) row[4],
        (Boolean) row[5],
        (Boolean) row[6],
        (String) row[7],
        List.of((String[]) row[8]),
        List.of((String[]) row[9]));
  }

  private Optional<Written> written(Place place, Source source) {
    List<?> rows =
        source
            .query(em, WRITTEN, Object[].class)
            .setParameter("organization", place.code().value())
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Written(List.of((String[]) row[0]), (Boolean) row[1]))
        .findFirst();
  }

  private static AudienceReason view(
      Place place, Source source, AudienceVerdict verdict, Locale language) {
    return new AudienceReason(
        place.code(),
        place.name(),
        place.kind(),
        verdict.included(),
        source.frozen(),
        verdict.reasons().stream()
            .map(r -> new Part(r.code(), r.pointer(), Messages.text(language, r.code(), r.args())))
            .toList());
  }
}
