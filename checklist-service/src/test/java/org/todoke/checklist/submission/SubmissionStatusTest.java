package org.todoke.checklist.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionStatusTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_STARTED, IN_PROGRESS, COMPLETED",
    "IN_PROGRESS, IN_PROGRESS, COMPLETED",
    "COMPLETED, COMPLETED, AMENDED",
    "AMENDED, AMENDED, AMENDED"
  })
  void draftNeverTakesBackWhatWasCompleted(
      SubmissionStatus status, SubmissionStatus drafted, SubmissionStatus completed) {
    assertThat(status.draftSaved()).isEqualTo(drafted);
    assertThat(status.completed()).isEqualTo(completed);
  }
}
