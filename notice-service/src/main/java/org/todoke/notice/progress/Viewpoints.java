package org.todoke.notice.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;
import org.todoke.notice.place.Kinds;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** The one place that says from which node of a notice who may look down. */
@ApplicationScoped
public class Viewpoints {

  private static final String VIEWPOINT =
      """
      select n.usage, o.kind, o.name, o.prefecture,
        exists (select from corporation_place p
          where p.notice_id = n.id and p.corporation = :node
            and :caller in (p.prefecture, p.municipality)),
        exists (select from delivery d
          where d.notice_id = n.id and d.organization = :node),
        n.status, n.issued_at, n.ended_at
      from notice n left join organization o on o.code = :node
      where n.id = :notice
      """;

  private final Standings standings;
  private final EntityManager em;

  Viewpoints(Standings standings, EntityManager em) {
    this.standings = standings;
    this.em = em;
  }

  /**
   * From where the caller stands: its own node, or the nation for an issuer.
   *
   * @throws Refusal as {@link #of} does
   */
  @Transactional
  public Viewpoint own(UUID notice, OrganizationCode caller, AsOf asOf) {
    Standing standing = standings.of(notice, caller);
    return find(
        notice, standing.issuer() ? NodeProgress.Node.NATION : caller.value(), standing, asOf);
  }

  /**
   * @param node {@code jp} or the code of an organisation
   * @throws Refusal {@code notice.not-found}, or {@code progress.node-unknown} for a node that is
   *     not below the caller; (malformed) if the notice was not out at that moment
   */
  @Transactional
  public Viewpoint of(UUID notice, String node, OrganizationCode caller, AsOf asOf) {
    return find(notice, node, standings.of(notice, caller), asOf);
  }

  private Viewpoint find(UUID notice, String node, Standing standing, AsOf asOf) {
    Viewpoint at =
        row(notice, node, standing)
            .filter(found -> found.isOpenTo(standing))
            .orElseThrow(() -> Refusal.notFound("progress.node-unknown"));
    if (!asOf.past()) {
      return at;
    }
    if (asOf.moment().isBefore(at.issuedAt())) {
      throw Refusal.malformed(Violation.at("query:asOf", "progress.before-issue"));
    }
    return at.asOf(asOf.moment());
  }

  private Optional<Viewpoint> row(UUID notice, String node, Standing standing) {
    String caller = standing.organization().value();
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(VIEWPOINT)
            .setParameter("notice", notice)
            .setParameter("node", node)
            .setParameter("caller", caller)
            .getResultList();
    return rows.stream().findFirst().map(row -> viewpoint(notice, node, row, standing));
  }

  private static Viewpoint viewpoint(UUID notice, String node, Object[] row, Standing standing) {
    @Nullable OrganizationKind kind = row[1] == null ? null : Kinds.ofWireName((String) row[1]);
    String caller = standing.organization().value();
    boolean limited =
        kind == OrganizationKind.CORPORATION && !standing.issuer() && !node.equals(caller);
    return new Viewpoint(
        notice,
        usage((String) row[0]),
        node,
        kind,
        (String) row[2],
        (String) row[3],
        (Boolean) row[4],
        (Boolean) row[5],
        (String) row[6],
        (Instant) row[7],
        (Instant) row[8],
        limited ? caller : null);
  }

  private static Usage usage(String name) {
    return Arrays.stream(Usage.values())
        .filter(usage -> usage.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no usage: " + name));
  }
}
