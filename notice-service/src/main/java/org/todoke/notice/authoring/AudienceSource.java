package org.todoke.notice.authoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.security.SystemScope;
import org.todoke.web.Refusal;

/** Where the audience of a notice is to be looked up: in its rule, or in deliveries. */
@ApplicationScoped
class AudienceSource {

  private final NoticeRepository notices;
  private final Places places;

  AudienceSource(NoticeRepository notices, Places places) {
    this.notices = notices;
    this.places = places;
  }

  /**
   * @param written whose deliveries are the audience: those of the notice itself once it is out, or
   *     of the former version for one that comes in its place; null where the rule decides
   */
  record Source(
      UUID notice,
      Audience audience,
      List<OrganizationCode> issuers,
      Place lead,
      @Nullable UUID written,
      boolean frozen) {

    /** For a statement to begin with: {@code addressee}. */
    String sql() {
      return written == null
          ? new AudienceSql(conditions()).addressees()
          : """
          with addressee as materialized (
            select d.organization as code, d.tier, d.prefecture, d.municipality, d.corporation,
              d.departments
            from delivery d where d.notice_id = :written
          )
          """;
    }

    AudienceConditions conditions() {
      return new AudienceConditions(audience, lead);
    }

    Source with(Audience other) {
      return new Source(notice, other, issuers, lead, written, frozen);
    }

    /** The statement with those of the parameters that {@link #sql()} mentions. */
    Query query(EntityManager em, String statement, Class<?> row) {
      Query query = conditions().bind(em.createNativeQuery(statement, row), statement);
      if (statement.contains(":issuers")) {
        query.setParameter("issuers", AudienceConditions.codes(issuers));
      }
      return written == null ? query : query.setParameter("written", written);
    }
  }

  /**
   * For the one who leads the notice and nobody else.
   *
   * @throws Refusal (not found) {@code notice.not-found} for everybody else
   */
  Source of(UUID id, Actor issuer) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Notice notice =
                  notices
                      .readable(id, issuer.organization())
                      .filter(n -> n.isLedBy(issuer.organization()))
                      .orElseThrow(() -> Refusal.notFound("notice.not-found"));
              Place lead =
                  places
                      .find(issuer.organization())
                      .filter(Place::mayIssue)
                      .orElseThrow(() -> Refusal.forbidden("notice.may-not-issue"));
              UUID former = notice.former().map(Relation::target).orElse(null);
              return new Source(
                  id,
                  notice.audience(),
                  notice.issuers(),
                  lead,
                  notice.isDraft() ? former : id,
                  !notice.isDraft());
            });
  }

  /** Work that looks at deliveries of others as well, of which it tells figures only. */
  <T> T asSystem(Supplier<T> work) {
    var result = new AtomicReference<@Nullable T>();
    SystemScope.run(() -> result.set(QuarkusTransaction.requiringNew().call(work::get)));
    return Objects.requireNonNull(result.get());
  }
}
