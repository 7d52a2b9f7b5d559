package org.todoke.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Violation;

class ContactTest {

  private static final OrganizationCode CITY = OrganizationCode.of("lg:382043");
  private static final OrganizationCode MINISTRY = OrganizationCode.of("go:mhlw");
  private static final Instant MORNING = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final ReachabilityReport GONE =
      report(ReachabilityState.UNREACHABLE, FailureReason.NOT_IN_SERVICE);

  private final Contact contact =
      new Contact(
          OrganizationCode.of("kj:3870498114"),
          new ContactDetails(Channel.FAX, "0894-00-0001", null, null),
          LocalDate.of(2026, 4, 1));

  @Test
  void nothingIsKnownOfItAtFirst() {
    assertThat(contact.reachability())
        .isEqualTo(new Reachability(ReachabilityState.UNTESTED, null, null, null));
  }

  @Test
  void reportSaysSinceWhenAndByWhom() {
    assertThat(contact.report(GONE, CITY, MORNING)).isTrue();

    assertThat(contact.reachability())
        .isEqualTo(
            new Reachability(
                ReachabilityState.UNREACHABLE, MORNING, FailureReason.NOT_IN_SERVICE, CITY));
  }

  @Test
  void sameReportAgainChangesNothing() {
    contact.report(GONE, CITY, MORNING);

    assertThat(contact.report(GONE, MINISTRY, NOON)).isFalse();

    assertThat(contact.reachability().since()).isEqualTo(MORNING);
    assertThat(contact.reachability().reportedBy()).isEqualTo(CITY);
  }

  @Test
  void anotherReasonLeavesTheBeginningOfTheState() {
    contact.report(GONE, CITY, MORNING);

    assertThat(
            contact.report(
                report(ReachabilityState.UNREACHABLE, FailureReason.RETURNED), MINISTRY, NOON))
        .isTrue();

    assertThat(contact.reachability())
        .isEqualTo(
            new Reachability(
                ReachabilityState.UNREACHABLE, MORNING, FailureReason.RETURNED, MINISTRY));
  }

  @Test
  void anotherStateBeginsAnew() {
    contact.report(GONE, CITY, MORNING);
    contact.report(report(ReachabilityState.REACHABLE, null), CITY, NOON);

    assertThat(contact.reachability())
        .isEqualTo(new Reachability(ReachabilityState.REACHABLE, NOON, null, CITY));
  }

  @Test
  void anotherNumberIsUntestedAndAnotherDepartmentIsNot() {
    contact.report(GONE, CITY, MORNING);

    contact.change(new ContactDetails(Channel.FAX, "0894-00-0001", "夜間", null));
    assertThat(contact.reachability().state()).isEqualTo(ReachabilityState.UNREACHABLE);

    contact.change(new ContactDetails(Channel.FAX, "0894-00-0002", "夜間", null));
    assertThat(contact.reachability())
        .isEqualTo(new Reachability(ReachabilityState.UNTESTED, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "UNTESTED,, contact.reachability-not-reported",
    "UNREACHABLE,, contact.failure-without-reason",
    "FAILING,, contact.failure-without-reason",
    "REACHABLE, BUSY, contact.reason-without-failure",
    "REACHABLE,,",
    "FAILING, BUSY,",
  })
  void failureHasAReasonAndNothingElseHas(
      ReachabilityState state, @Nullable FailureReason reason, @Nullable String fault) {
    assertThat(report(state, reason).fault().map(Violation::code).orElse(null)).isEqualTo(fault);
  }

  private static ReachabilityReport report(
      ReachabilityState state, @Nullable FailureReason reason) {
    return new ReachabilityReport(state, reason);
  }
}
