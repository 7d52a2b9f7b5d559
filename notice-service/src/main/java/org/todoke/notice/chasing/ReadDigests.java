package org.todoke.notice.chasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.chasing.DigestView.Item;
import org.todoke.notice.deadline.Duty;
import org.todoke.notice.place.Kinds;
import org.todoke.web.Cursor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Shows an organisation what it was told, day by day; nobody else sees it. */
@ApplicationScoped
public class ReadDigests {

  /** So many items of each digest stand in a list. */
  static final int FIRST_ITEMS = 20;

  private static final String HEADS =
      """
      select g.id, g.day,
        cast((select count(*) from chase c where c.digest_id = g.id) as integer)
      from chase_digest g
      where g.organization = :reader and g.kind = :kind
      """;

  private static final String ITEMS =
      """
      select h.id, i.* from unnest(cast(:digests as uuid[])) h (id)
      cross join lateral (
        select c.notice_id, n.title, c.organization, o.name, v.tier, v.duty, c.due_on, c.clock,
          c.rung, v.done_on, v.excused_reason is not null as excused
        from chase c
        join notice n on n.id = c.notice_id
        join delivery_deadline v on v.notice_id = c.notice_id and v.organization = c.organization
        left join organization o on o.code = c.organization
        where c.digest_id = h.id
          and (c.notice_id, c.organization) > (cast(:afterNotice as uuid), cast(:after as text))
        order by c.notice_id, c.organization
        limit :rows) i
      order by h.id, i.notice_id, i.organization
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final EntityManager em;

  ReadDigests(EntityManager em) {
    this.em = em;
  }

  /** Of which kind, by its name in the database. */
  public enum Kind {
    REMINDER("reminder"),
    ESCALATION("escalation");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }
  }

  /** The latest first. */
  @Transactional
  public Page<DigestView> of(Kind kind, OrganizationCode reader, PageRequest page) {
    LocalDate before = page.after(LocalDate::parse);
    Query query =
        em.createNativeQuery(
                HEADS + (before == null ? "" : " and g.day < :before") + " order by g.day desc",
                Object[].class)
            .setParameter("reader", reader.value())
            .setParameter("kind", kind.wireName)
            .setMaxResults(page.rowsToRead());
    if (before != null) {
      query.setParameter("before", before);
    }
    Page<Object[]> heads = Page.of(rows(query), page.limit(), row -> row[1].toString());
    Map<UUID, List<Item>> items =
        items(
            heads.items().stream().map(row -> (UUID) row[0]).toList(),
            BEFORE_ALL,
            "",
            FIRST_ITEMS + 1);
    return heads.map(row -> view(row, items, FIRST_ITEMS));
  }

  /**
   * @throws Refusal {@code digest.not-found} if the reader was told no such thing
   */
  @Transactional
  public DigestView one(Kind kind, UUID id, OrganizationCode reader, PageRequest page) {
    List<Object[]> heads =
        rows(
            em.createNativeQuery(HEADS + " and g.id = :id", Object[].class)
                .setParameter("reader", reader.value())
                .setParameter("kind", kind.wireName)
                .setParameter("id", id));
    if (heads.isEmpty()) {
      throw Refusal.notFound("digest.not-found");
    }
    @Nullable Position after = page.after(Position::parse);
    return view(
        heads.get(0),
        items(
            List.of(id),
            after == null ? BEFORE_ALL : after.notice(),
            after == null ? "" : after.organization(),
            page.rowsToRead()),
        page.limit());
  }

  /** Where a page of items ended. */
  private record Position(UUID notice, String organization) {
    static Position parse(String text) {
      List<String> parts = Cursor.parts(text, 2);
      return new Position(UUID.fromString(parts.get(0)), parts.get(1));
    }
  }

  private static DigestView view(Object[] head, Map<UUID, List<Item>> items, int limit) {
    return new DigestView(
        (UUID) head[0],
        (LocalDate) head[1],
        (Integer) head[2],
        Page.of(
            items.getOrDefault((UUID) head[0], List.of()),
            limit,
            item -> Cursor.join(item.noticeId(), item.organization().value())));
  }

  private Map<UUID, List<Item>> items(
      List<UUID> digests, UUID afterNotice, String after, int limit) {
    var items = new HashMap<UUID, List<Item>>();
    Query query =
        em.createNativeQuery(ITEMS, Object[].class)
            .setParameter("digests", digests.toArray(UUID[]::new))
            .setParameter("afterNotice", afterNotice)
            .setParameter("after", after)
            .setParameter("rows", limit);
    for (Object[] row : rows(query)) {
      items.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add(item(row));
    }
    return items;
  }

  private static Item item(Object[] row) {
    return new Item(
        (UUID) row[1],
        (String) row[2],
        OrganizationCode.of((String) row[3]),
        (String) row[4],
        Kinds.ofWireName((String) row[5]),
        Duty.ofWireName((String) row[6]),
        (LocalDate) row[7],
        ReadChasing.clock((String) row[8]),
        (Integer) row[9],
        (LocalDate) row[10],
        (Boolean) row[11]);
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }
}
