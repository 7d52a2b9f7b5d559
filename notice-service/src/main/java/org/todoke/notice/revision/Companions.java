package org.todoke.notice.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Which notices are shown to whoever has another. What corrects, amends, abolishes, supplements or
 * puts off a notice is shown to everybody who has that one. The other way round it goes for a
 * former version and for what is supplemented: the later paper cannot be understood without it.
 */
@ApplicationScoped
public class Companions {

  private static final String ADD =
      """
      insert into notice_companion (notice_id, companion)
      select r.target, r.notice_id from notice_relation r
      where r.notice_id = :notice and r.target is not null and r.kind <> 'encloses'
      union
      select r.notice_id, r.target from notice_relation r
      where r.notice_id = :notice and r.target is not null
        and r.kind in ('corrects', 'replaces', 'supplements')
      union
      select e.notice_id, r.notice_id from notice_relation r
      join notice_enclosure e on e.enclosed = r.target
      where r.notice_id = :notice and r.kind in ('corrects', 'replaces')
      """;

  private final EntityManager em;

  Companions(EntityManager em) {
    this.em = em;
  }

  /** Of a notice that goes out; once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID notice) {
    em.createNativeQuery(ADD).setParameter("notice", notice).executeUpdate();
  }
}
