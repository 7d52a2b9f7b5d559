package org.todoke.checklist.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All versions of all checklists. */
@ApplicationScoped
public class Checklists implements PanacheRepositoryBase<Checklist, ChecklistKey> {

  private static final String LATEST = "key.id = ?1 order by key.version desc";
  private static final String LATEST_PUBLISHED =
      "key.id = ?1 and state = 'published' order by key.version desc";

  /** What an assignment is pinned to. */
  public Definition pinned(UUID id, int version) {
    return findByIdOptional(new ChecklistKey(id, version))
        .map(Checklist::definition)
        .orElseThrow(() -> new IllegalStateException("assigned, but not there: " + id));
  }

  Optional<Checklist> version(UUID id, int version) {
    return findByIdOptional(new ChecklistKey(id, version));
  }

  Optional<Checklist> latest(UUID id) {
    return find(LATEST, id).firstResultOptional();
  }

  /** With a lock, so that edits and the publication of one checklist come one after another. */
  Optional<Checklist> latestToChange(UUID id) {
    return find(LATEST, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  Optional<Checklist> latestPublished(UUID id) {
    return find(LATEST_PUBLISHED, id).firstResultOptional();
  }
}
