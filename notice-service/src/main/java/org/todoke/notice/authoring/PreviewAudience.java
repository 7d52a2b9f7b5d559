package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.AudiencePreview.Departments;
import org.todoke.notice.authoring.AudiencePreview.OpenNotices;
import org.todoke.notice.authoring.AudiencePreview.OpenNotices.Counted;
import org.todoke.notice.authoring.AudiencePreview.Sample;
import org.todoke.notice.authoring.AudiencePreview.Tier;
import org.todoke.notice.authoring.AudienceSource.Source;
import org.todoke.notice.place.Kinds;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Shows an issuer whom a notice would be for. One statement; what comes out of the database is a
 * line per tier, so that a nation takes no more memory than a village.
 */
@ApplicationScoped
public class PreviewAudience {

  /** As many of each tier are named. */
  static final int SAMPLES = 5;

  /** As many of each tier are looked at for what they hold: all municipalities, and no nation. */
  static final int LOOKED_AT = 2_000;

  /** Of fewer the figures would say of single organisations what others have sent them. */
  static final int TOO_FEW = 5;

  /**
   * In the order of a digest of their codes, which is the same each time and takes no part of the
   * country before another. What is not done: as the view {@code delivery_deadline} has it.
   */
  static final String BY_TIER =
      """
      , tier as (
        select tier, count(*) as addressed,
          count(*) filter (where departments <> '[]') as found,
          count(*) filter (where departments = '[]') as missing
        from addressee group by tier
      ), looked_at as materialized (
        select t.tier, t.addressed, p.code, p.digest
        from tier t cross join lateral (
          select a.code, md5(a.code) as digest from addressee a where a.tier = t.tier
          order by md5(a.code), a.code limit :lookedAt) p
      ), held as materialized (
        select l.tier, (select count(*) from delivery d join notice n on n.id = d.notice_id
          where d.organization = l.code and n.id <> :self
            and n.status = 'issued' and n.usage = 'actual'
            and d.reached_at is not null and d.rejected_at is null and d.excused_reason is null
            and case when d.tier = 'establishment' and d.checklist_id is not null then d.answered_at
              when d.has_children then d.forwarded_at else d.acknowledged_at end is null
            and (l.addressed >= :tooFew or exists (select from notice_issuer i
              where i.notice_id = n.id and i.organization = :reader))) as open
        from looked_at l
      ), holding as (
        select tier, count(*) as organizations, sum(open) as total, min(open) as least,
          percentile_cont(0.5) within group (order by open) as median,
          percentile_disc(0.9) within group (order by open) as p90, max(open) as most
        from held group by tier
      )
      select t.tier, t.addressed, t.found, t.missing,
        array(select concat(s.code, chr(9), o.name) from (
          select l.code, l.digest from looked_at l where l.tier = t.tier
          order by l.digest, l.code limit :samples) s
          join organization o on o.code = s.code order by s.digest, s.code),
        h.organizations, cast(h.total as bigint), h.least, h.median, h.p90, h.most
      from tier t join holding h on h.tier = t.tier
      """;

  private final AudienceSource sources;
  private final AudienceWarnings warnings;
  private final EntityManager em;

  PreviewAudience(AudienceSource sources, AudienceWarnings warnings, EntityManager em) {
    this.sources = sources;
    this.warnings = warnings;
    this.em = em;
  }

  /**
   * @throws Refusal (not found) {@code notice.not-found} for everybody but the one who leads it
   */
  public AudiencePreview of(UUID notice, Actor issuer, Locale language) {
    Source source = sources.of(notice, issuer);
    List<Tier> tiers = sources.asSystem(() -> tiers(source, issuer));
    int total = tiers.stream().mapToInt(Tier::addressed).sum();
    return new AudiencePreview(
        source.frozen(),
        total,
        tiers,
        sources.asSystem(() -> warnings.of(source, total, language)));
  }

  private List<Tier> tiers(Source source, Actor issuer) {
    Map<OrganizationKind, Tier> tiers = new EnumMap<>(OrganizationKind.class);
    for (OrganizationKind kind : source.audience().tiers()) {
      tiers.put(
          kind, new Tier(kind, 0, List.of(), null, new OpenNotices(Counted.OWN, 0, 0, 0, 0, 0, 0)));
    }
    List<?> rows =
        source
            .query(em, source.sql() + BY_TIER, Object[].class)
            .setParameter("self", source.notice())
            .setParameter("reader", issuer.organization().value())
            .setParameter("lookedAt", LOOKED_AT)
            .setParameter("samples", SAMPLES)
            .setParameter("tooFew", TOO_FEW)
            .getResultList();
    for (Object row : rows) {
      Tier tier = tier((Object[]) row, source.audience());
      tiers.put(tier.tier(), tier);
    }
    return tiers.values().stream().sorted(Comparator.comparing(Tier::tier)).toList();
  }

  private static Tier tier(Object[] row, Audience audience) {
    OrganizationKind kind = Kinds.ofWireName((String) row[0]);
    int addressed = Math.toIntExact(number(row[1]));
    return new Tier(
        kind,
        addressed,
        Arrays.stream((String[]) row[4])
            .map(text -> text.split("\t", 2))
            .map(parts -> new Sample(OrganizationCode.of(parts[0]), parts[1]))
            .toList(),
        audience.departments().isEmpty() || !kind.isLocalGovernment()
            ? null
            : new Departments(Math.toIntExact(number(row[2])), Math.toIntExact(number(row[3]))),
        new OpenNotices(
            addressed < TOO_FEW ? Counted.OWN : Counted.ALL,
            Math.toIntExact(number(row[5])),
            number(row[6]),
            number(row[7]),
            ((Number) row[8]).doubleValue(),
            number(row[9]),
            number(row[10])));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
