package org.todoke.notice.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/**
 * By when the tiers of a notice have to be done.
 *
 * @param earliest of all; null where no action names a date
 * @param byTier the date of each, where they are not all {@code earliest}; a tier that is left out
 *     has none
 */
public record TierDates(
    @Nullable LocalDate earliest, @Nullable Map<OrganizationKind, LocalDate> byTier) {

  /** As the functions {@code date_of_tier} and {@code date_handed_down} take it. */
  public @Nullable String byTierJson() {
    return byTier == null
        ? null
        : new TreeMap<>(byTier)
            .entrySet().stream()
                .map(e -> "\"%s\":\"%s\"".formatted(e.getKey().wireName(), e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
  }

  /** Every date that lies before that day, once. */
  public List<LocalDate> before(LocalDate day) {
    Collection<LocalDate> all =
        byTier != null ? byTier.values() : earliest == null ? List.of() : List.of(earliest);
    return all.stream().filter(date -> date.isBefore(day)).distinct().sorted().toList();
  }

  /** Puts off what lies before that day; nothing is brought forward. */
  public TierDates putOffTo(LocalDate day) {
    if (byTier == null) {
      return new TierDates(day, null);
    }
    Map<OrganizationKind, LocalDate> later = new TreeMap<>();
    byTier.forEach((tier, date) -> later.put(tier, date.isBefore(day) ? day : date));
    LocalDate first = later.values().stream().min(Comparator.naturalOrder()).orElse(day);
    return new TierDates(first, Map.copyOf(later));
  }
}
