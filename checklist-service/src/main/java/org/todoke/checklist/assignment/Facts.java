package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.OrganizationCode;

/** The history of each assignment: appended, never changed. */
@ApplicationScoped
public class Facts {

  private final EntityManager entities;
  private final Clock clock;

  Facts(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * @param time when it happened; it is recorded now
   * @param details codes and numbers only: a history is shown to more readers than an answer
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(
      Assignment assignment,
      FactKind kind,
      OrganizationCode by,
      Instant time,
      Map<String, Object> details) {
    entities
        .createNativeQuery(
            """
            insert into assignment_fact
              (notice_id, assignment_id, kind, by_organization, time, recorded_time, details)
            values (:notice, :assignment, :kind, :by, :time, :now, cast(:details as jsonb))
            """)
        .setParameter("notice", assignment.noticeId())
        .setParameter("assignment", assignment.id())
        .setParameter("kind", kind.wireName())
        .setParameter("by", by.value())
        .setParameter("time", time)
        .setParameter("now", clock.instant())
        .setParameter("details", StoredJson.write(details))
        .executeUpdate();
  }
}
