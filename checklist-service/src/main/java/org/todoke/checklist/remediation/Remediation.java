package org.todoke.checklist.remediation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.assignment.Assignment;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/** What is done about one answer that did not comply. Changed only under the assignment's lock. */
@Entity
class Remediation {

  @Id private UUID id;

  @Column(name = "notice_id", updatable = false)
  private UUID noticeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  @Column(name = "item_id", updatable = false)
  private String itemId;

  @Column(updatable = false)
  private int revision;

  private String state;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  private @Nullable String measures;

  @Column(name = "completed_on")
  private @Nullable LocalDate completedOn;

  @Column(name = "completed_by")
  private @Nullable String completedBy;

  private @Nullable String channel;

  @Column(name = "recorded_at")
  private @Nullable Instant recordedAt;

  @Column(name = "withdrawal_reason")
  private @Nullable String withdrawalReason;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  /** For Hibernate. */
  protected Remediation() {}

  private Remediation(Assignment assignment, int revision, String itemId, Instant at) {
    String name = "todoke:remediation:" + assignment.id() + "/" + revision + "/" + itemId;
    this.id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    this.noticeId = assignment.noticeId();
    this.assignmentId = assignment.id();
    this.itemId = itemId;
    this.revision = revision;
    this.openedAt = at;
    this.state = RemediationState.Open.NAME;
  }

  static Remediation open(Assignment assignment, int revision, String itemId, Instant at) {
    return new Remediation(assignment, revision, itemId, at);
  }

  RemediationState state() {
    return switch (state) {
      case RemediationState.Open.NAME -> new RemediationState.Open();
      case RemediationState.InProgress.NAME ->
          new RemediationState.InProgress(Objects.requireNonNull(startedAt));
      case RemediationState.Completed.NAME -> new RemediationState.Completed(report());
      case RemediationState.Withdrawn.NAME ->
          new RemediationState.Withdrawn(
              WithdrawalReason.ofWireName(Objects.requireNonNull(withdrawalReason)),
              Objects.requireNonNull(withdrawnAt));
      default -> throw new IllegalStateException("no such state in this version: " + state);
    };
  }

  /** The one way in which a state is written down. */
  void become(RemediationState next) {
    state = next.wireName();
    if (next instanceof RemediationState.InProgress begun) {
      startedAt = begun.since();
    } else if (next instanceof RemediationState.Completed completed) {
      measures = completed.report().measures();
      completedOn = completed.report().on();
      completedBy = completed.report().by().value();
      channel = completed.report().channel().wireName();
      recordedAt = completed.report().recordedAt();
    } else if (next instanceof RemediationState.Withdrawn withdrawn) {
      withdrawalReason = withdrawn.reason().wireName();
      withdrawnAt = withdrawn.at();
    }
  }

  private RemediationState.Report report() {
    return new RemediationState.Report(
        Objects.requireNonNull(measures),
        Objects.requireNonNull(completedOn),
        OrganizationCode.of(Objects.requireNonNull(completedBy)),
        Arrays.stream(Channel.values())
            .filter(c -> c.wireName().equals(channel))
            .findFirst()
            .orElseThrow(),
        Objects.requireNonNull(recordedAt));
  }

  UUID id() {
    return id;
  }

  UUID assignmentId() {
    return assignmentId;
  }

  String itemId() {
    return itemId;
  }
}
