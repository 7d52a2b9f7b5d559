package org.todoke.checklist.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.todoke.checklist.Line;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.web.Violation;
import org.todoke.web.Violations;

class TestimonyRulesTest {

  private static final Instant ARRIVED = Instant.parse("2013-07-17T00:00:00Z");
  private static final Instant NOW = Instant.parse("2013-07-22T03:00:00Z");
  private static final OrganizationCode CITY = OrganizationCode.of("lg:382043");
  private static final OrganizationCode CORPORATION = OrganizationCode.of("cn:2999905000101");

  private final Violations violations = new Violations();
  private final TestimonyRules rules = new TestimonyRules(violations);

  @Test
  void operatorAnswersNow() {
    Testimony testimony = rules.read(Line.CORPORATION, CORPORATION, null, null, ARRIVED, NOW);

    assertThat(violations.list()).isEmpty();
    assertThat(testimony)
        .isEqualTo(new Testimony(SubmissionOrigin.CORPORATION, CORPORATION, Channel.INBOX, NOW));
  }

  @Test
  void operatorCannotSayThatItAnsweredEarlier() {
    rules.read(Line.ESTABLISHMENT, CORPORATION, ARRIVED, Channel.FAX, ARRIVED, NOW);

    assertThat(violations.list())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            tuple("/answeredAt", "submission.only-by-proxy"),
            tuple("/channel", "submission.only-by-proxy"));
  }

  @ParameterizedTest
  @EnumSource(names = {"MUNICIPALITY", "PREFECTURE"})
  void authorityTypesInWhatWasAnsweredByFax(Line authority) {
    Instant faxed = NOW.minus(Duration.ofDays(3));

    assertThat(rules.read(authority, CITY, faxed, Channel.FAX, ARRIVED, NOW))
        .isEqualTo(new Testimony(SubmissionOrigin.PROXY, CITY, Channel.FAX, faxed));
    assertThat(violations.list()).isEmpty();
  }

  @Test
  void authorityHasToSayHowAndWhen() {
    rules.read(Line.MUNICIPALITY, CITY, null, null, ARRIVED, NOW);

    assertThat(violations.list())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            tuple("/channel", "value.required"), tuple("/answeredAt", "value.required"));
  }

  @Test
  void inboxIsNoWayForAProxyToHearOfAnAnswer() {
    rules.read(Line.MUNICIPALITY, CITY, NOW, Channel.INBOX, ARRIVED, NOW);

    assertThat(violations.list())
        .singleElement()
        .returns("submission.proxy-not-by-inbox", Violation::code);
  }

  @Test
  void answerIsNeitherFromTheFutureNorFromBeforeTheArrival() {
    rules.read(Line.MUNICIPALITY, CITY, NOW.plusMillis(1), Channel.FAX, ARRIVED, NOW);
    rules.read(Line.MUNICIPALITY, CITY, ARRIVED.minusMillis(1), Channel.FAX, ARRIVED, NOW);
    rules.read(Line.MUNICIPALITY, CITY, NOW, Channel.FAX, ARRIVED, NOW);
    rules.read(Line.MUNICIPALITY, CITY, ARRIVED, Channel.FAX, ARRIVED, NOW);

    assertThat(violations.list())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            tuple("/answeredAt", "date.in-future"),
            tuple("/answeredAt", "submission.answered-before-arrival"));
  }
}
