package org.todoke.notice.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.late.LateView;
import org.todoke.notice.path.PathView.MissingLink;
import org.todoke.notice.progress.ChildProgress;
import org.todoke.notice.progress.Figure;
import org.todoke.notice.progress.TierProgress;
import org.todoke.web.Page;
import org.todoke.web.file.Column;
import org.todoke.web.file.CsvList;

/** How far a notice is, and who is late. */
public final class ProgressColumns {

  /**
   * What one node did itself and the figures of one tier below it: as many rows for a node as there
   * are tiers below it, and one at least.
   */
  public record Row(ChildProgress child, @Nullable TierProgress below) {

    static Stream<Row> of(ChildProgress child) {
      return child.tiers().isEmpty()
          ? Stream.of(new Row(child, null))
          : child.tiers().stream().map(tier -> new Row(child, tier));
    }
  }

  public static final CsvList<Row> CHILDREN = new CsvList<>(children());

  public static final CsvList<LateView> LATE =
      new CsvList<>(
          List.of(
              new Column<>("organization", "機関コード", LateView::organization),
              new Column<>("name", "名称", LateView::name),
              new Column<>("tier", "区分", LateView::tier),
              new Column<>("duty", "求められること", LateView::duty),
              new Column<>("reason", "遅れの理由", LateView::reason),
              new Column<>("lateByDate", "期限超過", LateView::lateByDate),
              new Column<>("lateByAllowance", "猶予日数超過", LateView::lateByAllowance),
              new Column<>("dueOn", "期限", LateView::dueOn),
              new Column<>("allowedUntil", "猶予の末日", LateView::allowedUntil),
              new Column<>("reachedAt", "受領日時", LateView::reachedAt),
              new Column<>("asOf", "基準日", LateView::asOf),
              new Column<>("heldUpBy", "滞留先コード", l -> links(l, MissingLink::organization)),
              new Column<>("heldUpByName", "滞留先", l -> links(l, MissingLink::name)),
              new Column<>("heldUpSince", "滞留開始", l -> links(l, MissingLink::since))));

  private ProgressColumns() {}

  /** The rows of a page of children. */
  public static Page<Row> rows(Page<ChildProgress> page) {
    return new Page<>(page.items().stream().flatMap(Row::of).toList(), page.next());
  }

  /** Of several lines each once; most have one. */
  private static @Nullable Object links(
      LateView late, Function<MissingLink, @Nullable Object> what) {
    return late.missingLinks() == null
        ? null
        : late.missingLinks().stream()
            .map(what)
            .map(String::valueOf)
            .distinct()
            .collect(Collectors.joining(" "));
  }

  private static List<Column<Row>> children() {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(new Column<>("code", "機関コード", r -> r.child().node().code()));
    columns.add(new Column<>("name", "名称", r -> r.child().node().name()));
    columns.add(new Column<>("kind", "種別", r -> r.child().node().kind()));
    for (Column<ChildProgress.Own> column : own()) {
      columns.add(column.of(r -> r.child().own()));
    }
    for (Column<TierProgress> column : below()) {
      columns.add(column.of(Row::below));
    }
    return columns;
  }

  private static List<Column<ChildProgress.Own>> own() {
    return List.of(
        new Column<>("reachedAt", "受領日時", ChildProgress.Own::reachedAt),
        new Column<>("acknowledgedAt", "確認日時", ChildProgress.Own::acknowledgedAt),
        new Column<>("forwardedAt", "周知日時", ChildProgress.Own::forwardedAt),
        new Column<>("finalizedAt", "周知完了日時", ChildProgress.Own::finalizedAt),
        new Column<>("answeredAt", "回答日時", ChildProgress.Own::answeredAt),
        new Column<>("dueOn", "期限", ChildProgress.Own::dueOn),
        new Column<>("excused", "対象外の理由", ChildProgress.Own::excused));
  }

  private static List<Column<TierProgress>> below() {
    return List.of(
        new Column<>("tier", "下位の区分", TierProgress::tier),
        new Column<>("addressed", "宛先数", TierProgress::addressed),
        new Column<>("expected", "対象数", TierProgress::expected),
        rate("reached", "受領", TierProgress::reached),
        rate("acknowledged", "確認", TierProgress::acknowledged),
        rate("forwarded", "周知", TierProgress::forwarded),
        rate("finalized", "周知完了", TierProgress::finalized),
        rate("answered", "回答", TierProgress::answered),
        rate("answeredOnTime", "期限内回答", TierProgress::answeredOnTime),
        rate("notAnswered", "未回答", TierProgress::notAnswered),
        rate("compliant", "適合", t -> t.results().compliant()),
        rate("partiallyCompliant", "一部適合", t -> t.results().partiallyCompliant()),
        rate("nonCompliant", "不適合", t -> t.results().nonCompliant()),
        rate("notApplicable", "非該当", t -> t.results().notApplicable()),
        rate("notAssessed", "未評価", t -> t.results().notAssessed()),
        rate("remediationOpen", "是正中", TierProgress::remediationOpen),
        rate("remediated", "是正済み", TierProgress::remediated),
        rate("overdue", "期限超過", TierProgress::overdue),
        rate("unreachable", "不達", TierProgress::unreachable));
  }

  /** How many of how many, in words that no spreadsheet takes for a date; or why there is none. */
  private static Column<TierProgress> rate(
      String english, String japanese, Function<TierProgress, Figure> figure) {
    return new Column<>(english, japanese, tier -> text(figure.apply(tier)));
  }

  private static Object text(Figure figure) {
    Figure.Absent absent = figure.absent();
    return absent != null ? absent : figure.numerator() + " / " + figure.denominator();
  }
}
