package org.todoke.notice.authoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.TierDates;

/** What a notice wants: of whom, and, once it is out, by when and with which checklists. */
@Embeddable
public class NoticeDemand {

  @Column(name = "purpose", nullable = false)
  private String purpose;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "requested_actions", nullable = false)
  private List<RequestedAction> requestedActions;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "due_by_tier")
  private @Nullable Map<OrganizationKind, LocalDate> dueByTier;

  @Column(name = "checklist_id")
  private @Nullable UUID checklistId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "more_checklists")
  private @Nullable List<UUID> moreChecklists;

  protected NoticeDemand() {
    // for Hibernate
  }

  NoticeDemand(NoticeContent content) {
    purpose = content.purpose().wireName();
    requestedActions = List.copyOf(content.requestedActions());
  }

  /** What holds from the issue on. */
  void freeze(Demand demand) {
    dates(demand.dates());
    List<UUID> checklists = demand.checklists();
    checklistId = checklists.isEmpty() ? null : checklists.get(0);
    moreChecklists =
        checklists.size() < 2 ? null : List.copyOf(checklists.subList(1, checklists.size()));
  }

  void dates(TierDates dates) {
    dueOn = dates.earliest();
    dueByTier = dates.byTier();
  }

  public TierDates dates() {
    return new TierDates(dueOn, dueByTier == null ? null : Map.copyOf(dueByTier));
  }

  public NoticePurpose purpose() {
    return Arrays.stream(NoticePurpose.values())
        .filter(p -> p.wireName().equals(purpose))
        .findFirst()
        .orElseThrow();
  }

  public List<RequestedAction> requestedActions() {
    return List.copyOf(requestedActions);
  }

  public @Nullable UUID checklistId() {
    return checklistId;
  }

  /** Besides {@link #checklistId}; null where there are no others. */
  public @Nullable List<UUID> moreChecklists() {
    return moreChecklists == null ? null : List.copyOf(moreChecklists);
  }
}
