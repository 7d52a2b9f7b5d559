package org.todoke.notice.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.notice.input.Checks;
import org.todoke.notice.instruction.CoverTemplate.Letter;
import org.todoke.notice.instruction.InstructionForm.CoverForm;
import org.todoke.notice.instruction.InstructionForm.NoticesForm;
import org.todoke.notice.instruction.InstructionMatches.Match;
import org.todoke.web.Violation;

class InstructionRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2013, 7, 11);
  private static final OrganizationCode DIVISION = OrganizationCode.of("go:mhlw.roken.somu");
  private static final OrganizationCode EHIME = OrganizationCode.of("lg:380008");
  private static final Paper PAPER =
      new Paper(
          "jimu-renraku",
          "介護保険最新情報",
          334,
          DIVISION,
          "厚生労働省老健局総務課",
          Usage.EXERCISE,
          null,
          TODAY,
          "個人情報の{series}取扱い");
  private static final Selection ALL = selection(List.of(), List.of(), List.of(), List.of());

  @Test
  void emptyListsTakeEverything() {
    assertThat(ALL.takes(PAPER)).isTrue();
    assertThat(ALL.particularity()).isZero();
  }

  @Test
  void aNoticeHasToBeInEveryList() {
    List<String> kinds = List.of("tsuchi", "jimu-renraku");
    List<String> series = List.of("介護保険最新情報");
    List<OrganizationCode> issuers = List.of(EHIME, DIVISION);
    List<Usage> usages = List.of(Usage.EXERCISE);

    assertThat(selection(kinds, series, issuers, usages).takes(PAPER)).isTrue();
    assertThat(selection(List.of("tsuchi"), series, issuers, usages).takes(PAPER)).isFalse();
    assertThat(selection(kinds, List.of("別の集"), issuers, usages).takes(PAPER)).isFalse();
    assertThat(selection(kinds, series, List.of(EHIME), usages).takes(PAPER)).isFalse();
    assertThat(selection(kinds, series, issuers, List.of(Usage.ACTUAL)).takes(PAPER)).isFalse();
  }

  @Test
  void aNoticeOutsideEverySeriesIsNotTakenByOneThatNamesASeries() {
    Paper alone =
        new Paper("tsuchi", null, null, DIVISION, null, Usage.ACTUAL, "老総発1", TODAY, "件名");

    assertThat(selection(List.of(), List.of("集"), List.of(), List.of()).takes(alone)).isFalse();
    assertThat(ALL.takes(alone)).isTrue();
  }

  @Test
  void theMostParticularDoesItAndOfSeveralTheOldest() {
    UUID notice = new UUID(0, 1);
    Selection kind = selection(List.of("jimu-renraku"), List.of(), List.of(), List.of());
    Selection both = selection(List.of("jimu-renraku"), List.of(), List.of(DIVISION), List.of());
    Selection other = selection(List.of("tsuchi"), List.of("x"), List.of(DIVISION), List.of());

    assertThat(
            ApplyInstructions.choose(
                List.of(
                    match(notice, 1, ALL),
                    match(notice, 2, kind),
                    match(notice, 3, both),
                    match(notice, 4, both),
                    match(notice, 5, other))))
        .extracting(Match::instruction)
        .containsExactly(new UUID(9, 3));
    assertThat(ApplyInstructions.choose(List.of(match(notice, 5, other)))).isEmpty();
    assertThat(
            ApplyInstructions.choose(List.of(match(notice, 1, ALL), match(new UUID(0, 2), 1, ALL))))
        .hasSize(2);
  }

  @Test
  void blanksAreFilledOnceAndDatesStandAsInPapers() {
    CoverTemplate template =
        new CoverTemplate(
            "jimu-renraku",
            "{noticeTitle}（周知）",
            "{issuer}{issuedOn}{documentNumber}{series}、{dueOn}まで {それ以外}",
            3,
            null);

    Letter letter = template.fill(PAPER, LocalDate.of(2013, 7, 25), TODAY);

    assertThat(letter.title()).isEqualTo("個人情報の{series}取扱い（周知）");
    assertThat(letter.text())
        .isEqualTo("厚生労働省老健局総務課平成25年7月11日介護保険最新情報 Vol.334、平成25年7月22日まで {それ以外}");
    assertThat(letter.dueOn()).isEqualTo(LocalDate.of(2013, 7, 22));
  }

  @ParameterizedTest
  @CsvSource({
    "2013-07-25, 3, 2013-07-22, 平成25年7月22日",
    "2013-07-14, 3, 2013-07-11, 平成25年7月11日",
    "2013-07-13, 3, , 平成25年7月13日",
    "2013-07-25, , , 平成25年7月25日",
    ", 3, , ''",
    "2019-05-08, 1, 2019-05-07, 令和元年5月7日",
  })
  void dateIsNeverSetIntoThePast(
      LocalDate dueOn, Integer daysBefore, LocalDate own, String onPaper) {
    Letter letter =
        new CoverTemplate("x", "x", "{dueOn}", daysBefore, null).fill(PAPER, dueOn, TODAY);

    assertThat(letter.dueOn()).isEqualTo(own);
    assertThat(letter.text()).isEqualTo(onPaper);
  }

  @Test
  void titleThatGrowsTooLongIsCut() {
    Paper longTitle =
        new Paper("x", null, null, DIVISION, null, Usage.ACTUAL, null, TODAY, "𠮟".repeat(300));

    String title =
        new CoverTemplate("x", "{noticeTitle}!", "x", null, null)
            .fill(longTitle, null, TODAY)
            .title();

    assertThat(title.codePointCount(0, title.length())).isEqualTo(300);
    assertThat(title).endsWith("𠮟…");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Checks checks = new Checks();

    InstructionRules.judge(
        new InstructionForm(
            new NoticesForm(
                List.of("x y"),
                List.of("a", "a"),
                List.of("nobody", "lg:999999"),
                Collections.nCopies(21, Usage.TEST)),
            new CoverForm(null, "{name}", " ", 0, 0),
            "2013-07-12",
            "2013-07-11"),
        Set.of(DIVISION),
        TODAY,
        checks);

    assertThat(checks.list())
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/notices/paperKinds/0", "paper.kind-malformed"),
            tuple("/notices/series/1", "list.duplicate"),
            tuple("/notices/leadIssuers/0", "organization-code.malformed"),
            tuple("/notices/leadIssuers/1", "organization.unknown"),
            tuple("/notices/usages", "list.too-long"),
            tuple("/coverLetter/paperKind", "value.required"),
            tuple("/coverLetter/title", "instruction.blank-unknown"),
            tuple("/coverLetter/text", "value.required"),
            tuple("/coverLetter/dueDaysBefore", "number.too-small"),
            tuple("/coverLetter/allowance", "number.too-small"),
            tuple("/endsOn", "instruction.ends-before-start"));
  }

  @Test
  void stateFollowsFromTheDatesAndFromWhatWasDone() {
    Instant then = Instant.parse("2013-07-01T00:00:00Z");

    assertThat(instruction(TODAY, null, null, null)).isEqualTo(InstructionState.ACTIVE);
    assertThat(instruction(TODAY, TODAY, null, null)).isEqualTo(InstructionState.ACTIVE);
    assertThat(instruction(TODAY.plusDays(1), null, null, null))
        .isEqualTo(InstructionState.PLANNED);
    assertThat(instruction(TODAY.minusDays(2), TODAY.minusDays(1), then, null))
        .isEqualTo(InstructionState.ENDED);
    assertThat(instruction(TODAY.plusDays(1), null, then, null))
        .isEqualTo(InstructionState.SUSPENDED);
    assertThat(instruction(TODAY, null, then, then)).isEqualTo(InstructionState.REMOVED);
    assertThat(InstructionState.REMOVED.actions()).isEmpty();
  }

  private static InstructionState instruction(
      LocalDate starts, LocalDate ends, Instant suspended, Instant removed) {
    return new Instruction(
            new UUID(0, 0),
            EHIME,
            0,
            new InstructionContent(ALL, new CoverTemplate("x", "x", "x", null, null), starts, ends),
            suspended,
            removed,
            Instant.EPOCH,
            Instant.EPOCH)
        .state(TODAY);
  }

  private static Match match(UUID notice, int id, Selection selection) {
    return new Match(notice, EHIME, "event", null, new UUID(9, id), selection, PAPER);
  }

  private static Selection selection(
      List<String> kinds, List<String> series, List<OrganizationCode> issuers, List<Usage> usages) {
    return new Selection(kinds, series, issuers, usages);
  }
}
