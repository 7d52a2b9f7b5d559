package org.todoke.checklist.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

class RemediationStateTest {

  private static final Instant AT = Instant.parse("2013-07-19T00:00:00Z");
  private static final RemediationState.Report REPORT =
      new RemediationState.Report(
          "closed the group",
          LocalDate.of(2013, 7, 19),
          OrganizationCode.of("kj:3870498114"),
          Channel.INBOX,
          AT);

  @Test
  void openIsStartedAndThenCompleted() {
    RemediationState.InProgress begun = new RemediationState.Open().start(AT);

    assertThat(begun.since()).isEqualTo(AT);
    assertThat(begun.complete(REPORT).report()).isEqualTo(REPORT);
  }

  @Test
  void openMayBeCompletedAtOnce() {
    assertThat(new RemediationState.Open().complete(REPORT).wireName()).isEqualTo("completed");
  }

  @Test
  void onlyTheUnfinishedIsWithdrawn() {
    assertThat(new RemediationState.InProgress(AT).withdraw(WithdrawalReason.FINDING_REMOVED, AT))
        .isEqualTo(new RemediationState.Withdrawn(WithdrawalReason.FINDING_REMOVED, AT));
    assertThat(new RemediationState.Completed(REPORT))
        .isNotInstanceOf(RemediationState.Unfinished.class);
  }

  @Test
  void sameNewsFromSomebodyElseIsTheSameNews() {
    var byFax =
        new RemediationState.Report(
            REPORT.measures(),
            REPORT.on(),
            OrganizationCode.of("lg:382043"),
            Channel.FAX,
            AT.plusSeconds(60));
    var otherDay =
        new RemediationState.Report(
            REPORT.measures(), REPORT.on().minusDays(1), REPORT.by(), REPORT.channel(), AT);

    assertThat(REPORT.saysTheSameAs(byFax)).isTrue();
    assertThat(REPORT.saysTheSameAs(otherDay)).isFalse();
  }
}
