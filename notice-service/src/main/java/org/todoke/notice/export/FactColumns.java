package org.todoke.notice.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.todoke.notice.chasing.DigestView;
import org.todoke.notice.instruction.InstructionView;
import org.todoke.notice.note.NoteView;
import org.todoke.notice.path.TimelineEntry;
import org.todoke.notice.question.AnswerView;
import org.todoke.notice.question.QuestionView;
import org.todoke.notice.timeline.DayOfTier;
import org.todoke.notice.timeline.NoticeEntry;
import org.todoke.web.file.Column;
import org.todoke.web.file.CsvList;

/** What happened, and what was said about it. */
public final class FactColumns {

  public static final CsvList<NoticeEntry> TIMELINE =
      new CsvList<>(
          List.of(
              new Column<>("time", "発生日時", NoticeEntry::time),
              new Column<>("recordedTime", "記録日時", NoticeEntry::recordedTime),
              new Column<>("type", "事実", NoticeEntry::type),
              new Column<>("organization", "機関コード", NoticeEntry::organization),
              new Column<>("name", "名称", NoticeEntry::name),
              new Column<>("tier", "区分", NoticeEntry::tier),
              new Column<>("actor", "行為者", NoticeEntry::actor),
              new Column<>("details", "内容", entry -> words(entry.details()))));

  public static final CsvList<DayOfTier> DAYS =
      new CsvList<>(
          List.of(
              new Column<>("day", "日付", DayOfTier::day),
              new Column<>("tier", "区分", DayOfTier::tier),
              new Column<>("arrived", "受領", DayOfTier::arrived),
              new Column<>("acknowledged", "確認", DayOfTier::acknowledged),
              new Column<>("forwarded", "周知", DayOfTier::forwarded),
              new Column<>("answered", "回答", DayOfTier::answered),
              new Column<>("excused", "対象外", DayOfTier::excused)));

  public static final CsvList<TimelineEntry> DELIVERY_TIMELINE =
      new CsvList<>(
          List.of(
              new Column<>("time", "発生日時", TimelineEntry::time),
              new Column<>("recordedTime", "記録日時", TimelineEntry::recordedTime),
              new Column<>("type", "事実", TimelineEntry::type),
              new Column<>("actor", "行為者", TimelineEntry::actor),
              new Column<>("details", "内容", entry -> words(entry.details()))));

  public static final CsvList<QuestionView> QUESTIONS =
      new CsvList<>(
          List.of(
              new Column<>("id", "質問ID", QuestionView::id),
              new Column<>("asker", "質問者", QuestionView::asker),
              new Column<>("addressee", "質問先", QuestionView::addressee),
              new Column<>("text", "質問", QuestionView::text),
              new Column<>("askedAt", "質問日時", QuestionView::askedAt),
              new Column<>("answered", "回答の有無", QuestionView::answered),
              new Column<>(
                  "replies",
                  "やりとり",
                  question ->
                      question.replies().stream()
                          .map(reply -> reply.author() + ": " + reply.text())
                          .collect(Collectors.joining("\n")))));

  public static final CsvList<AnswerView> ANSWERS =
      new CsvList<>(
          List.of(
              new Column<>("id", "回答ID", AnswerView::id),
              new Column<>("author", "回答者", AnswerView::author),
              new Column<>("question", "問", AnswerView::question),
              new Column<>("answer", "答", AnswerView::answer),
              new Column<>("below", "範囲", AnswerView::below),
              new Column<>("publishedAt", "公表日時", AnswerView::publishedAt)));

  public static final CsvList<NoteView> NOTES =
      new CsvList<>(
          List.of(
              new Column<>("id", "メモID", NoteView::id),
              new Column<>("organization", "機関コード", NoteView::organization),
              new Column<>("direction", "公開の向き", NoteView::direction),
              new Column<>("text", "本文", NoteView::text),
              new Column<>("writtenAt", "記入日時", NoteView::writtenAt)));

  public static final CsvList<DigestView> DIGESTS =
      new CsvList<>(
          List.of(
              new Column<>("id", "ID", DigestView::id),
              new Column<>("day", "日付", DigestView::day),
              new Column<>("itemCount", "件数", DigestView::itemCount)));

  public static final CsvList<DigestView.Item> DIGEST_ITEMS =
      new CsvList<>(
          List.of(
              new Column<>("noticeId", "通知ID", DigestView.Item::noticeId),
              new Column<>("title", "件名", DigestView.Item::title),
              new Column<>("organization", "機関コード", DigestView.Item::organization),
              new Column<>("name", "名称", DigestView.Item::name),
              new Column<>("tier", "区分", DigestView.Item::tier),
              new Column<>("duty", "求められること", DigestView.Item::duty),
              new Column<>("dueOn", "期限", DigestView.Item::dueOn),
              new Column<>("clock", "基準", DigestView.Item::clock),
              new Column<>("rung", "段階", DigestView.Item::rung),
              new Column<>("doneOn", "完了日", DigestView.Item::doneOn),
              new Column<>("excused", "対象外", DigestView.Item::excused)));

  public static final CsvList<InstructionView> INSTRUCTIONS =
      new CsvList<>(
          List.of(
              new Column<>("id", "ID", InstructionView::id),
              new Column<>("state", "状態", InstructionView::state),
              new Column<>("paperKinds", "文書の種類", i -> String.join(" ", i.notices().paperKinds())),
              new Column<>("series", "シリーズ", i -> String.join(" ", i.notices().series())),
              new Column<>("title", "鑑の件名", i -> i.coverLetter().title()),
              new Column<>("startsOn", "開始日", InstructionView::startsOn),
              new Column<>("endsOn", "終了日", InstructionView::endsOn),
              new Column<>("changedAt", "変更日時", InstructionView::changedAt)));

  private FactColumns() {}

  private static String words(Map<String, Object> details) {
    return details.entrySet().stream()
        .map(detail -> detail.getKey() + "=" + detail.getValue())
        .collect(Collectors.joining("; "));
  }
}
