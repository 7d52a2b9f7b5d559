package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.NoticeForm.ActionForm;
import org.todoke.notice.authoring.NoticeForm.AudienceForm;

/** Of whom a notice may ask what, and by when. */
class ActionRulesTest extends PaperUnderRules {

  private static final OrganizationKind PREFECTURE = OrganizationKind.PREFECTURE;
  private static final OrganizationKind MUNICIPALITY = OrganizationKind.MUNICIPALITY;
  private static final OrganizationKind ESTABLISHMENT = OrganizationKind.ESTABLISHMENT;

  @Test
  void everyTierMayHaveItsOwnDate() {
    form.put(
        "actions",
        List.of(
            action(
                "2013-07-31",
                List.of(PREFECTURE, MUNICIPALITY),
                Map.of(PREFECTURE, "平成25年7月19日"))));

    assertThat(faults(DIVISION)).isEmpty();
  }

  @Test
  void onlyTiersOfTheAudienceAreAskedAndOnlyThoseAskedHaveDates() {
    form.put(
        "actions",
        List.of(
            action(null, List.of(ESTABLISHMENT), null),
            action(null, List.of(MUNICIPALITY), Map.of(PREFECTURE, "2013-07-31")),
            action(null, null, Map.of(ESTABLISHMENT, "2013-07-10")),
            action(null, List.of(PREFECTURE, PREFECTURE), null)));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/requestedActions/0/asks/0", "action.asks-outside-audience"),
            tuple("/requestedActions/1/dueOnByTier/prefecture", "action.date-asks-nobody"),
            tuple("/requestedActions/2/dueOnByTier/establishment", "action.date-asks-nobody"),
            tuple("/requestedActions/2/dueOnByTier/establishment", "action.due-before-issue"),
            tuple("/requestedActions/3/asks/1", "list.duplicate"));
  }

  @Test
  void tierAboveHasNoMoreTimeThanOneBelowUnlessTheReasonIsSaid() {
    Map<OrganizationKind, @Nullable String> earlierBelow = Map.of(MUNICIPALITY, "2013-07-20");
    form.put("actions", List.of(action("2013-07-31", null, earlierBelow)));
    assertThat(faults(DIVISION))
        .containsExactly(
            tuple("/requestedActions/0/dueOnByTier/prefecture", "action.upper-later-than-lower"));

    form.put(
        "actions",
        List.of(
            new ActionForm(
                "取りまとめること", "2013-07-31", null, null, null, null, earlierBelow, "都道府県が取りまとめるため")));
    assertThat(faults(DIVISION)).isEmpty();
  }

  @Test
  void checklistIsForEstablishments() {
    form.put(
        "actions",
        List.of(
            new ActionForm(
                "点検",
                null,
                CHECKLIST.toString(),
                null,
                ActionKind.CHECK,
                List.of(MUNICIPALITY),
                null,
                null)));

    assertThat(faults(DIVISION))
        .containsExactly(tuple("/requestedActions/0/asks", "action.checklist-asks-establishments"));
  }

  @Test
  void allChecklistsOfANoticeAreAnsweredByOneDay() {
    toEstablishments();
    form.put(
        "actions",
        List.of(
            new ActionForm("a", "2013-07-31", CHECKLIST.toString(), null),
            new ActionForm("b", "2013-08-01", OTHER_CHECKLIST.toString(), null)));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/requestedActions/1/dueOn", "action.checklists-differ-in-date"));

    form.put(
        "actions",
        List.of(
            new ActionForm("a", "2013-07-31", CHECKLIST.toString(), null),
            new ActionForm("b", "2013-07-31", OTHER_CHECKLIST.toString(), null)));
    assertThat(faults(DIVISION)).isEmpty();
  }

  @Test
  void whatIsForAttentionAsksNothing() {
    form.put("purpose", NoticePurpose.FOR_ATTENTION);
    assertThat(faults(DIVISION)).isEmpty();

    form.put("actions", List.of(action(null, null, null)));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/requestedActions", "notice.for-attention-with-actions"));
  }

  @Test
  void whatIsConfidentialDoesNotTravelInsideAnother() {
    form.put("relations", List.of(encloses(CONFIDENTIAL.toString())));

    assertThat(faults(DIVISION))
        .containsExactly(tuple("/relations/0/noticeId", "relation.encloses-confidential"));
  }

  private void toEstablishments() {
    audience(
        a ->
            new AudienceForm(
                List.of(PREFECTURE, ESTABLISHMENT),
                List.of(PREFECTURE),
                null,
                null,
                null,
                null,
                null));
  }

  private static ActionForm action(
      @Nullable String dueOn,
      @Nullable List<OrganizationKind> asks,
      @Nullable Map<OrganizationKind, @Nullable String> byTier) {
    return new ActionForm("周知すること", dueOn, null, null, null, asks, byTier, null);
  }
}
