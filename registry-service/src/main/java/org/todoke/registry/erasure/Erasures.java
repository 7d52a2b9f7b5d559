package org.todoke.registry.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standing;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.security.SystemScope;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Erases organisations and remembers on which basis, see {@code
 * docs/adr/0012-erasure-leaves-the-code.md}.
 */
@ApplicationScoped
public class Erasures {

  private final EntityManager entityManager;
  private final OrganizationRepository organizations;
  private final OrganizationRegister register;
  private final Contents contents;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final Clock clock;

  Erasures(
      EntityManager entityManager,
      OrganizationRepository organizations,
      OrganizationRegister register,
      Contents contents,
      Standings standings,
      CurrentActor currentActor,
      Clock clock) {
    this.entityManager = entityManager;
    this.organizations = organizations;
    this.register = register;
    this.contents = contents;
    this.standings = standings;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Erases what is held of a closed organisation, all of it in one transaction that sees what is
   * hidden from the caller as well. Doing so again changes nothing.
   *
   * @param ifMatch the version that the caller read
   * @throws Refusal (not found) {@code organization.not-found} also for everybody but the ministry;
   *     (conflict) {@code organization.still-active}, {@code organization.has-active-below}
   */
  public ErasureView erase(
      OrganizationCode code, ErasureReason reason, String legalBasis, @Nullable String ifMatch) {
    AtomicReference<ErasureView> done = new AtomicReference<>();
    SystemScope.run(
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> done.set(eraseOnce(code, reason, legalBasis, ifMatch))));
    return done.get();
  }

  private ErasureView eraseOnce(
      OrganizationCode code, ErasureReason reason, String legalBasis, @Nullable String ifMatch) {
    if (!standings.isMinistry()) {
      throw notFound(code);
    }
    Organization organization = organizations.lock(code).orElseThrow(() -> notFound(code));
    if (!Standing.MAY_BE_ERASED.contains(organization.kind())) {
      throw Refusal.invalid(
          Violation.at(
              "path:code", "organization.other-kind-needed", code, organization.kind().wireName()));
    }
    if (!organization.isErased()) {
      Etags.require(ifMatch, organization.version());
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      register.erase(organization, now);
      contents.forget(code);
      record(organization, reason, legalBasis, now);
    }
    return find(code).orElseThrow();
  }

  /**
   * The last one; the ministry's alone to read.
   *
   * @throws Refusal (not found) {@code erasure.not-found}
   */
  @Transactional
  public ErasureView get(OrganizationCode code) {
    return find(code).orElseThrow(() -> Refusal.notFound("erasure.not-found", code));
  }

  private static Refusal notFound(OrganizationCode code) {
    return Refusal.notFound("organization.not-found", code);
  }

  private void record(
      Organization organization, ErasureReason reason, String legalBasis, Instant now) {
    entityManager
        .createNativeQuery(
            """
            insert into erasure (organization, seq, reason, legal_basis, erased_at, erased_by)
            values (:code, :seq, :reason, :legalBasis, :now, :by)""")
        .setParameter("code", organization.code().value())
        .setParameter("seq", organization.seq())
        .setParameter("reason", reason.wireName())
        .setParameter("legalBasis", legalBasis)
        .setParameter("now", now)
        .setParameter("by", currentActor.get().organization().value())
        .executeUpdate();
  }

  private Optional<ErasureView> find(OrganizationCode code) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                select reason, legal_basis, erased_at, erased_by from erasure
                 where organization = :code order by seq desc limit 1""",
                Object[].class)
            .setParameter("code", code.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row -> {
              Object[] columns = (Object[]) row;
              return new ErasureView(
                  code,
                  ErasureReason.of((String) columns[0]),
                  (String) columns[1],
                  (Instant) columns[2],
                  OrganizationCode.of((String) columns[3]));
            });
  }
}
