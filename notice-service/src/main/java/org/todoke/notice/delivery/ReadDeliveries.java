package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.InboxItem.Paper;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.Refusal;

/** Shows deliveries to those whose own they are, to those above them, and to the issuers. */
@ApplicationScoped
public class ReadDeliveries {

  private static final String FROM =
      " from delivery d left join organization o on o.code = d.organization ";

  private static final String DEALINGS =
      ", "
          + Delegations.COLUMN
          + " as delegation, "
          + Rejections.COLUMN
          + " as last_rejection, "
          + Attempts.COLUMN
          + " as attempts";

  private final EntityManager em;
  private final Standings standings;
  private final ReadArrivals arrivals;
  private final StoredViews views;

  ReadDeliveries(EntityManager em, Standings standings, ReadArrivals arrivals, StoredViews views) {
    this.em = em;
    this.standings = standings;
    this.arrivals = arrivals;
    this.views = views;
  }

  /**
   * @throws Refusal {@code notice.not-found} or {@code delivery.not-found} if the reader may not
   *     know of it
   */
  @Transactional
  public DeliveryView one(UUID noticeId, OrganizationCode organization, Actor reader) {
    Standing standing = standings.of(noticeId, reader.organization());
    Object[] row = visible(standing, noticeId, organization, DEALINGS, reader);
    DeliveryView delivery = DeliveryRows.delivery(row, standing.underway(), reader);
    return delivery.with(
        arrivals.of(noticeId, organization, reader.organization()),
        views.delegation((String) row[DeliveryRows.WIDTH]),
        views.rejection((String) row[DeliveryRows.WIDTH + 1]),
        views.attempts((String) row[DeliveryRows.WIDTH + 2]).stream()
            .map(attempt -> attempt.view(delivery, standing.underway(), reader))
            .toList());
  }

  /** The same without the ways in which it was reached. */
  @Transactional
  public DeliveryView requireVisible(UUID noticeId, OrganizationCode organization, Actor reader) {
    Standing standing = standings.of(noticeId, reader.organization());
    Object[] row = visible(standing, noticeId, organization, "", reader);
    return DeliveryRows.delivery(row, standing.underway(), reader);
  }

  private Object[] visible(
      Standing standing,
      UUID noticeId,
      OrganizationCode organization,
      String moreColumns,
      Actor reader) {
    Query query =
        em.createNativeQuery(
                "select "
                    + DeliveryRows.COLUMNS
                    + moreColumns
                    + FROM
                    + "where d.notice_id = :notice and d.organization = :organization and "
                    + standing.visible("d"),
                Object[].class)
            .setParameter("notice", noticeId)
            .setParameter("organization", organization.value())
            .setParameter("reader", reader.organization().value());
    if (standing.usesViewer()) {
      query.setParameter("viewer", reader.organization().value());
    }
    List<Object[]> rows = rows(query);
    if (rows.isEmpty()) {
      throw Refusal.notFound("delivery.not-found");
    }
    return rows.get(0);
  }

  /** In the order of the codes. */
  @Transactional
  public Page<DeliveryView> of(UUID noticeId, DeliveryFilter filter, Actor reader) {
    Standing standing = standings.of(noticeId, reader.organization());
    var sql = new StringBuilder("select ").append(DeliveryRows.COLUMNS).append(FROM);
    sql.append("where d.notice_id = :notice");
    if (standing.usesViewer()) {
      sql.append(" and d.organization in (").append(standing.everybodyVisible()).append(")");
    }
    if (filter.tier() != null) {
      sql.append(" and d.tier = :tier");
    }
    if (filter.state() != null) {
      sql.append(" and ").append(ForwardingState.sql("d")).append(" = :state");
    }
    if (filter.after() != null) {
      sql.append(" and d.organization > :after");
    }
    sql.append(" order by d.organization");
    Query query =
        em.createNativeQuery(sql.toString(), Object[].class)
            .setParameter("notice", noticeId)
            .setParameter("reader", reader.organization().value())
            .setMaxResults(filter.limit() + 1);
    bind(query, "viewer", standing.usesViewer() ? reader.organization().value() : null);
    bind(query, "tier", filter.tier() == null ? null : filter.tier().wireName());
    bind(query, "state", filter.state());
    bind(query, "after", filter.after());
    List<DeliveryView> found =
        rows(query).stream()
            .map(row -> DeliveryRows.delivery(row, standing.underway(), reader))
            .toList();
    return Page.of(found, filter.limit(), delivery -> delivery.organization().value());
  }

  /**
   * What has reached the reader, the latest first.
   *
   * @param documentNumber of the paper, however it is written; null for all
   * @param before the last of the page before
   */
  @Transactional
  public Page<InboxItem> inbox(
      @Nullable String documentNumber, @Nullable InboxPosition before, int limit, Actor reader) {
    String number = documentNumber == null ? "" : "and n.document_key = document_key(:number) ";
    String position =
        before == null ? "" : "and (d.reached_at, d.notice_id) < (:reachedAt, :noticeId) ";
    Query query =
        em.createNativeQuery(
                "select "
                    + DeliveryRows.COLUMNS
                    + """
                      , n.usage, n.paper_kind, n.series, n.volume, n.document_number, n.issued_on,
                      n.title, n.lead_issuer, l.name as lead_name, n.status as notice_status,
                      n.purpose, n.confidentiality
                    """
                    + FROM
                    + """
                      join notice n on n.id = d.notice_id
                      left join organization l on l.code = n.lead_issuer
                      where d.organization = :reader and d.reached_at is not null
                    """
                    + number
                    + position
                    + "order by d.reached_at desc, d.notice_id desc",
                Object[].class)
            .setParameter("reader", reader.organization().value())
            .setMaxResults(limit + 1);
    bind(query, "number", documentNumber);
    if (before != null) {
      query.setParameter("reachedAt", before.reachedAt()).setParameter("noticeId", before.notice());
    }
    List<InboxItem> items = new ArrayList<>();
    for (Object[] row : rows(query)) {
      Paper notice = paper(row);
      items.add(
          new InboxItem(
              notice, DeliveryRows.delivery(row, notice.status().equals("issued"), reader)));
    }
    return Page.of(items, limit, InboxPosition::of);
  }

  /** Where a page of the inbox ended. */
  public record InboxPosition(Instant reachedAt, UUID notice) {

    static String of(InboxItem item) {
      return Objects.requireNonNull(item.delivery().reachedAt()) + "|" + item.notice().id();
    }

    /**
     * @throws IllegalArgumentException if the text is no position
     */
    public static InboxPosition parse(String text) {
      String[] parts = text.split("\\|", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("not a position");
      }
      try {
        return new InboxPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("not a position", e);
      }
    }
  }

  private static Paper paper(Object[] row) {
    int at = DeliveryRows.WIDTH;
    return new Paper(
        (UUID) row[0],
        WireNames.usage((String) row[at]),
        (String) row[at + 1],
        (String) row[at + 2],
        (Integer) row[at + 3],
        (String) row[at + 4],
        Objects.requireNonNull(DeliveryRows.date(row[at + 5])),
        (String) row[at + 6],
        OrganizationCode.of((String) row[at + 7]),
        (String) row[at + 8],
        (String) row[at + 9],
        (String) row[at + 10],
        (String) row[at + 11]);
  }

  private static void bind(Query query, String name, @Nullable Object value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }
}
