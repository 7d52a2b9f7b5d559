package org.todoke.notice.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.Audience.Exemption;
import org.todoke.notice.place.Place;

/**
 * Whether one organisation is in an audience, and by which parts of the rule. Of those that keep it
 * out the first is named, in the order in which the issuer would have to change something.
 */
record AudienceVerdict(boolean included, List<Reason> reasons) {

  /**
   * @param pointer the part of the rule; null where it is none
   * @param args what the text mentions
   */
  record Reason(String code, @Nullable String pointer, List<Object> args) {

    static Reason of(String code, Object... args) {
      return new Reason(code, null, List.of(args));
    }

    Reason at(String part) {
      return new Reason(code, "/audience/" + part, args);
    }
  }

  /**
   * What the conditions of the rule say. Of a corporation, what they say of its establishments: of
   * those that meet the conditions before.
   *
   * @param signs whether it is an issuer of the notice
   * @param reached whether it lies in the jurisdiction
   * @param near of a corporation, whether an establishment with a place lies there
   * @param within whether it lies in the areas
   * @param offering whether it offers the services, or has below it somebody who does
   * @param establishmentsKept of a corporation, whether an establishment is left that is no
   *     exception
   * @param kept whether it is no exception itself
   * @param example of a corporation, one establishment that takes it in
   * @param services that it offers
   * @param departments of those that the notice names, the names of its own
   */
  record Facts(
      boolean signs,
      boolean reached,
      boolean near,
      boolean within,
      boolean offering,
      boolean establishmentsKept,
      boolean kept,
      @Nullable String example,
      List<String> services,
      List<String> departments) {}

  /**
   * A delivery that is there.
   *
   * @param departments see {@link Facts}
   * @param addedLater whether it came into the audience by a fact, after the issue
   */
  record Written(List<String> departments, boolean addedLater) {}

  static AudienceVerdict byRule(Place place, Audience audience, Facts facts) {
    return outBy(place, audience, facts)
        .map(reason -> new AudienceVerdict(false, List.of(reason)))
        .orElseGet(() -> new AudienceVerdict(true, inBy(place, audience, facts)));
  }

  /** Of the deliveries, those of the notice or of the former version. */
  static AudienceVerdict written(
      Place place, Audience audience, boolean frozen, Optional<Written> delivery) {
    if (delivery.isEmpty()) {
      return new AudienceVerdict(
          false,
          List.of(
              byName(place, audience)
                  .or(() -> byThoseAbove(place, audience))
                  .orElse(Reason.of("audience-reason.not-frozen"))));
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(frozen ? "audience-reason.frozen" : "audience-reason.former"));
    if (delivery.get().addedLater()) {
      reasons.add(Reason.of("audience-reason.added-later"));
    }
    addition(place, audience).ifPresent(reasons::add);
    departments(place, audience, delivery.get().departments()).ifPresent(reasons::add);
    return new AudienceVerdict(true, reasons);
  }

  private static Optional<Reason> outBy(Place place, Audience audience, Facts facts) {
    if (!place.active()) {
      return Optional.of(Reason.of("audience-reason.closed"));
    }
    if (facts.signs()) {
      return Optional.of(Reason.of("audience-reason.issuer"));
    }
    if (!facts.reached()) {
      return Optional.of(
          Reason.of(
              place.kind() == OrganizationKind.CORPORATION
                  ? "audience-reason.no-establishment"
                  : "audience-reason.outside-jurisdiction"));
    }
    if (!facts.kept()) {
      return byName(place, audience).or(() -> byThoseAbove(place, audience));
    }
    if (addition(place, audience).isPresent()) {
      return Optional.empty();
    }
    if (!audience.tiers().contains(place.kind())) {
      return Optional.of(Reason.of("audience-reason.no-tier", place.kind().wireName()).at("tiers"));
    }
    if (!facts.near()) {
      return Optional.of(Reason.of("audience-reason.no-establishment"));
    }
    if (!facts.within()) {
      return Optional.of(Reason.of("audience-reason.outside-areas").at("within"));
    }
    if (!facts.offering()) {
      return Optional.of(
          Reason.of(
                  place.kind() == OrganizationKind.ESTABLISHMENT
                      ? "audience-reason.no-such-service"
                      : "audience-reason.none-with-service")
              .at("serviceTypes"));
    }
    return facts.establishmentsKept()
        ? Optional.empty()
        : Optional.of(Reason.of("audience-reason.establishments-excepted").at("exceptions"));
  }

