package org.todoke.notice.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways on which a notice comes to one organisation, and who holds it up. Who was expected to
 * have it and has not is stuck, on each of its lines, at the lowest organisation above it that the
 * notice has reached and that has not passed it on.
 *
 * @param issuer who issued it: the top of every jurisdiction line
 * @param jurisdictions of an establishment one; of a corporation one for every place
 * @param operator its corporation, if that belongs to the audience
 */
record Way(
    Station target, Station issuer, List<Jurisdiction> jurisdictions, @Nullable Station operator) {

  Way {
    jurisdictions = List.copyOf(jurisdictions);
  }

  /** Those above the target by place; either may be missing from the audience. */
  record Jurisdiction(@Nullable Station prefecture, @Nullable Station municipality) {}

  /** Nothing is missing for whoever has it, and for whoever need not have it. */
  List<Missing> missingLinks() {
    if (target.isReached() || target.excuse() != null) {
      return List.of();
    }
    List<Missing> missing = new ArrayList<>();
    for (Jurisdiction line : jurisdictions) {
      onJurisdiction(line).filter(link -> !missing.contains(link)).ifPresent(missing::add);
    }
    if (operator != null && operator.isReached()) {
      missing(PathView.Line.OPERATOR, operator, List.of(target)).ifPresent(missing::add);
    }
    return List.copyOf(missing);
  }

  /** Upwards from the lowest; whoever is reached first is the one to ask. */
  private Optional<Missing> onJurisdiction(Jurisdiction line) {
    List<Station> nearer = new ArrayList<>();
    nearer.add(target);
    if (operator != null) {
      nearer.add(operator);
    }
    if (line.municipality() != null) {
      if (line.municipality().isReached()) {
        return missing(PathView.Line.JURISDICTION, line.municipality(), nearer);
      }
      nearer.add(line.municipality());
    }
    if (line.prefecture() != null) {
      if (line.prefecture().isReached()) {
        return missing(PathView.Line.JURISDICTION, line.prefecture(), nearer);
      }
      nearer.add(line.prefecture());
    }
    return missing(PathView.Line.JURISDICTION, issuer, nearer);
  }

  /**
   * @param nearer whoever is nearer to the target than the holder, the target included
   */
  private static Optional<Missing> missing(
      PathView.Line line, Station holder, List<Station> nearer) {
    if (nearer.stream().anyMatch(s -> s.isReached() && hasHanded(holder, s))) {
      return Optional.empty();
    }
    return Optional.of(
        firstAddressed(holder, nearer)
            .or(() -> firstOmitted(holder, nearer))
            .orElseGet(() -> Missing.notPassedOn(holder))
            .on(line));
  }

  private static boolean hasHanded(Station holder, Station to) {
    Station.Handing handing = holder.handed().get(to.organization());
    return handing != null && !handing.isOmission() || to.hasArrivalFrom(holder.organization());
  }

  private static Optional<Missing> firstAddressed(Station holder, List<Station> nearer) {
    return nearer.stream()
        .filter(s -> hasHanded(holder, s))
        .findFirst()
        .map(s -> Missing.inTransit(holder, s, holder.handed().get(s.organization())));
  }

  private static Optional<Missing> firstOmitted(Station holder, List<Station> nearer) {
    return nearer.stream()
        .filter(s -> holder.handed().containsKey(s.organization()))
        .findFirst()
        .map(s -> Missing.omitted(holder, s, holder.handed().get(s.organization())));
  }
}
