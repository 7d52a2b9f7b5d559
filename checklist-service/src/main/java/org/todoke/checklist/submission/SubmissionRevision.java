package org.todoke.checklist.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.StoredJson;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;
import org.todoke.contracts.SubmissionResult;
import org.todoke.web.JapaneseDay;

/** Completed answers as they were given. Never changed: an amendment is another one. */
@Entity
@Immutable
@Table(name = "submission_revision")
class SubmissionRevision {

  private static final TypeReference<Answers> ANSWERS = new TypeReference<>() {};

  /** Which one of which assignment. */
  @Embeddable
  record Key(@Column(name = "assignment_id") UUID assignmentId, int revision)
      implements Serializable {}

  @EmbeddedId private Key key;

  @Column(name = "notice_id")
  private UUID noticeId;

  @JdbcTypeCode(SqlTypes.JSON)
  private String answers;

  private String result;
  private String origin;

  @Column(name = "by_organization")
  private String byOrganization;

  private String channel;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /** Set by what follows a notice from version to version. */
  @Column(name = "carried_from")
  private @Nullable UUID carriedFrom;

  /** For Hibernate. */
  protected SubmissionRevision() {}

  SubmissionRevision(
      Assignment assignment,
      int revision,
      Answers answers,
      SubmissionResult result,
      Testimony testimony,
      Instant recordedAt) {
    this.key = new Key(assignment.id(), revision);
    this.noticeId = assignment.noticeId();
    this.answers = StoredJson.write(answers);
    this.result = result.wireName();
    this.origin = testimony.origin().wireName();
    this.byOrganization = testimony.by().value();
    this.channel = testimony.channel().wireName();
    this.answeredAt = testimony.at();
    this.recordedAt = recordedAt;
  }

  int revision() {
    return key.revision();
  }

  Answers answers() {
    return StoredJson.read(answers, ANSWERS);
  }

  SubmissionResult result() {
    return named(SubmissionResult.values(), SubmissionResult::wireName, result);
  }

  Testimony testimony() {
    return new Testimony(
        named(SubmissionOrigin.values(), SubmissionOrigin::wireName, origin),
        OrganizationCode.of(byOrganization),
        named(Channel.values(), Channel::wireName, channel),
        answeredAt);
  }

  Instant recordedAt() {
    return recordedAt;
  }

  /** The assignment for which it was answered, where that was one for a former version. */
  @Nullable UUID carriedFrom() {
    return carriedFrom;
  }

  /** Entered on a later day than it was answered, whether or not that was in time. */
  boolean isRecordedLate() {
    return JapaneseDay.of(recordedAt).isAfter(JapaneseDay.of(answeredAt));
  }

  private static <E> E named(E[] values, Function<E, String> wireName, String name) {
    return Arrays.stream(values)
        .filter(v -> wireName.apply(v).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in this version: " + name));
  }
}
