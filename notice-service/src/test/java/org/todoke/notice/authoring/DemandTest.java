package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.contracts.OrganizationKind.ASSOCIATION;
import static org.todoke.contracts.OrganizationKind.CORPORATION;
import static org.todoke.contracts.OrganizationKind.ESTABLISHMENT;
import static org.todoke.contracts.OrganizationKind.MUNICIPALITY;
import static org.todoke.contracts.OrganizationKind.PREFECTURE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.TierDates;

/** What several actions together want of a tier. */
class DemandTest {

  private static final LocalDate FIRST = LocalDate.of(2013, 7, 19);
  private static final LocalDate LAST = LocalDate.of(2013, 7, 31);
  private static final List<OrganizationKind> ALL =
      List.of(PREFECTURE, MUNICIPALITY, ASSOCIATION, CORPORATION, ESTABLISHMENT);

  @Test
  void withoutActionsEverybodyIsAskedAndNobodyHasADate() {
    Demand demand = new Demand(List.of(), ALL);

    assertThat(demand.asked()).isEqualTo(ALL);
    assertThat(demand.dates()).isEqualTo(new TierDates(null, null));
  }

  @Test
  void oneDateForEverybodyIsNoTableOfTiers() {
    assertThat(dates(action(LAST, null, null))).isEqualTo(new TierDates(LAST, null));
  }

  @Test
  void tierHasTheEarliestDateOfWhatAsksIt() {
    TierDates dates =
        dates(action(LAST, null, null), action(FIRST, List.of(PREFECTURE, MUNICIPALITY), null));

    assertThat(dates.earliest()).isEqualTo(FIRST);
    assertThat(dates.byTier())
        .isEqualTo(
            Map.of(
                PREFECTURE, FIRST,
                MUNICIPALITY, FIRST,
                ASSOCIATION, LAST,
                CORPORATION, LAST,
                ESTABLISHMENT, LAST));
  }

  @Test
  void whoOnlyPassesItOnHasTheDateOfThoseBelowAndWhoIsBesideTheWayHasNone() {
    TierDates dates = dates(action(LAST, List.of(ESTABLISHMENT), null));

    assertThat(dates.byTier())
        .isEqualTo(
            Map.of(PREFECTURE, LAST, MUNICIPALITY, LAST, CORPORATION, LAST, ESTABLISHMENT, LAST));
    assertThat(new Demand(List.of(action(LAST, List.of(ESTABLISHMENT), null)), ALL).asked())
        .containsExactly(ESTABLISHMENT);
  }

  @Test
  void dateOfEstablishmentsIsThatOfTheirChecklists() {
    RequestedAction check = new RequestedAction("点検", LAST, UUID.randomUUID(), null);

    TierDates dates = dates(action(FIRST, null, null), check);

    assertThat(dates.byTier()).containsEntry(PREFECTURE, FIRST).containsEntry(ESTABLISHMENT, LAST);
  }

  @Test
  void dateOfATierGoesBeforeTheCommonOne() {
    TierDates dates = dates(action(LAST, null, Map.of(PREFECTURE, FIRST)));

    assertThat(dates.byTier()).containsEntry(PREFECTURE, FIRST).containsEntry(MUNICIPALITY, LAST);
    assertThat(dates.byTierJson()).startsWith("{").contains("\"prefecture\":\"2013-07-19\"");
  }

  @Test
  void puttingOffBringsNothingForward() {
    LocalDate between = LocalDate.of(2013, 7, 25);
    TierDates later =
        new TierDates(FIRST, Map.of(PREFECTURE, FIRST, CORPORATION, LAST)).putOffTo(between);

    assertThat(later)
        .isEqualTo(new TierDates(between, Map.of(PREFECTURE, between, CORPORATION, LAST)));
    assertThat(later.before(LAST)).containsExactly(between);
    assertThat(new TierDates(FIRST, null).putOffTo(LAST)).isEqualTo(new TierDates(LAST, null));
  }

  private static TierDates dates(RequestedAction... actions) {
    return new Demand(List.of(actions), ALL).dates();
  }

  private static RequestedAction action(
      @Nullable LocalDate dueOn,
      @Nullable List<OrganizationKind> asks,
      @Nullable Map<OrganizationKind, LocalDate> byTier) {
    return new RequestedAction("周知すること", dueOn, null, null, null, asks, byTier, null);
  }
}
