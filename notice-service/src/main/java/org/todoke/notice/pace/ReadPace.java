package org.todoke.notice.pace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.progress.AsOf;
import org.todoke.notice.progress.Figure;
import org.todoke.notice.progress.NodeProgress;
import org.todoke.notice.progress.ReadProgress;
import org.todoke.notice.progress.TierProgress;
import org.todoke.notice.progress.Viewpoint;
import org.todoke.notice.progress.Viewpoints;
import org.todoke.web.Refusal;

/** The pace of a notice for those who may see its progress, from the same nodes. */
@ApplicationScoped
public class ReadPace {

  private final Viewpoints viewpoints;
  private final ReadProgress progress;
  private final PaceQuery query;
  private final Clock clock;

  ReadPace(Viewpoints viewpoints, ReadProgress progress, PaceQuery query, Clock clock) {
    this.viewpoints = viewpoints;
    this.progress = progress;
    this.query = query;
    this.clock = clock;
  }

  /**
   * From where the caller stands.
   *
   * @throws Refusal as the progress does
   */
  public NodePace own(UUID notice, OrganizationCode caller, @Nullable Instant wanted) {
    AsOf asOf = AsOf.of(wanted, clock);
    return pace(viewpoints.own(notice, caller, asOf), progress.own(notice, caller, wanted), asOf);
  }

  /**
   * From a node.
   *
   * @throws Refusal as the progress does
   */
  public NodePace of(UUID notice, String node, OrganizationCode caller, @Nullable Instant wanted) {
    AsOf asOf = AsOf.of(wanted, clock);
    return pace(
        viewpoints.of(notice, node, caller, asOf), progress.of(notice, node, caller, wanted), asOf);
  }

  private NodePace pace(Viewpoint at, NodeProgress figures, AsOf asOf) {
    Map<OrganizationKind, TierProgress> byTier =
        figures.tiers().stream().collect(Collectors.toMap(TierProgress::tier, Function.identity()));
    List<PaceRow> rows = query.tiers(at, asOf);
    return new NodePace(
        at.noticeId(),
        at.usage(),
        at.asNode(),
        figures.within(),
        asOf.moment(),
        at.issuedAt(),
        rows.stream().map(PaceRow::lastDueOn).filter(Objects::nonNull).findFirst().orElse(null),
        rows.stream()
            .filter(row -> byTier.containsKey(row.tier()))
            .map(row -> tier(row, byTier.get(row.tier()), at, asOf))
            .sorted(Comparator.comparing(TierPace::tier))
            .toList());
  }

  private TierPace tier(PaceRow row, TierProgress figures, Viewpoint at, AsOf asOf) {
    return new TierPace(
        row.tier(),
        figures.forwarded(),
        row.forwards() ? row.toForward() : null,
        row.toAcknowledge(),
        budget(row, figures, asOf),
        forecast(row, at, asOf));
  }

  private static TierPace.@Nullable Budget budget(PaceRow row, TierProgress figures, AsOf asOf) {
    if (row.whole() == null || row.spent() == null || row.whole() <= 0) {
      return null;
    }
    return new TierPace.Budget(
        Objects.requireNonNull(PaceRow.duration(row.whole())),
        Objects.requireNonNull(PaceRow.duration(row.spent())),
        Math.round(row.spent() / row.whole() * 10_000) / 10_000.0,
        Figure.rate(
            row.withinAllowance(),
            row.withAllowance(),
            asOf.moment(),
            Figure.and(figures.excused(), "no-allowance", row.expected() - row.withAllowance())));
  }

  private Forecast forecast(PaceRow row, Viewpoint at, AsOf asOf) {
    long left = row.expected() - row.done();
    double pace = Math.round(100.0 * row.recent() / row.days()) / 100.0;
    if (left == 0) {
      return new Forecast(
          row.expected(), row.done(), pace, null, null, Forecast.NoForecast.COMPLETE);
    }
    if (at.isOver()) {
      return new Forecast(row.expected(), row.done(), pace, null, null, Forecast.NoForecast.OVER);
    }
    if (row.recent() == 0) {
      return new Forecast(row.expected(), row.done(), 0, null, null, Forecast.NoForecast.NO_PACE);
    }
    List<LocalDate> day =
        query.officeDayAfter(
            at.today(asOf.moment()), Forecast.officeDaysNeeded(left, row.recent(), row.days()));
    Long until = row.left();
    return new Forecast(
        row.expected(),
        row.done(),
        pace,
        day.isEmpty() ? null : day.get(0),
        until == null || until < 0
            ? null
            : Forecast.doneAfter(row.expected(), row.done(), row.recent(), row.days(), until),
        day.isEmpty() ? Forecast.NoForecast.BEYOND_CALENDAR : null);
  }
}
