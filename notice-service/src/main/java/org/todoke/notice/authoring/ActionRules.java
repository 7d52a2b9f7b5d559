package org.todoke.notice.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.NoticeForm.ActionForm;
import org.todoke.notice.deadline.Allowances;
import org.todoke.notice.input.Checks;

/**
 * What a notice may ask: of tiers that it is for, by days after its own, and of those above not
 * later than of those below, because a paper comes down from them.
 */
final class ActionRules {

  static final int MAX_ACTIONS = 10;
  static final int MAX_TIERS = 10;
  static final int MAX_REASON = 500;

  private final LocalDate issuedOn;
  private final List<OrganizationKind> tiers;
  private final Surroundings known;
  private final Checks checks;
  private final Set<UUID> checklists = new HashSet<>();

  private ActionRules(
      LocalDate issuedOn, List<OrganizationKind> tiers, Surroundings known, Checks checks) {
    this.issuedOn = issuedOn;
    this.tiers = tiers;
    this.known = known;
    this.checks = checks;
  }

  /**
   * @param tiers those of the audience
   */
  static List<RequestedAction> judge(
      NoticeForm form,
      LocalDate issuedOn,
      List<OrganizationKind> tiers,
      Surroundings known,
      Checks checks) {
    List<ActionForm> given = checks.list("/requestedActions", form.requestedActions(), MAX_ACTIONS);
    if (form.purpose() == NoticePurpose.FOR_ATTENTION && !given.isEmpty()) {
      checks.add("/requestedActions", "notice.for-attention-with-actions");
    }
    return new ActionRules(issuedOn, tiers, known, checks).actions(given);
  }

  private List<RequestedAction> actions(List<ActionForm> given) {
    var actions = new ArrayList<RequestedAction>();
    for (int i = 0; i < given.size(); i++) {
      actions.add(action("/requestedActions/" + i, given.get(i)));
    }
    oneDateOfAllChecklists(actions);
    return actions;
  }

  private RequestedAction action(String at, ActionForm form) {
    LocalDate dueOn = date(at + "/dueOn", form.dueOn());
    List<OrganizationKind> asks = asks(at + "/asks", form.asks());
    RequestedAction action =
        new RequestedAction(
            checks.required(at + "/text", form.text(), NoticeRules.MAX_NOTE),
            dueOn,
            checklist(at + "/checklistId", form),
            Allowances.judge(at + "/allowances", form.allowances(), checks),
            form.kind(),
            asks,
            byTier(at + "/dueOnByTier", form.dueOnByTier(), asks),
            checks.optional(at + "/dueOnReason", form.dueOnReason(), MAX_REASON).orElse(null));
    if (action.checklistId() != null && !action.asks(OrganizationKind.ESTABLISHMENT)) {
      checks.add(at + "/asks", "action.checklist-asks-establishments");
    }
    if (action.dueOnReason() == null) {
      upperNotLater(at + "/dueOnByTier", action);
    }
    return action;
  }

  private @Nullable LocalDate date(String at, @Nullable String text) {
    LocalDate day = checks.date(at, text).orElse(null);
    if (day != null && day.isBefore(issuedOn)) {
      checks.add(at, "action.due-before-issue");
    }
    return day;
  }

  private @Nullable UUID checklist(String at, ActionForm form) {
    UUID checklist = checks.id(at, form.checklistId()).orElse(null);
    if (checklist != null && !checklists.add(checklist)) {
      checks.add(at, "list.duplicate");
    } else if (checklist != null && !known.checklists().contains(checklist)) {
      checks.add(at, "action.checklist-not-published");
    }
    return checklist;
  }

  private @Nullable List<OrganizationKind> asks(
      String at, @Nullable List<@Nullable OrganizationKind> given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    List<OrganizationKind> asks = checks.list(at, given, MAX_TIERS);
    checks.distinct(at, asks);
    for (int i = 0; i < asks.size(); i++) {
      if (!tiers.contains(asks.get(i))) {
        checks.add(at + "/" + i, "action.asks-outside-audience", asks.get(i).wireName());
      }
    }
    return List.copyOf(asks);
  }

  private @Nullable Map<OrganizationKind, LocalDate> byTier(
      String at,
      @Nullable Map<OrganizationKind, @Nullable String> given,
      @Nullable List<OrganizationKind> asks) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    var dates = new EnumMap<OrganizationKind, LocalDate>(OrganizationKind.class);
    given.forEach(
        (tier, text) -> {
          String here = at + "/" + tier.wireName();
          if (text == null || text.isBlank()) {
            checks.add(here, "value.required");
          } else if (asks == null ? !tiers.contains(tier) : !asks.contains(tier)) {
            checks.add(here, "action.date-asks-nobody", tier.wireName());
          }
          LocalDate day = date(here, text);
          if (day != null) {
            dates.put(tier, day);
          }
        });
    return dates;
  }

  private void upperNotLater(String at, RequestedAction action) {
    for (OrganizationKind upper : tiers) {
      LocalDate day = action.dueOn(upper);
      if (day == null || !action.asks(upper)) {
        continue;
      }
      boolean later =
          tiers.stream()
              .filter(lower -> Demand.isAbove(upper, lower) && action.asks(lower))
              .map(action::dueOn)
              .anyMatch(below -> below != null && day.isAfter(below));
      if (later) {
        checks.add(at + "/" + upper.wireName(), "action.upper-later-than-lower", upper.wireName());
      }
    }
  }

  /** An establishment has answered when it has answered all that it is asked: by one day. */
  private void oneDateOfAllChecklists(List<RequestedAction> actions) {
    LocalDate first = null;
    boolean any = false;
    for (int i = 0; i < actions.size(); i++) {
      RequestedAction action = actions.get(i);
      if (action.checklistId() == null) {
        continue;
      }
      LocalDate day = action.dueOn(OrganizationKind.ESTABLISHMENT);
      if (!any) {
        first = day;
        any = true;
      } else if (day == null ? first != null : !day.equals(first)) {
        checks.add("/requestedActions/" + i + "/dueOn", "action.checklists-differ-in-date");
      }
    }
  }
}
