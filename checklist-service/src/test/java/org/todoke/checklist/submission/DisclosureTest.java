package org.todoke.checklist.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.contracts.SubmissionResult;

class DisclosureTest {

  private static final Answers ANSWERS =
      Answers.of(
          Map.of(
              "uses-service", "yes",
              "purpose", "申し送り",
              "persons-affected", "12",
              "checked-by", "架空太郎",
              "checked-on", "2013-07-18"));

  @Test
  void readerWithTheTaskReadsEverything() {
    Disclosure disclosure = Disclosure.of(ANSWERS, Vol334.definition(), true);

    assertThat(disclosure.answers())
        .containsEntry("purpose", "申し送り")
        .containsEntry("checked-by", "架空太郎")
        .containsEntry("persons-affected", new BigDecimal("12"));
    assertThat(disclosure.withheld()).isEmpty();
  }

  @Test
  void readerWithoutTheTaskReadsCodesAndIsToldWhatItDoesNotRead() {
    Disclosure disclosure = Disclosure.of(ANSWERS, Vol334.definition(), false);

    assertThat(disclosure.answers())
        .containsOnlyKeys("uses-service", "persons-affected", "checked-on");
    assertThat(disclosure.withheld()).containsExactly("purpose", "checked-by");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLIANT, ESTABLISHMENT, kj:3870498114, false",
    "PARTIALLY_COMPLIANT, CORPORATION, cn:2999905000101, false",
    "COMPLIANT, PROXY, lg:382043, false",
    "COMPLIANT, PROXY, lg:380008, true",
    "NON_COMPLIANT, ESTABLISHMENT, kj:3870498114, true",
    "NON_COMPLIANT, PROXY, lg:382043, true"
  })
  void prefectureHasADutyWhereItEnteredTheAnswerOrWhereItDoesNotComply(
      SubmissionResult result, SubmissionOrigin origin, String by, boolean duty) {
    var testimony =
        new Testimony(
            origin, OrganizationCode.of(by), Channel.FAX, Instant.parse("2013-07-18T00:00:00Z"));

    assertThat(Disclosure.hasDutyToAct(result, testimony, OrganizationCode.of("lg:380008")))
        .isEqualTo(duty);
  }
}
