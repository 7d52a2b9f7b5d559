package org.todoke.notice.late;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.Duty;
import org.todoke.notice.path.PathView;
import org.todoke.notice.path.ReadPath;
import org.todoke.notice.place.AsSuite;
import org.todoke.notice.place.Kinds;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.notice.progress.AsOf;
import org.todoke.notice.progress.Viewpoint;
import org.todoke.notice.progress.Viewpoints;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Lists who is late, for those above them and for themselves: expected, not done by the day in
 * Japan, and not excused. What has a later version, or was cancelled, asks for nothing any more; of
 * what is closed nobody gets later.
 */
@ApplicationScoped
public class ReadLate {

  /**
   * Walks the deliveries in the order of their codes and looks up the allowance of those only that
   * have something left to do, so that a page costs what it passes over, and nothing is sorted.
   */
  private static final String LATE =
      """
      select l.*, o.name from (
        select d.organization, d.tier, v.duty, d.due_on, v.allowed_until, d.reached_at,
          %s as reason
        from delivery d
        join delivery_deadline v on v.notice_id = d.notice_id and v.organization = d.organization
        where d.notice_id = :notice and d.organization > :after and d.excused_reason is null
          and v.duty <> 'none' and v.done_at is null
          and (v.due_on < :today or v.allowed_until < :today)
          and (cast(:tier as text) is null or d.tier = :tier)) l
      left join organization o on o.code = l.organization
      where (cast(:reason as text) is null or l.reason = :reason)
      """
          .formatted(LateReason.SQL);

  private final EntityManager em;
  private final Viewpoints viewpoints;
  private final Standings standings;
  private final ReadPath paths;
  private final Clock clock;

  ReadLate(
      EntityManager em, Viewpoints viewpoints, Standings standings, ReadPath paths, Clock clock) {
    this.em = em;
    this.viewpoints = viewpoints;
    this.standings = standings;
    this.paths = paths;
    this.clock = clock;
  }

  /** Which of them. */
  public record Filter(@Nullable OrganizationKind tier, @Nullable LateReason reason) {}

  /** By whom, and by which day. */
  private record Question(Standing standing, Viewpoint at, LocalDate today) {}

  /**
   * In the order of their codes.
   *
   * @throws Refusal {@code notice.not-found} for a notice that is none of the caller's
   */
  public Page<LateView> of(UUID notice, Filter filter, OrganizationCode caller, PageRequest page) {
    Question question = QuarkusTransaction.requiringNew().call(() -> question(notice, caller));
    if (!question.at().isWaiting()) {
      return new Page<>(List.of(), null);
    }
    String after = page.after();
    return AsSuite.read(
        () -> {
          Page<Object[]> rows =
              Page.of(
                  rows(notice, filter, question, after == null ? "" : after, page.rowsToRead()),
                  page.limit(),
                  row -> (String) row[0]);
          Map<OrganizationCode, List<PathView.MissingLink>> links =
              paths.missingLinks(
                  notice,
                  rows.items().stream()
                      .filter(row -> row[5] == null)
                      .map(row -> OrganizationCode.of((String) row[0]))
                      .toList(),
                  question.standing());
          return rows.map(row -> view(row, question, links));
        });
  }

  private Question question(UUID notice, OrganizationCode caller) {
    AsOf now = AsOf.of(null, clock);
    Viewpoint at = viewpoints.own(notice, caller, now);
    return new Question(standings.of(notice, caller), at, at.today(now.moment()));
  }

  private List<Object[]> rows(
      UUID notice, Filter filter, Question question, String after, int limit) {
    // A plan that is kept would not know that a page is short.
    em.createNativeQuery("set local plan_cache_mode = force_custom_plan").executeUpdate();
    // A notice has far more rows than is known of it: the index that has them in their order lets
    // the rest of them be, where any other way reads them all first.
    em.createNativeQuery("set local enable_bitmapscan = off").executeUpdate();
    Standing standing = question.standing();
    String visible =
        standing.usesViewer() ? " and l.organization in (" + standing.everybodyVisible() + ")" : "";
    Query query =
        em.createNativeQuery(LATE + visible + " order by l.organization", Object[].class)
            .setParameter("notice", notice)
            .setParameter("after", after)
            .setParameter("today", question.today())
            .setParameter("tier", filter.tier() == null ? null : filter.tier().wireName())
            .setParameter("reason", filter.reason() == null ? null : filter.reason().wireName())
            .setMaxResults(limit);
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows;
  }

  private static LateView view(
      Object[] row, Question question, Map<OrganizationCode, List<PathView.MissingLink>> links) {
    OrganizationCode organization = OrganizationCode.of((String) row[0]);
    @Nullable LocalDate dueOn = (LocalDate) row[3];
    @Nullable LocalDate allowedUntil = (LocalDate) row[4];
    return new LateView(
        organization,
        (String) row[7],
        Kinds.ofWireName((String) row[1]),
        Duty.ofWireName((String) row[2]),
        LateReason.ofWireName((String) row[6]),
        dueOn != null && dueOn.isBefore(question.today()),
        allowedUntil != null && allowedUntil.isBefore(question.today()),
        dueOn,
        allowedUntil,
        (Instant) row[5],
        question.today(),
        row[5] == null ? links.getOrDefault(organization, List.of()) : null);
  }
}
