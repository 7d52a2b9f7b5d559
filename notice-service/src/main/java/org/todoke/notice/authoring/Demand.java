package org.todoke.notice.authoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.TierDates;

/**
 * What all requested actions of a notice together want of each tier of its audience.
 *
 * <p>The date of a tier is the earliest of the actions that ask it; of establishments that have
 * checklists, the date of these. Who is asked by none and passes the paper on has the earliest date
 * of those below: later it would be of no use to them. Who is asked by none and has nobody below
 * has no date.
 */
record Demand(List<RequestedAction> actions, Collection<OrganizationKind> tiers) {

  /** How far down a tier is; those beside each other are above nobody of these. */
  private static int depth(OrganizationKind tier) {
    return switch (tier) {
      case MINISTRY, DIVISION -> 0;
      case PREFECTURE -> 1;
      case MUNICIPALITY, UNION, ASSOCIATION -> 2;
      case CORPORATION -> 3;
      case ESTABLISHMENT -> 4;
    };
  }

  static boolean isAbove(OrganizationKind upper, OrganizationKind lower) {
    return passesOn(upper) && depth(upper) < depth(lower);
  }

  private static boolean passesOn(OrganizationKind tier) {
    return switch (tier) {
      case PREFECTURE, MUNICIPALITY, CORPORATION -> true;
      case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT -> false;
    };
  }

  /** The tiers of which something is asked: of all, where there are no actions. */
  List<OrganizationKind> asked() {
    return tiers.stream()
        .filter(tier -> actions.isEmpty() || actions.stream().anyMatch(a -> a.asks(tier)))
        .toList();
  }

  List<UUID> checklists() {
    return actions.stream().map(RequestedAction::checklistId).filter(Objects::nonNull).toList();
  }

  TierDates dates() {
    LocalDate earliest =
        earliest(tiers.stream().flatMap(tier -> dates(tier, actions.stream()))).orElse(null);
    Map<OrganizationKind, LocalDate> byTier = new EnumMap<>(OrganizationKind.class);
    tiers.forEach(tier -> of(tier).ifPresent(day -> byTier.put(tier, day)));
    boolean same =
        asked().size() == tiers.size()
            && tiers.stream().allMatch(tier -> Objects.equals(byTier.get(tier), earliest));
    return new TierDates(earliest, same ? null : Map.copyOf(byTier));
  }

  private Optional<LocalDate> of(OrganizationKind tier) {
    Optional<LocalDate> own = own(tier);
    return own.isPresent() || !passesOn(tier)
        ? own
        : earliest(
            tiers.stream().filter(lower -> isAbove(tier, lower)).flatMap(t -> own(t).stream()));
  }

  private Optional<LocalDate> own(OrganizationKind tier) {
    Optional<LocalDate> answer =
        tier == OrganizationKind.ESTABLISHMENT
            ? earliest(dates(tier, actions.stream().filter(a -> a.checklistId() != null)))
            : Optional.empty();
    return answer.or(() -> earliest(dates(tier, actions.stream())));
  }

  private static Stream<LocalDate> dates(OrganizationKind tier, Stream<RequestedAction> actions) {
    return actions
        .filter(action -> action.asks(tier))
        .flatMap(action -> Stream.<@Nullable LocalDate>ofNullable(action.dueOn(tier)));
  }

  private static Optional<LocalDate> earliest(Stream<LocalDate> days) {
    return days.min(Comparator.naturalOrder());
  }
}
