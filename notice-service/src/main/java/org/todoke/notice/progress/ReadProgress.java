package org.todoke.notice.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Kinds;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** The figures of a notice for those who may know them. */
@ApplicationScoped
public class ReadProgress {

  private final Standings standings;
  private final ProgressQueries queries;
  private final Clock clock;

  ReadProgress(Standings standings, ProgressQueries queries, Clock clock) {
    this.standings = standings;
    this.queries = queries;
    this.clock = clock;
  }

  /** From where the caller stands: its own node, or the nation for an issuer. */
  @Transactional
  public NodeProgress own(UUID notice, OrganizationCode caller) {
    Standing standing = standings.of(notice, caller);
    return progress(
        viewpoint(notice, standing.issuer() ? NodeProgress.Node.NATION : caller.value(), standing));
  }

  /**
   * @param node {@code jp} or the code of an organisation
   * @throws Refusal {@code notice.not-found}, or {@code progress.node-unknown} for a node that has
   *     nothing to do with the notice or is not below the caller
   */
  @Transactional
  public NodeProgress of(UUID notice, String node, OrganizationCode caller) {
    return progress(viewpoint(notice, node, standings.of(notice, caller)));
  }

  /** The nodes of the next level in the order of their codes; refuses as {@link #of} does. */
  @Transactional
  public Page<ChildProgress> childrenOf(
      UUID notice, String node, OrganizationCode caller, PageRequest page) {
    Viewpoint at = viewpoint(notice, node, standings.of(notice, caller));
    Instant asOf = clock.instant();
    Map<String, Child> children = new LinkedHashMap<>();
    for (Object[] row : queries.children(at, at.today(asOf), page.after(), page.rowsToRead())) {
      children.computeIfAbsent((String) row[0], code -> Child.of(row)).add(row, at, asOf);
    }
    if (children.isEmpty() && page.after() == null && !at.isPartOfTheNotice()) {
      throw unknownNode();
    }
    return Page.of(
        children.values().stream().map(Child::asProgress).toList(),
        page.limit(),
        child -> child.node().code());
  }

  private Viewpoint viewpoint(UUID notice, String node, Standing standing) {
    return Optional.ofNullable(queries.viewpoint(notice, node, standing))
        .filter(at -> at.isOpenTo(standing))
        .orElseThrow(ReadProgress::unknownNode);
  }

  private NodeProgress progress(Viewpoint at) {
    Instant asOf = clock.instant();
    List<TierProgress> tiers =
        queries.tiers(at, at.today(asOf)).stream()
            .map(
                row ->
                    TierProgress.of(
                        Kinds.ofWireName((String) row[0]), Tally.of(row, 1), asOf, at.isWaiting()))
            .filter(tier -> tier.addressed() != 0)
            .sorted(Comparator.comparing(TierProgress::tier))
            .toList();
    if (tiers.isEmpty() && !at.isPartOfTheNotice()) {
      throw unknownNode();
    }
    return new NodeProgress(
        at.noticeId(),
        at.usage(),
        at.asNode(),
        at.within() == null ? null : OrganizationCode.of(at.within()),
        asOf,
        tiers);
  }

  private static Refusal unknownNode() {
    return Refusal.notFound("progress.node-unknown");
  }

  /** Put together from as many rows as there are tiers below it. */
  private record Child(
      NodeProgress.Node node, ChildProgress.@Nullable Own own, List<TierProgress> tiers) {

    private static final int TIER = 11;

    static Child of(Object[] row) {
      return new Child(
          new NodeProgress.Node(
              (String) row[0],
              row[1] == null ? null : Kinds.ofWireName((String) row[1]),
              (String) row[2]),
          row[3] == null
              ? null
              : new ChildProgress.Own(
                  instant(row[4]),
                  instant(row[5]),
                  instant(row[6]),
                  instant(row[7]),
                  instant(row[8]),
                  (LocalDate) row[9],
                  excuse((String) row[10])),
          new ArrayList<>());
    }

    void add(Object[] row, Viewpoint at, Instant asOf) {
      if (row[TIER] != null) {
        Tally tally = Tally.of(row, TIER + 1);
        if (tally.get(Measure.ADDRESSED) != 0) {
          tiers.add(
              TierProgress.of(Kinds.ofWireName((String) row[TIER]), tally, asOf, at.isWaiting()));
        }
      }
    }

    ChildProgress asProgress() {
      tiers.sort(Comparator.comparing(TierProgress::tier));
      return new ChildProgress(node, own, List.copyOf(tiers));
    }

    private static @Nullable Instant instant(@Nullable Object value) {
      return (Instant) value;
    }

    private static @Nullable ExcuseReason excuse(@Nullable String name) {
      return Arrays.stream(ExcuseReason.values())
          .filter(reason -> reason.wireName().equals(name))
          .findFirst()
          .orElse(null);
    }
  }
}