  private static List<Reason> inBy(Place place, Audience audience, Facts facts) {
    List<Reason> reasons = new ArrayList<>();
    addition(place, audience).ifPresent(reasons::add);
    if (reasons.isEmpty()) {
      String kind = place.kind().wireName();
      int tier = audience.tiers().indexOf(place.kind());
      reasons.add(Reason.of("audience-reason.tier", kind).at("tiers/" + tier));
      area(place, audience).ifPresent(reasons::add);
      if (!audience.serviceTypes().isEmpty()) {
        reasons.add(service(place, audience, facts));
      }
      if (facts.example() != null) {
        reasons.add(Reason.of("audience-reason.establishment", facts.example()));
      }
    }
    departments(place, audience, facts.departments()).ifPresent(reasons::add);
    return reasons;
  }

  private static Optional<Reason> addition(Place place, Audience audience) {
    int i = audience.added().indexOf(place.code());
    return i < 0
        ? Optional.empty()
        : Optional.of(
            Reason.of("audience-reason.addition", audience.additions().get(i).reason())
                .at("additions/" + i));
  }

  private static Optional<Reason> byName(Place place, Audience audience) {
    return exception(audience, e -> e.organization().equals(place.code()))
        .map(
            i ->
                Reason.of("audience-reason.exception", audience.exceptions().get(i).reason())
                    .at("exceptions/" + i));
  }

  private static Optional<Reason> byThoseAbove(Place place, Audience audience) {
    List<OrganizationCode> above = above(place);
    return exception(audience, e -> e.withThoseBelow() && above.contains(e.organization()))
        .map(
            i -> {
              Exemption exception = audience.exceptions().get(i);
              return Reason.of(
                      "audience-reason.exception-above",
                      exception.organization().value(),
                      exception.reason())
                  .at("exceptions/" + i);
            });
  }

  private static Optional<Integer> exception(Audience audience, Predicate<Exemption> wanted) {
    return IntStream.range(0, audience.exceptions().size())
        .filter(i -> wanted.test(audience.exceptions().get(i)))
        .boxed()
        .findFirst();
  }

  private static Optional<Reason> area(Place place, Audience audience) {
    List<OrganizationCode> lines =
        Stream.concat(Stream.of(place.code()), above(place).stream()).toList();
    return IntStream.range(0, audience.within().size())
        .filter(i -> lines.contains(audience.within().get(i)))
        .mapToObj(
            i ->
                Reason.of("audience-reason.area", audience.within().get(i).value())
                    .at("within/" + i))
        .findFirst();
  }

  private static Reason service(Place place, Audience audience, Facts facts) {
    if (place.kind() != OrganizationKind.ESTABLISHMENT) {
      return Reason.of("audience-reason.service-below").at("serviceTypes");
    }
    int first =
        IntStream.range(0, audience.serviceTypes().size())
            .filter(i -> facts.services().contains(audience.serviceTypes().get(i)))
            .findFirst()
            .orElseThrow();
    return Reason.of("audience-reason.service", audience.serviceTypes().get(first))
        .at("serviceTypes/" + first);
  }

  private static Optional<Reason> departments(
      Place place, Audience audience, List<String> departments) {
    if (audience.departments().isEmpty() || !place.kind().isLocalGovernment()) {
      return Optional.empty();
    }
    return Optional.of(
        (departments.isEmpty()
                ? Reason.of("audience-reason.no-department")
                : Reason.of("audience-reason.department", String.join("、", departments)))
            .at("departments"));
  }

  /** The lines in which it lies, as far as exceptions and areas look at them. */
  private static List<OrganizationCode> above(Place place) {
    Stream<@Nullable OrganizationCode> lines =
        switch (place.kind()) {
          case ASSOCIATION -> Stream.of(place.parent());
          case MUNICIPALITY, UNION -> Stream.of(place.prefecture());
          case ESTABLISHMENT ->
              Stream.of(place.prefecture(), place.municipality(), place.corporation());
          case MINISTRY, DIVISION, PREFECTURE, CORPORATION -> Stream.of();
        };
    return lines.flatMap(Stream::ofNullable).toList();
  }
}
