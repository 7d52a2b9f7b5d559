package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.CarriedAnswer;

/** When an action of a later version is that of the former one. */
class KeptTest {

  private static final UUID CHECKLIST = UUID.randomUUID();
  private static final RequestedAction CHECK = action("点検すること", "2013-07-31", CHECKLIST);
  private static final RequestedAction REPORT = action("報告すること", "2013-07-31", null);

  @Test
  void anotherDateIsNoOtherAction() {
    List<RequestedAction> later = List.of(action("点検すること", "2013-08-09", CHECKLIST));

    assertThat(Kept.asksNothingNew(List.of(CHECK), later)).isTrue();
    assertThat(Kept.answer(List.of(CHECK), later)).isEqualTo(CarriedAnswer.KEPT);
  }

  @Test
  void otherWordsOrOtherQuestionsAreAnotherAction() {
    assertThat(Kept.answer(List.of(CHECK), List.of(action("至急点検すること", null, CHECKLIST))))
        .isEqualTo(CarriedAnswer.REOPENED);
    assertThat(Kept.answer(List.of(CHECK), List.of(action("点検すること", null, UUID.randomUUID()))))
        .isEqualTo(CarriedAnswer.REOPENED);
  }

  @Test
  void whatIsAskedInAdditionReopensTheConfirmationAndNotTheAnswer() {
    List<RequestedAction> more = List.of(CHECK, REPORT);

    assertThat(Kept.asksNothingNew(List.of(CHECK), more)).isFalse();
    assertThat(Kept.answer(List.of(CHECK), more)).isEqualTo(CarriedAnswer.KEPT);
  }

  @Test
  void whatIsNoLongerAskedReopensNothing() {
    assertThat(Kept.asksNothingNew(List.of(REPORT, CHECK), List.of(CHECK))).isTrue();
    assertThat(Kept.asksNothingNew(List.of(CHECK), List.of())).isTrue();
  }

  @Test
  void withoutQuestionsOnEitherSideThereIsNoAnswerToKeep() {
    assertThat(Kept.answer(List.of(REPORT), List.of(CHECK))).isNull();
    assertThat(Kept.answer(List.of(CHECK), List.of(REPORT))).isNull();
  }

  private static RequestedAction action(
      String text, @Nullable String dueOn, @Nullable UUID checklist) {
    return new RequestedAction(
        text, dueOn == null ? null : LocalDate.parse(dueOn), checklist, null);
  }
}
