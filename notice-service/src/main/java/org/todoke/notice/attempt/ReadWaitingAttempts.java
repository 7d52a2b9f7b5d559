package org.todoke.notice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.AttemptRules;
import org.todoke.notice.delivery.WireNames;
import org.todoke.web.Cursor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/**
 * The attempts that wait for whoever sent the paper: nobody has made them yet, or they have to be
 * made once more. Who has acknowledged meanwhile, or was reached by hand by somebody else, need not
 * be called any more.
 */
@ApplicationScoped
public class ReadWaitingAttempts {

  private static final String WAITING =
      """
      select a.attempt_id, f.notice_id, n.title, f.organization, o.name, a.channel, a.state, a.since
      from delivery_attempt_fact f
      join notice n on n.id = f.notice_id and n.status = 'issued'
      join delivery d on d.notice_id = f.notice_id and d.organization = f.organization
        and d.acknowledged_at is null and d.excused_reason is null
      join delivery_attempt a on a.notice_id = f.notice_id and a.organization = f.organization
        and a.attempt_id = f.attempt_id and a.state in ('created', 'temporary-failure')
      left join organization o on o.code = f.organization
      where not exists (select from arrival r where r.notice_id = f.notice_id
          and r.organization = f.organization and r.channel not in ('inbox', 'api')
          and r.recorded_time >= a.since)
        and f.sender = :caller and f.state = 'created' and f.channel <> 'email'
        and (f.notice_id, f.organization, f.attempt_id)
          > (cast(:notice as uuid), cast(:organization as text), cast(:attempt as uuid))
      order by f.notice_id, f.organization, f.attempt_id
      limit :rows
      """;

  private final EntityManager em;

  ReadWaitingAttempts(EntityManager em) {
    this.em = em;
  }

  /** Where a page ended. */
  private record Position(UUID notice, String organization, UUID attempt) {

    static final Position BEGINNING = new Position(new UUID(0, 0), "", new UUID(0, 0));

    static Position parse(String text) {
      List<String> parts = Cursor.parts(text, 3);
      return new Position(
          UUID.fromString(parts.get(0)), parts.get(1), UUID.fromString(parts.get(2)));
    }
  }

  /** By notice and organisation. */
  @Transactional
  public Page<WaitingAttempt> of(OrganizationCode caller, PageRequest page) {
    @Nullable Position given = page.after(Position::parse);
    Position after = given == null ? Position.BEGINNING : given;
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(WAITING, Object[].class)
            .setParameter("caller", caller.value())
            .setParameter("notice", after.notice())
            .setParameter("organization", after.organization())
            .setParameter("attempt", after.attempt())
            .setParameter("rows", page.rowsToRead())
            .getResultList();
    return Page.of(rows, page.limit(), row -> Cursor.join(row[1], row[3], row[0]))
        .map(ReadWaitingAttempts::view);
  }

  private static WaitingAttempt view(Object[] row) {
    AttemptState state = AttemptRules.state((String) row[6]);
    return new WaitingAttempt(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        OrganizationCode.of((String) row[3]),
        (String) row[4],
        WireNames.channel((String) row[5]),
        state,
        (Instant) row[7],
        AttemptRules.next(state).stream().map(AttemptState::wireName).toList());
  }
}
