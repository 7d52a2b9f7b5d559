package org.todoke.notice.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.ChecklistPublished;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;

/** Knows which checklists are published, so that a notice can ask for one. */
@ApplicationScoped
public class FollowChecklists implements EventHandler {

  private final EventDataReader reader;
  private final EntityManager em;

  FollowChecklists(EventDataReader reader, EntityManager em) {
    this.reader = reader;
    this.em = em;
  }

  /** One statement each: a handful of checklists are published in a year. */
  @Override
  public void handle(List<EventEnvelope> events) {
    for (EventEnvelope event : events) {
      if (event.type().equals(EventType.CHECKLIST_PUBLISHED.wireName())) {
        keep(reader.read(event, ChecklistPublished.class));
      }
    }
  }

  private void keep(ChecklistPublished checklist) {
    em.createNativeQuery(
            """
            insert into published_checklist as known (checklist_id, version, owner)
            values (:id, :version, :owner)
            on conflict (checklist_id) do update
              set version = excluded.version, owner = excluded.owner
              where known.version < excluded.version
            """)
        .setParameter("id", checklist.checklistId())
        .setParameter("version", checklist.version())
        .setParameter("owner", checklist.owner().value())
        .executeUpdate();
  }
}
