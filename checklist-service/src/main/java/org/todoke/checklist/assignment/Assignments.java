package org.todoke.checklist.assignment;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.todoke.checklist.Line;
import org.todoke.security.Actor;
import org.todoke.web.LogKeys;
import org.todoke.web.Refusal;

/**
 * Assignments, each only for the organisations on its lines. From the moment that a request has
 * found its own, log lines name the notice.
 */
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

  /**
   * @throws Refusal (not found) also for one that exists and is none of the caller's business
   */
  public Assignment visible(UUID id, Actor actor) {
    return visible(id, actor, LockModeType.NONE);
  }

  /** The same with the lock that everything about one assignment is done under. */
  public Assignment lockVisible(UUID id, Actor actor) {
    return visible(id, actor, LockModeType.PESSIMISTIC_WRITE);
  }

  private Assignment visible(UUID id, Actor actor, LockModeType lock) {
    Assignment found =
        Line.of(actor.organization())
            .flatMap(line -> onLine(line, id, actor, lock))
            .orElseThrow(() -> Refusal.notFound("assignment.unknown"));
    MDC.put(LogKeys.NOTICE_ID, found.noticeId().toString());
    return found;
  }

  private Optional<Assignment> onLine(Line line, UUID id, Actor actor, LockModeType lock) {
    PanacheQuery<Assignment> found =
        find("id = ?1 and " + line.column() + " = ?2", id, actor.organization().value());
    return found.withLock(lock).firstResultOptional();
  }
}
