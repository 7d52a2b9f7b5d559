package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.todoke.notice.authoring.NoticeForm.AmendmentForm;
import org.todoke.notice.authoring.NoticeForm.ExternalForm;
import org.todoke.notice.authoring.NoticeForm.RelationForm;
import org.todoke.notice.input.Checks;

/** What a notice may have to do with others. */
class RelationRulesTest extends PaperUnderRules {

  private static final AmendmentForm ROW = new AmendmentForm("記の2", "速やかに", "7月31日までに");

  @Test
  void laterVersionIsForTheAudienceOfTheFormer() {
    form.put("audience", null);
    form.put("relations", List.of(to(RelationKind.CORRECTS, OWN)));
    Checks checks = new Checks();

    NoticeContent content = judge(DIVISION, checks);

    assertThat(checks.list()).isEmpty();
    assertThat(content.audience()).isEqualTo(audience);
  }

  @Test
  void laterVersionHasNoAudienceOfItsOwn() {
    form.put("relations", List.of(to(RelationKind.REPLACES, OWN)));
    assertThat(faults(DIVISION)).isEmpty();

    audience(a -> to(a.tiers(), a.tiers(), null));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/audience", "relation.audience-of-the-former"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENCLOSES")
  void whatAnotherHasIssuedIsTheOthersToChange(RelationKind kind) {
    form.put("relations", List.of(to(kind, READABLE)));

    assertThat(faults(DIVISION))
        .containsExactly(tuple("/relations/0/noticeId", "relation.not-own"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENCLOSES")
  void whatNobodyCanReadIsNotThere(RelationKind kind) {
    form.put("relations", List.of(to(kind, UUID.randomUUID())));

    assertThat(faults(DIVISION))
        .containsExactly(tuple("/relations/0/noticeId", "relation.unknown-notice"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENCLOSES")
  void whatIsInEarnestIsNotChangedByATestNorTheOtherWayRound(RelationKind kind) {
    form.put("relations", List.of(to(kind, CLOSED)));

    assertThat(faults(DIVISION)).contains(tuple("/relations/0/noticeId", "relation.usage-differs"));
  }

  @Test
  void whatIsClosedIsNeitherReplacedNorPutOff() {
    for (RelationKind kind :
        List.of(RelationKind.CORRECTS, RelationKind.REPLACES, RelationKind.EXTENDS_DEADLINE)) {
      form.put("relations", List.of(to(kind, CLOSED)));
      assertThat(faults(DIVISION))
          .as(kind.wireName())
          .contains(tuple("/relations/0/noticeId", "relation.target-over"));
    }
    form.put("relations", List.of(to(RelationKind.SUPPLEMENTS, CLOSED)));
    assertThat(faults(DIVISION))
        .doesNotContain(tuple("/relations/0/noticeId", "relation.target-over"));
  }

  @Test
  void oneTakesThePlaceOfOneAndHasNothingElseToDoWithIt() {
    form.put("audience", null);
    form.put(
        "relations",
        List.of(
            to(RelationKind.CORRECTS, OWN),
            to(RelationKind.AMENDS, OWN),
            to(RelationKind.REPLACES, OWN)));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/relations/1", "relation.one-former"),
            tuple("/relations/2", "relation.one-former"));
  }

  @Test
  void dateIsPutOffAndNeverBroughtForward() {
    form.put("relations", List.of(extension(OWN, "平成25年7月31日")));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/relations/0/dueOn", "relation.date-not-later"));

    form.put("relations", List.of(extension(OWN, null)));
    assertThat(faults(DIVISION)).containsExactly(tuple("/relations/0/dueOn", "value.required"));

    form.put("relations", List.of(extension(CLOSED, "平成25年8月9日")));
    assertThat(faults(DIVISION)).contains(tuple("/relations/0/noticeId", "relation.no-date"));

    form.put("relations", List.of(extension(OWN, "平成25年8月9日")));
    assertThat(faults(DIVISION)).isEmpty();
  }

  @Test
  void onlyAnExtensionNamesADateAndOnlyAnAmendmentATable() {
    form.put(
        "relations",
        List.of(
            new RelationForm(
                RelationKind.SUPPLEMENTS, OWN.toString(), null, List.of(ROW), "平成25年8月9日")));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/relations/0/dueOn", "relation.extends-only"),
            tuple("/relations/0/amendments", "relation.amends-only"));
  }

  @Test
  void amendmentHasATableWhoseRowsSaySomething() {
    form.put("relations", List.of(amendment()));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/relations/0/amendments", "value.required"));

    form.put(
        "relations",
        List.of(
            amendment(
                ROW,
                new AmendmentForm("附則", null, "公布の日から"),
                new AmendmentForm("附則", " ", null),
                new AmendmentForm(null, "x".repeat(2001), "y"))));
    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/relations/0/amendments/2", "relation.amendment-empty"),
            tuple("/relations/0/amendments/3/place", "value.required"),
            tuple("/relations/0/amendments/3/old", "text.too-long"));

    form.put(
        "relations",
        List.of(amendment(Collections.nCopies(201, ROW).toArray(AmendmentForm[]::new))));
    assertThat(faults(DIVISION)).containsExactly(tuple("/relations/0/amendments", "list.too-long"));
  }

  @Test
  void paperFromOutsideMayBeAmendedByWhoeverWritesAboutIt() {
    form.put(
        "relations",
        List.of(
            new RelationForm(
                RelationKind.AMENDS,
                null,
                new ExternalForm("厚生労働省", null, "平成16年12月24日", "ガイドライン"),
                List.of(ROW),
                null)));
    Checks checks = new Checks();

    NoticeContent content = judge(DIVISION, checks);

    assertThat(checks.list()).isEmpty();
    assertThat(content.relations().get(0).amendments())
        .containsExactly(new Amendment("記の2", "速やかに", "7月31日までに"));
  }

  private static RelationForm to(RelationKind kind, UUID target) {
    return new RelationForm(
        kind,
        target.toString(),
        null,
        kind == RelationKind.AMENDS ? List.of(ROW) : null,
        kind == RelationKind.EXTENDS_DEADLINE ? "平成25年8月9日" : null);
  }

  private static RelationForm extension(UUID target, @Nullable String dueOn) {
    return new RelationForm(RelationKind.EXTENDS_DEADLINE, target.toString(), null, null, dueOn);
  }

  private static RelationForm amendment(AmendmentForm... rows) {
    return new RelationForm(RelationKind.AMENDS, OWN.toString(), null, List.of(rows), null);
  }
}
