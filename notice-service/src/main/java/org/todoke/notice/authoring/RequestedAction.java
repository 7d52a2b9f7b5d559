package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/**
 * Something that the notice asks for: of whom, by when, and with which checklist it is answered.
 *
 * @param allowances the office days that a tier is given from its own receipt on
 * @param kind what it is about
 * @param asks the tiers that have to do it; null for everybody
 * @param dueOnByTier dates of tiers that are not {@code dueOn}
 * @param dueOnReason why a tier has more time than one below it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestedAction(
    String text,
    @Nullable LocalDate dueOn,
    @Nullable UUID checklistId,
    @Nullable Map<OrganizationKind, Integer> allowances,
    @Nullable ActionKind kind,
    @Nullable List<OrganizationKind> asks,
    @Nullable Map<OrganizationKind, LocalDate> dueOnByTier,
    @Nullable String dueOnReason) {

  public RequestedAction {
    // What was stored before there were kinds has none.
    kind = kind != null ? kind : checklistId != null ? ActionKind.CHECK : ActionKind.ACT;
  }

  /** Of everybody, by one date. */
  RequestedAction(
      String text,
      @Nullable LocalDate dueOn,
      @Nullable UUID checklistId,
      @Nullable Map<OrganizationKind, Integer> allowances) {
    this(text, dueOn, checklistId, allowances, null, null, null, null);
  }

  boolean asks(OrganizationKind tier) {
    return asks == null || asks.contains(tier);
  }

  /** By when a tier that it asks has to have done it; null for no date. */
  @Nullable LocalDate dueOn(OrganizationKind tier) {
    return dueOnByTier == null ? dueOn : dueOnByTier.getOrDefault(tier, dueOn);
  }

  /**
   * The same duty, by whichever day and within whichever time: what was done about one is done
   * about the other.
   */
  boolean asksTheSameAs(RequestedAction other) {
    return withoutDate().equals(other.withoutDate());
  }

  private RequestedAction withoutDate() {
    return new RequestedAction(text, null, checklistId, null, kind, asks, null, null);
  }
}
