package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.StoredJson;

/**
 * Closes the assignments of notices that are over. Of a national notice there are too many for one
 * transaction: they go stretch by stretch, and the end that is kept says whether any is left.
 */
@ApplicationScoped
class CloseEnded {

  /** In one transaction: seconds, not minutes, and never more memory. */
  static final int STRETCH = 5_000;

  private static final String KEEP =
      """
      insert into notice_end (notice_id, reason, by_organization, time, event_id)
      select e.* from json_to_recordset(cast(:ends as json)) as e(
        notice_id uuid, reason text, by_organization text, time timestamptz, event_id text)
      on conflict do nothing
      """;

  private static final String LOCK_STRETCH =
      """
      select a.id from notice_end e
      join assignment a on a.notice_id = e.notice_id and a.state = 'open'
      where not e.finished
      order by a.notice_id, a.id
      limit :atMost
      for update of a
      """;

  /** By a statement of its own, which sees what was committed while locks were waited for. */
  private static final String FINISH =
      """
      update notice_end e set finished = true
      where not e.finished and not exists (
        select from assignment a where a.notice_id = e.notice_id and a.state = 'open')
      """;

  private static final String LOCK_LATE =
      """
      select a.id from json_to_recordset(cast(:keys as json)) as k(notice_id uuid, establishment text)
      join notice_end e on e.notice_id = k.notice_id
      join assignment a on a.notice_id = k.notice_id and a.establishment = k.establishment
      where a.state = 'open'
      order by a.notice_id, a.id
      for update of a
      """;

  private final EntityManager entities;
  private final CloseAssignments closing;

  CloseEnded(EntityManager entities, CloseAssignments closing) {
    this.entities = entities;
    this.closing = closing;
  }

  /** Members are named as the statement names them. */
  record End(UUID notice_id, String reason, String by_organization, String time, String event_id) {}

  /** What a notice ended by first stands. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(List<End> ends) {
    entities.createNativeQuery(KEEP).setParameter("ends", StoredJson.write(ends)).executeUpdate();
  }

  /**
   * @return how many it closed: fewer than the bound when none is left
   */
  @Transactional(Transactional.TxType.MANDATORY)
  int closeStretch(int atMost) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        entities
            .createNativeQuery(LOCK_STRETCH, UUID.class)
            .setParameter("atMost", atMost)
            .getResultList();
    closing.closeEnded(ids);
    entities.createNativeQuery(FINISH).executeUpdate();
    return ids.size();
  }

  /** Closes what has come to be although its notice is over. */
  @Transactional(Transactional.TxType.MANDATORY)
  void closeLate(List<TakeExcuses.Key> keys) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        entities
            .createNativeQuery(LOCK_LATE, UUID.class)
            .setParameter("keys", StoredJson.write(keys))
            .getResultList();
    closing.closeEnded(ids);
  }
}
