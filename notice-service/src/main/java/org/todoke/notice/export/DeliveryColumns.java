package org.todoke.notice.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.authoring.NoticeSummary;
import org.todoke.notice.delivery.DeliveryView;
import org.todoke.notice.delivery.InboxItem;
import org.todoke.notice.forwarding.ForwardingView;
import org.todoke.web.file.Column;
import org.todoke.web.file.CsvList;

/** Notices, and their deliveries. */
public final class DeliveryColumns {

  private static final List<Column<DeliveryView>> DELIVERY =
      List.of(
          new Column<>("organization", "機関コード", DeliveryView::organization),
          new Column<>("name", "名称", DeliveryView::name),
          new Column<>("tier", "区分", DeliveryView::tier),
          new Column<>("prefecture", "都道府県コード", DeliveryView::prefecture),
          new Column<>("municipality", "市区町村コード", DeliveryView::municipality),
          new Column<>("corporation", "法人コード", DeliveryView::corporation),
          new Column<>("state", "状態", DeliveryView::state),
          new Column<>("dueOn", "期限", DeliveryView::dueOn),
          new Column<>("reachedAt", "受領日時", DeliveryView::reachedAt),
          new Column<>("acknowledgedAt", "確認日時", DeliveryView::acknowledgedAt),
          new Column<>("handledBy", "担当", DeliveryView::handledBy),
          new Column<>("rejectedAt", "差戻し日時", DeliveryView::rejectedAt),
          new Column<>("forwardedAt", "周知日時", DeliveryView::forwardedAt),
          new Column<>("finalizedAt", "周知完了日時", DeliveryView::finalizedAt),
          new Column<>("excusedReason", "対象外の理由", d -> excuse(d, Excuse.REASON)),
          new Column<>("excusedAt", "対象外とした日時", d -> excuse(d, Excuse.AT)),
          new Column<>("excusedBy", "対象外とした機関", d -> excuse(d, Excuse.BY)),
          new Column<>("answeredAt", "回答日時", DeliveryView::answeredAt),
          new Column<>("answeredOnTime", "期限内回答", DeliveryView::answeredOnTime));

  private static final List<Column<InboxItem.Paper>> PAPER =
      List.of(
          new Column<>("noticeId", "通知ID", InboxItem.Paper::id),
          new Column<>("noticeStatus", "通知の状態", InboxItem.Paper::status),
          new Column<>("usage", "用途", InboxItem.Paper::usage),
          new Column<>("paperKind", "文書の種類", InboxItem.Paper::paperKind),
          new Column<>("series", "シリーズ", InboxItem.Paper::series),
          new Column<>("volume", "号", InboxItem.Paper::volume),
          new Column<>("documentNumber", "文書番号", InboxItem.Paper::documentNumber),
          new Column<>("issuedOn", "発出日", InboxItem.Paper::issuedOn),
          new Column<>("title", "件名", InboxItem.Paper::title),
          new Column<>("leadIssuer", "発出機関コード", InboxItem.Paper::leadIssuer),
          new Column<>("leadIssuerName", "発出機関", InboxItem.Paper::leadIssuerName));

  public static final CsvList<DeliveryView> DELIVERIES = new CsvList<>(DELIVERY);

  public static final CsvList<InboxItem> INBOX = new CsvList<>(inbox());

  public static final CsvList<NoticeSummary> ISSUED =
      new CsvList<>(
          List.of(
              new Column<>("id", "通知ID", NoticeSummary::id),
              new Column<>("status", "状態", NoticeSummary::status),
              new Column<>("usage", "用途", NoticeSummary::usage),
              new Column<>("paperKind", "文書の種類", NoticeSummary::paperKind),
              new Column<>("series", "シリーズ", NoticeSummary::series),
              new Column<>("volume", "号", NoticeSummary::volume),
              new Column<>("documentNumber", "文書番号", NoticeSummary::documentNumber),
              new Column<>("issuedOn", "発出日", NoticeSummary::issuedOn),
              new Column<>("title", "件名", NoticeSummary::title),
              new Column<>("leadIssuer", "発出機関コード", NoticeSummary::leadIssuer),
              new Column<>("dueOn", "期限", NoticeSummary::dueOn),
              new Column<>("addressed", "宛先数", DeliveryColumns::addressed),
              new Column<>("issuedAt", "発出日時", NoticeSummary::issuedAt)));

  public static final CsvList<ForwardingView.Child> CHILDREN =
      new CsvList<>(
          List.of(
              new Column<>("code", "機関コード", ForwardingView.Child::code),
              new Column<>("name", "名称", ForwardingView.Child::name),
              new Column<>("tier", "区分", ForwardingView.Child::tier),
              new Column<>("disposition", "周知の有無", ForwardingView.Child::disposition),
              new Column<>("channel", "手段", ForwardingView.Child::channel),
              new Column<>("reason", "省略の理由", ForwardingView.Child::reason),
              new Column<>("reachedAt", "受領日時", ForwardingView.Child::reachedAt),
              new Column<>("excusedReason", "対象外の理由", ForwardingView.Child::excusedReason)));

  private DeliveryColumns() {}

  private enum Excuse {
    REASON,
    AT,
    BY
  }

  private static @Nullable Object excuse(DeliveryView delivery, Excuse part) {
    DeliveryView.Excuse excuse = delivery.excused();
    if (excuse == null) {
      return null;
    }
    return switch (part) {
      case REASON -> excuse.reason();
      case AT -> excuse.at();
      case BY -> excuse.by();
    };
  }

  private static @Nullable Object addressed(NoticeSummary notice) {
    return notice.addressed() == null
        ? null
        : notice.addressed().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Column<InboxItem>> inbox() {
    List<Column<InboxItem>> columns = new ArrayList<>();
    PAPER.forEach(column -> columns.add(column.of(InboxItem::notice)));
    DELIVERY.forEach(column -> columns.add(column.of(InboxItem::delivery)));
    return columns;
  }
}
