package org.todoke.registry.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.Standings;
import org.todoke.security.CurrentActor;
import org.todoke.security.SystemScope;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Looks for corporations that may be one and the same, and keeps what persons say of them. Finding
 * and deciding change no organisation. Row-level security shows a registrar the pairs of the own
 * place only; the ministry sees all.
 */
@ApplicationScoped
public class SuspectedPairs {

  private static final String SELECT =
      """
      select s.id, s.first_code, f.name, f.state = 'active', s.second_code, g.name,
             g.state = 'active', s.reason, s.places, s.state, s.found_at, s.decided_by, s.decided_at
        from suspected_pair s
        join organization f on f.code = s.first_code
        join organization g on g.code = s.second_code
      """;

  private final EntityManager entityManager;
  private final PairFinder finder;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final Clock clock;

  SuspectedPairs(
      EntityManager entityManager,
      PairFinder finder,
      Standings standings,
      CurrentActor currentActor,
      Clock clock) {
    this.entityManager = entityManager;
    this.finder = finder;
    this.standings = standings;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Looks through the whole registry, in a transaction of its own on nobody's behalf; for the
   * import, after it has applied a list.
   *
   * @return how many pairs are new
   */
  public int search() {
    return search(null);
  }

  /**
   * Looks through the place of the caller: the whole country for the ministry, nothing for those
   * who have no place.
   *
   * @return how many pairs are new
   */
  public int searchForCaller() {
    return switch (reachOfCaller()) {
      case COUNTRY -> search(null);
      case PLACE -> search(currentActor.get().organization());
      case NOTHING -> 0;
    };
  }

  private Standings.Reach reachOfCaller() {
    return QuarkusTransaction.joiningExisting().call(standings::reachOfCaller);
  }

  private int search(@Nullable OrganizationCode place) {
    int[] found = new int[1];
    SystemScope.run(
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> found[0] = finder.find(place, clock.instant())));
    return found[0];
  }

  /** In the order in which they were found. */
  @Transactional
  public Page<SuspectedPairView> list(
      @Nullable PairState state, @Nullable PairReason reason, PageRequest page) {
    Stream<?> rows =
        entityManager
            .createNativeQuery(
                SELECT
                    + """
                     where (cast(:after as uuid) is null or s.id > :after)
                       and (cast(:state as text) is null or s.state = :state)
                       and (cast(:reason as text) is null or s.reason = :reason)
                     order by s.id limit :rows""",
                Object[].class)
            .setParameter("after", page.after(UUID::fromString))
            .setParameter("state", state == null ? null : state.wireName())
            .setParameter("reason", reason == null ? null : reason.wireName())
            .setParameter("rows", page.rowsToRead())
            .getResultStream();
    return Page.of(
        rows.map(row -> SuspectedPairView.of((Object[]) row)).toList(),
        page.limit(),
        pair -> pair.id().toString());
  }

  @Transactional
  public SuspectedPairView get(UUID id) {
    return find(id).orElseThrow(SuspectedPairs::notFound);
  }

  /**
   * Keeps the decision of the caller; the same one again changes nothing.
   *
   * @throws Refusal (not found) {@code suspected-pair.not-found} if there is none in the caller's
   *     place; (conflict) {@code suspected-pair.decided} if somebody decided otherwise
   */
  @Transactional
  public SuspectedPairView decide(UUID id, PairDecision decision) {
    // The database shows a pair to those only who may decide it.
    int decided =
        entityManager
            .createNativeQuery(
                """
                update suspected_pair
                   set state = :state, decided_by = :by, decided_at = :now, version = version + 1
                 where id = :id and state = 'open'""")
            .setParameter("state", decision.state().wireName())
            .setParameter("by", currentActor.get().organization().value())
            .setParameter("now", clock.instant())
            .setParameter("id", id)
            .executeUpdate();
    SuspectedPairView pair = find(id).orElseThrow(SuspectedPairs::notFound);
    if (decided == 0 && pair.state() != decision.state()) {
      throw Refusal.conflict("suspected-pair.decided");
    }
    return pair;
  }

  private Optional<SuspectedPairView> find(UUID id) {
    List<?> rows =
        entityManager
            .createNativeQuery(SELECT + " where s.id = :id", Object[].class)
            .setParameter("id", id)
            .getResultList();
    return rows.stream().findFirst().map(row -> SuspectedPairView.of((Object[]) row));
  }

  private static Refusal notFound() {
    return Refusal.notFound("suspected-pair.not-found");
  }
}
