package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.chasing.DeliveryChasing.Snooze;
import org.todoke.notice.chasing.DeliveryChasing.Step;
import org.todoke.notice.chasing.Snoozes.Given;
import org.todoke.notice.deadline.ReadDeadline;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.security.Role;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Refusal;

/** Says how somebody was chased, to whoever may see the delivery. */
@ApplicationScoped
public class ReadChasing {

  /** More than a ladder has rungs. */
  private static final int MOST = 50;

  private static final String STEPS =
      """
      select c.kind, c.day, c.due_on, c.clock, c.rung, c.addressee
      from chase c
      where c.notice_id = :notice and c.organization = :organization
      order by c.day desc, c.kind, c.due_on desc, c.rung desc
      """;

  private final EntityManager em;
  private final Standings standings;
  private final ReadDeadline deadlines;
  private final Snoozes snoozes;
  private final ChasingConfig config;
  private final Clock clock;

  ReadChasing(
      EntityManager em,
      Standings standings,
      ReadDeadline deadlines,
      Snoozes snoozes,
      ChasingConfig config,
      Clock clock) {
    this.em = em;
    this.standings = standings;
    this.deadlines = deadlines;
    this.snoozes = snoozes;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws Refusal {@code notice.not-found} or {@code delivery.not-found}, also for what is not
   *     the caller's to see
   */
  @Transactional
  public DeliveryChasing of(UUID notice, OrganizationCode organization, Actor reader) {
    boolean open = deadlines.of(notice, organization, reader).isOpen();
    Standing standing = standings.of(notice, reader.organization());
    Optional<Given> snooze = snoozes.last(notice, organization);
    List<Object[]> steps = steps(notice, organization);
    return new DeliveryChasing(
        notice,
        organization,
        steps.stream()
            .filter(row -> row[0].equals("reminder"))
            .map(row -> step(row, null))
            .toList(),
        steps.stream()
            .filter(row -> row[0].equals("escalation"))
            .map(row -> step(row, to(row, organization, standing)))
            .toList(),
        snooze.map(given -> snooze(given, organization, reader)).orElse(null),
        permittedActions(open, snooze, organization, reader));
  }

  /** Which other city had sent a corporation the paper is not a city's business. */
  private static @Nullable OrganizationCode to(
      Object[] row, OrganizationCode organization, Standing reader) {
    OrganizationCode to = OrganizationCode.of((String) row[5]);
    boolean known =
        reader.issuer()
            || reader.organization().equals(organization)
            || reader.organization().equals(to)
            || !to.value().startsWith("lg:");
    return known ? to : null;
  }

  private Snooze snooze(Given given, OrganizationCode organization, Actor reader) {
    boolean concerned =
        reader.organization().equals(organization) || reader.organization().equals(given.by());
    LocalDate today = JapaneseDay.of(clock.instant());
    return new Snooze(
        given.until(),
        !given.until().isBefore(today),
        given.by(),
        given.at(),
        concerned ? given.reason() : null);
  }

  private List<String> permittedActions(
      boolean open, Optional<Given> snooze, OrganizationCode organization, Actor reader) {
    boolean above =
        !reader.organization().equals(organization)
            && (reader.has(Role.ISSUER) || reader.has(Role.FORWARDER));
    boolean again = snooze.map(Given::ordinal).orElse(0) < config.snoozesAtMost();
    return above && open && again ? List.of("snooze") : List.of();
  }

  static Step step(Object[] row, @Nullable OrganizationCode to) {
    return new Step(
        (LocalDate) row[1], (LocalDate) row[2], clock((String) row[3]), (Integer) row[4], to);
  }

  static DeadlineClock clock(String name) {
    return Arrays.stream(DeadlineClock.values())
        .filter(clock -> clock.wireName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> steps(UUID notice, OrganizationCode organization) {
    return em.createNativeQuery(STEPS, Object[].class)
        .setParameter("notice", notice)
        .setParameter("organization", organization.value())
        .setMaxResults(MOST)
        .getResultList();
  }
}
