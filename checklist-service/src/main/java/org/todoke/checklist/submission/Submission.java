package org.todoke.checklist.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.StoredJson;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.contracts.SubmissionResult;

/** Where the answers of one assignment stand. Changed only under the assignment's lock. */
@Entity
class Submission {

  private static final TypeReference<Answers> ANSWERS = new TypeReference<>() {};

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Column(name = "notice_id")
  private UUID noticeId;

  private String status;
  private String result;
  private int revision;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable String draft;

  @Column(name = "draft_saved_at")
  private @Nullable Instant draftSavedAt;

  private int edition;

  /** For Hibernate. */
  protected Submission() {}

  private Submission(Assignment assignment) {
    assignmentId = assignment.id();
    noticeId = assignment.noticeId();
    status = SubmissionStatus.NOT_STARTED.wireName();
    result = SubmissionResult.NOT_ASSESSED.wireName();
  }

  /** What there is before anybody has answered: not stored until somebody does. */
  static Submission notStarted(Assignment assignment) {
    return new Submission(assignment);
  }

  void saveDraft(Answers answers, Instant now) {
    status = status().draftSaved().wireName();
    draft = StoredJson.write(answers);
    draftSavedAt = now;
    edition++;
  }

  void dropDraft() {
    if (draft != null) {
      draft = null;
      draftSavedAt = null;
      edition++;
    }
  }

  /**
   * @param at when it was answered
   * @return the number of the new revision
   */
  int complete(SubmissionResult newResult, Instant at) {
    status = status().completed().wireName();
    result = newResult.wireName();
    if (answeredAt == null) {
      answeredAt = at;
    }
    edition++;
    return ++revision;
  }

  SubmissionStatus status() {
    return SubmissionStatus.ofWireName(status);
  }

  SubmissionResult result() {
    return Arrays.stream(SubmissionResult.values())
        .filter(r -> r.wireName().equals(result))
        .findFirst()
        .orElseThrow();
  }

  int revision() {
    return revision;
  }

  boolean isCompleted() {
    return revision > 0;
  }

  Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  Optional<Answers> draft() {
    return Optional.ofNullable(draft).map(json -> StoredJson.read(json, ANSWERS));
  }

  @Nullable Instant draftSavedAt() {
    return draftSavedAt;
  }

  /** The ETag: 0 while there is nothing. */
  int edition() {
    return edition;
  }
}
