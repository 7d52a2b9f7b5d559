package org.todoke.checklist.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Line;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.web.JapaneseDay;

/**
 * The duty of one establishment to answer one checklist of one notice. Created by set-based
 * statements when the notice arrives; from then on its row is the lock under which everything about
 * it happens, and counts its events.
 */
@Entity
public class Assignment {

  @Id private UUID id;

  @Column(name = "notice_id", updatable = false)
  private UUID noticeId;

  @Column(name = "checklist_id", updatable = false)
  private UUID checklistId;

  @Column(name = "checklist_version", updatable = false)
  private int checklistVersion;

  @Column(updatable = false)
  private String establishment;

  private @Nullable String prefecture;
  private @Nullable String municipality;
  private @Nullable String corporation;

  @Column(updatable = false)
  private String usage;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  /** Set by what follows a notice from version to version. */
  @Column(name = "answerable_since", updatable = false)
  private @Nullable Instant answerableSince;

  private String state;

  @Column(name = "closure_reason")
  private @Nullable String closureReason;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "closed_by")
  private @Nullable String closedBy;

  private long seq;

  /** For Hibernate. */
  protected Assignment() {}

  /** The same on every machine and at every repetition: an arrival can be told from its second. */
  static UUID idOf(UUID noticeId, OrganizationCode establishment) {
    String name = "todoke:assignment:" + noticeId + "/" + establishment;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for a checklist that is not the first one of its notice. */
  static UUID idOf(UUID noticeId, OrganizationCode establishment, UUID checklist) {
    String name = "todoke:assignment:" + noticeId + "/" + establishment + "/" + checklist;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The number of the next event. Only under the lock of {@link Assignments#lockVisible}, which is
   * what keeps the events in this order.
   */
  public long nextSequence() {
    return ++seq;
  }

  public AssignmentState state() {
    if (state.equals(AssignmentState.Open.NAME)) {
      return new AssignmentState.Open();
    }
    return new AssignmentState.Closed(
        ClosureReason.ofWireName(Objects.requireNonNull(closureReason)),
        OrganizationCode.of(Objects.requireNonNull(closedBy)),
        Objects.requireNonNull(closedAt));
  }

  /** Where the organisation stands to it; empty for those whom it does not concern. */
  public Optional<Line> lineOf(OrganizationCode organization) {
    return Line.of(organization)
        .filter(
            line ->
                organization
                    .value()
                    .equals(
                        switch (line) {
                          case ESTABLISHMENT -> establishment;
                          case CORPORATION -> corporation;
                          case MUNICIPALITY -> municipality;
                          case PREFECTURE -> prefecture;
                        }));
  }

  /** Empty where no date was set: then nobody is late and nobody is on time. */
  public Optional<Boolean> wouldBeOnTime(Instant at) {
    return Optional.ofNullable(dueOn).map(due -> !JapaneseDay.of(at).isAfter(due));
  }

  public UUID id() {
    return id;
  }

  public UUID noticeId() {
    return noticeId;
  }

  public UUID checklistId() {
    return checklistId;
  }

  public int checklistVersion() {
    return checklistVersion;
  }

  public OrganizationCode establishment() {
    return OrganizationCode.of(establishment);
  }

  public Usage usage() {
    return Usage.valueOf(usage.toUpperCase(Locale.ROOT));
  }

  /** Since when there was something to answer: the same questions may have come before. */
  public Instant answerableSince() {
    return answerableSince == null ? arrivedAt : answerableSince;
  }
}
