package org.todoke.notice.path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.AsSuite;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.web.Refusal;

/** Tells how a notice came, or why it did not come yet. */
@ApplicationScoped
public class ReadPath {

  private final Standings standings;
  private final PathQuery query;
  private final Clock clock;

  ReadPath(Standings standings, PathQuery query, Clock clock) {
    this.standings = standings;
    this.query = query;
    this.clock = clock;
  }

  /**
   * @throws Refusal {@code notice.not-found} or {@code delivery.not-found}, also for what is not
   *     the caller's to see
   */
  public PathView of(UUID notice, OrganizationCode organization, OrganizationCode caller) {
    Standing standing = QuarkusTransaction.requiringNew().call(() -> standings.of(notice, caller));
    // The stations lie above the target, where row-level security lets nobody look from below.
    Way way =
        AsSuite.read(() -> query.find(notice, organization, standing))
            .orElseThrow(() -> Refusal.notFound("delivery.not-found"));
    return new View(notice, way, standing).asPath();
  }

  /**
   * Who holds the notice up, for each of many. As the suite, for organisations that the caller may
   * see; others are left out.
   */
  public Map<OrganizationCode, List<PathView.MissingLink>> missingLinks(
      UUID notice, Collection<OrganizationCode> organizations, Standing standing) {
    if (organizations.isEmpty()) {
      return Map.of();
    }
    return query.findAll(notice, organizations, standing).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                way -> way.getValue().missingLinks().stream().map(View::link).toList()));
  }

  /** What of a way is shown to whom. */
  private final class View {

    private final UUID notice;
    private final Way way;
    private final Standing standing;
    private final Set<OrganizationCode> onTheWay;

    View(UUID notice, Way way, Standing standing) {
      this.notice = notice;
      this.way = way;
      this.standing = standing;
      this.onTheWay =
          Stream.concat(
                  Stream.of(way.issuer(), way.target(), way.operator()),
                  way.jurisdictions().stream()
                      .flatMap(j -> Stream.of(j.prefecture(), j.municipality())))
              .filter(Objects::nonNull)
              .map(Station::organization)
              .collect(Collectors.toSet());
    }

    PathView asPath() {
      List<PathView.LineView> lines = new ArrayList<>();
      for (Way.Jurisdiction line : way.jurisdictions()) {
        lines.add(
            line(
                PathView.Line.JURISDICTION,
                Stream.of(way.issuer(), line.prefecture(), line.municipality(), way.target())));
      }
      if (way.operator() != null) {
        lines.add(line(PathView.Line.OPERATOR, Stream.of(way.operator(), way.target())));
      }
      return new PathView(
          notice,
          way.target().organization(),
          clock.instant(),
          lines,
          way.missingLinks().stream().map(View::link).toList());
    }

    private PathView.LineView line(PathView.Line line, Stream<Station> stations) {
      return new PathView.LineView(line, stations.filter(Objects::nonNull).map(this::hop).toList());
    }

    private PathView.Hop hop(Station s) {
      return new PathView.Hop(
          s.organization(),
          s.name(),
          s.kind(),
          s.arrivals().stream().map(a -> arrival(s, a)).toList(),
          s.reachedAt(),
          s.acknowledgedAt(),
          s.forwardedAt(),
          s.finalizedAt(),
          s.excuse() == null
              ? null
              : new PathView.Excuse(s.excuse().reason(), s.excuse().at(), s.excuse().by()));
    }

    /** A corporation may have it from a city that is none of the caller's business. */
    private PathView.Arrival arrival(Station at, Station.Arrival a) {
      boolean shown =
          standing.issuer()
              || standing.organization().equals(at.organization())
              || onTheWay.contains(a.from());
      return new PathView.Arrival(shown ? a.from() : null, a.channel(), a.time(), a.recordedTime());
    }

    private static PathView.MissingLink link(Missing m) {
      boolean omitted = m.why() == PathView.Why.OMITTED;
      return new PathView.MissingLink(
          m.line(),
          m.holder().organization(),
          m.holder().name(),
          m.since(),
          m.why(),
          m.concerning() == null ? null : m.concerning().organization(),
          omitted ? m.holder().organization() : null,
          m.reason(),
          m.channel());
    }
  }
}
