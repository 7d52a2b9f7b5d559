package org.todoke.notice.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.todoke.contracts.NoteDirection;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Shows the notes of a delivery, each to those for whom it is: upwards along the ways on which the
 * notice really came, downwards to those who got it from the one who wrote.
 */
@ApplicationScoped
public class ReadNotes {

  /**
   * Whether the caller may see the delivery, whether it is on a way of it, and whether it has the
   * notice from there.
   */
  private static final String SIGHT =
      """
      with recursive way (organization) as (
        select cast(:organization as text)
        union
        select a.from_organization from way w
        join arrival a on a.notice_id = :notice and a.organization = w.organization
      )
      select exists (select from delivery d where d.notice_id = :notice
          and d.organization = :organization and %s),
        :caller in (select w.organization from way w),
        exists (select from arrival a where a.notice_id = :notice and a.organization = :caller
          and a.from_organization = :organization)
      """;

  private static final String NOTES =
      """
      select n.id, n.direction, n.body, n.written_at from delivery_note n
      where n.notice_id = :notice and n.organization = :organization
        and n.direction = any(:directions)
        and (cast(:after as uuid) is null or n.id > cast(:after as uuid))
      order by n.id
      """;

  private final EntityManager em;
  private final Standings standings;

  ReadNotes(EntityManager em, Standings standings) {
    this.em = em;
    this.standings = standings;
  }

  /**
   * The oldest first.
   *
   * @throws Refusal {@code notice.not-found} or {@code delivery.not-found} for those to whom the
   *     writer is nobody
   */
  @Transactional
  public Page<NoteView> of(
      UUID notice, OrganizationCode organization, OrganizationCode caller, PageRequest page) {
    String[] directions = readable(notice, organization, standings.of(notice, caller));
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        bind(em.createNativeQuery(NOTES, Object[].class), notice, organization)
            .setParameter("directions", directions)
            .setParameter("after", page.after(UUID::fromString))
            .setMaxResults(page.rowsToRead())
            .getResultList();
    return Page.of(
        rows.stream().map(row -> view(row, organization)).toList(),
        page.limit(),
        note -> note.id().toString());
  }

  private String[] readable(UUID notice, OrganizationCode organization, Standing standing) {
    if (organization.equals(standing.organization())) {
      return names(NoteDirection.values());
    }
    Query query =
        bind(
                em.createNativeQuery(SIGHT.formatted(standing.visible("d")), Object[].class),
                notice,
                organization)
            .setParameter("caller", standing.organization().value());
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    Object[] sight = (Object[]) query.getSingleResult();
    boolean sees = (Boolean) sight[0];
    boolean hasItFromThere = (Boolean) sight[2];
    if (!sees && !hasItFromThere) {
      throw Refusal.notFound("delivery.not-found");
    }
    if (sees && (standing.issuer() || (Boolean) sight[1])) {
      return names(NoteDirection.UP);
    }
    return hasItFromThere ? names(NoteDirection.DOWN) : names();
  }

  private static String[] names(NoteDirection... directions) {
    return Stream.of(directions).map(NoteDirection::wireName).toArray(String[]::new);
  }

  private static NoteView view(Object[] row, OrganizationCode organization) {
    String direction = (String) row[1];
    return new NoteView(
        (UUID) row[0],
        organization,
        Stream.of(NoteDirection.values())
            .filter(d -> d.wireName().equals(direction))
            .findFirst()
            .orElseThrow(),
        (String) row[2],
        (Instant) row[3]);
  }

  private static Query bind(Query query, UUID notice, OrganizationCode organization) {
    return query.setParameter("notice", notice).setParameter("organization", organization.value());
  }
}
