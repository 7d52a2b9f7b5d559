package org.todoke.notice.progress;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Kinds;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** The figures of a notice for those who may know them. */
@ApplicationScoped
public class ReadProgress {

  private final Viewpoints viewpoints;
  private final ProgressQueries queries;
  private final PastProgress past;
  private final Clock clock;

  ReadProgress(Viewpoints viewpoints, ProgressQueries queries, PastProgress past, Clock clock) {
    this.viewpoints = viewpoints;
    this.queries = queries;
    this.past = past;
    this.clock = clock;
  }

  /**
   * From where the caller stands: its own node, or the nation for an issuer.
   *
   * @param asOf an earlier moment; none for now. See {@link AsOf}
   * @throws Refusal as {@link #of} does
   */
  public NodeProgress own(UUID notice, OrganizationCode caller, @Nullable Instant asOf) {
    AsOf moment = AsOf.of(asOf, clock);
    return within(moment, () -> progress(viewpoints.own(notice, caller, moment), moment));
  }

  /**
   * @param node {@code jp} or the code of an organisation
   * @param asOf an earlier moment; none for now. See {@link AsOf}
   * @throws Refusal {@code notice.not-found}, or {@code progress.node-unknown} for a node that has
   *     nothing to do with the notice or is not below the caller; (malformed) for a moment that has
   *     not come, or at which the notice was not out
   */
  public NodeProgress of(
      UUID notice, String node, OrganizationCode caller, @Nullable Instant asOf) {
    AsOf moment = AsOf.of(asOf, clock);
    return within(moment, () -> progress(viewpoints.of(notice, node, caller, moment), moment));
  }

  /** The nodes of the next level in the order of their codes; refuses as {@link #of} does. */
  public Page<ChildProgress> childrenOf(
      UUID notice, String node, OrganizationCode caller, @Nullable Instant asOf, PageRequest page) {
    AsOf moment = AsOf.of(asOf, clock);
    return within(
        moment, () -> children(viewpoints.of(notice, node, caller, moment), moment, page));
  }

  /**
   * Of now all questions are asked on one connection. The past is asked for by the suite, on
   * another one: with the first still held, two askers could wait for each other's.
   */
  private static <T> T within(AsOf moment, Supplier<T> work) {
    return moment.past() ? work.get() : QuarkusTransaction.joiningExisting().call(work::get);
  }

  private Page<ChildProgress> children(Viewpoint at, AsOf moment, PageRequest page) {
    Map<String, Child> children = new LinkedHashMap<>();
    List<Object[]> rows =
        moment.past()
            ? past.children(at, moment, page.after(), page.rowsToRead())
            : queries.children(at, at.today(moment.moment()), page.after(), page.rowsToRead());
    for (Object[] row : rows) {
      children
          .computeIfAbsent((String) row[0], code -> Child.of(row))
          .add(row, at, moment.moment());
    }
    if (children.isEmpty() && page.after() == null && !at.isPartOfTheNotice()) {
      throw unknownNode();
    }
    return Page.of(
        children.values().stream().map(Child::asProgress).toList(),
        page.limit(),
        child -> child.node().code());
  }

  private NodeProgress progress(Viewpoint at, AsOf asOf) {
    List<Object[]> rows =
        asOf.past() ? past.tiers(at, asOf) : queries.tiers(at, at.today(asOf.moment()));
    List<TierProgress> tiers =
        rows.stream()
            .map(
                row ->
                    TierProgress.of(
                        Kinds.ofWireName((String) row[0]),
                        Tally.of(row, 1),
                        asOf.moment(),
                        at.isWaiting()))
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
        asOf.moment(),
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
