package org.todoke.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks every operation of an OpenAPI document as each caller that must be refused: nobody (401), a
 * role that the operation does not list (403), a token without organisation (403), and an
 * organisation that the thing is no business of (404, or an empty list). So that the last means
 * something, the owner is let in first wherever a GET allows to ask.
 *
 * <p>Every exception is named with its reason; one that no longer matches a route is a fault too.
 */
public final class RouteWalk {

  /** An operation, with the roles that its security requirement lists. */
  public record Route(String method, String template, Set<String> roles) {

    /** For example {@code GET /v1/notices/{id}}. */
    public String name() {
      return method + " " + template;
    }

    boolean isCollection() {
      return method.equals("GET") && !namesSomething();
    }

    boolean namesSomething() {
      return template.contains("{");
    }
  }

  /** A request that would be good if its sender were: path and query with real ids, and a body. */
  public record Sample(
      String path, @Nullable String contentType, byte[] body, Map<String, String> headers) {

    public static Sample of(String path) {
      return new Sample(path, null, new byte[0], Map.of());
    }

    public static Sample json(String path, String body) {
      return new Sample(path, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public Sample withHeader(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Sample(path, contentType, body, more);
    }
  }

  /** Where tokens come from; tests of one service take {@link #FROM_TEST_ISSUER}. */
  public interface Badges {
    String of(String organization, String... roles);

    String withoutOrganization(String... roles);
  }

  /** Tokens of the issuer of {@link TodokeEnvironment}. */
  public static final Badges FROM_TEST_ISSUER =
      new Badges() {
        @Override
        public String of(String organization, String... roles) {
          return Tokens.of(organization, roles);
        }

        @Override
        public String withoutOrganization(String... roles) {
          return Tokens.withoutOrganization(roles);
        }
      };

  private static final String UNHEARD_OF_ROLE = "passer-by";

  private final List<Route> routes;
  private final Set<String> allRoles = new TreeSet<>();
  private final RouteCaller caller;
  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> shared = new LinkedHashSet<>();
  private final Set<String> anyRole = new LinkedHashSet<>();
  private final Set<String> declared = new LinkedHashSet<>();
  private final Map<String, Integer> foreigners = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private Badges badges = FROM_TEST_ISSUER;
  private String owner = "";
  private String foreigner = "";
  private Function<Route, @Nullable Sample> sampling = route -> null;

  private RouteWalk(URI base, List<Route> routes, Collection<String> roles) {
    this.routes = routes;
    this.caller = new RouteCaller(base);
    allRoles.addAll(roles);
    routes.forEach(route -> allRoles.addAll(route.roles()));
    allRoles.add(UNHEARD_OF_ROLE);
  }

  /**
   * @param openApi YAML or JSON, as the service serves it
   * @param roles all that there are, also those that no operation of this service lists
   */
  public static RouteWalk of(URI base, String openApi, Collection<String> roles) {
    return new RouteWalk(base, OpenApiRoutes.of(openApi), roles);
  }

  /** The organisation whose things the samples name, and one that must not see them. */
  public RouteWalk between(String ownerCode, String foreignerCode) {
    owner = ownerCode;
    foreigner = foreignerCode;
    return this;
  }

  /** Another owner for one route: an issuer asks where a responder answers. */
  public RouteWalk ownedBy(String ownerCode, String... routeNames) {
    for (String name : routeNames) {
      owners.put(name, ownerCode);
    }
    return this;
  }

  public RouteWalk withBadges(Badges other) {
    badges = other;
    return this;
  }

  public RouteWalk sample(String routeName, Sample sample) {
    samples.put(routeName, sample);
    return this;
  }

  /** Asked for every route that has no sample of its own; null where it knows none. */
  public RouteWalk samples(Function<Route, @Nullable Sample> function) {
    sampling = function;
    return this;
  }

  /** Needs no token. */
  public RouteWalk open(String routeName, String reason) {
    return except(open, routeName, reason);
  }

  /** Needs a token of any role. */
  public RouteWalk anyRole(String routeName, String reason) {
    return except(anyRole, routeName, reason);
  }

  /** Shows every organisation the same, so nobody is foreign to it. */
  public RouteWalk shared(String routeName, String reason) {
    return except(shared, routeName, reason);
  }

  /**
   * What a foreigner is answered who writes to a route that names nothing yet, {@code POST
   * /v1/things}: a refusal, or 201 for a thing of its own.
   */
  public RouteWalk foreigner(String routeName, int status, String reason) {
    foreigners.put(routeName, status);
    return except(declared, routeName, reason);
  }

  private RouteWalk except(Set<String> list, String routeName, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an exception needs a reason: " + routeName);
    }
    list.add(routeName);
    return this;
  }

  public List<Route> routes() {
    return routes;
  }

  /** Walks; returns what is wrong, one readable line each, and nothing if all is well. */
  public List<String> walk() {
    if (owner.isEmpty() || foreigner.isEmpty()) {
      throw new IllegalStateException("say between whom: the owner of the samples and a foreigner");
    }
    var faults = new ArrayList<String>();
    if (routes.isEmpty()) {
      faults.add("the document has no route: nothing was walked");
    }
    staleNames(faults);
    for (Route route : routes) {
      Sample sample = samples.getOrDefault(route.name(), sampling.apply(route));
      if (sample == null && route.namesSomething()) {
        faults.add(route.name() + ": no sample says how to ask");
        continue;
      }
      walk(route, sample == null ? Sample.of(route.template()) : sample, faults);
    }
    return faults;
  }

  private void walk(Route route, Sample sample, List<String> faults) {
    if (!matches(route.template(), sample.path())) {
      faults.add(route.name() + ": the sample asks for another path: " + sample.path());
      return;
    }
    if (open.contains(route.name())) {
      expect(route, sample, null, "nobody, as it is open", s -> s / 100 == 2, "2xx", faults);
      return;
    }
    expect(route, sample, null, "nobody", s -> s == 401, "401", faults);
    expect(route, sample, "not-a-token", "a broken token", s -> s == 401, "401", faults);
    boolean forAnyRole = anyRole.contains(route.name());
    if (route.roles().isEmpty() && !forAnyRole) {
      faults.add(route.name() + ": lists no role");
      return;
    }
    String mine = owners.getOrDefault(route.name(), owner);
    if (!forAnyRole) {
      for (String role : allRoles) {
        if (!route.roles().contains(role)) {
          String token = badges.of(mine, role);
          expect(route, sample, token, "role " + role, s -> s == 403, "403", faults);
        }
      }
    }
    String[] roles = route.roles().toArray(String[]::new);
    String homeless = badges.withoutOrganization(roles);
    expect(route, sample, homeless, "no organisation", s -> s == 403, "403", faults);
    if (!shared.contains(route.name())) {
      walkAsForeigner(route, sample, mine, roles, faults);
    }
  }

  private void walkAsForeigner(
      Route route, Sample sample, String mine, String[] roles, List<String> faults) {
    String foreign = badges.of(foreigner, roles);
    if (route.method().equals("GET")) {
      String own = badges.of(mine, roles);
      expect(route, sample, own, "its owner " + mine, s -> s / 100 == 2, "2xx", faults);
    }
    Integer declaredStatus = foreigners.get(route.name());
    if (declaredStatus != null) {
      String expected = declaredStatus.toString();
      expect(
          route, sample, foreign, "foreign " + foreigner, declaredStatus::equals, expected, faults);
    } else if (route.isCollection()) {
      RouteCaller.Answer answer = caller.ask(route, sample, foreign);
      if (answer.status() != 200 || !answer.isEmptyList()) {
        faults.add(
            "%s: as foreign %s: expected an empty list, was %s %s"
                .formatted(route.name(), foreigner, answer.status(), answer.excerpt()));
      }
    } else if (route.namesSomething()) {
      expect(route, sample, foreign, "foreign " + foreigner, s -> s == 404, "404", faults);
    } else {
      faults.add(route.name() + ": names nothing, and nobody says what a foreigner is answered");
    }
  }

  private void expect(
      Route route,
      Sample sample,
      @Nullable String token,
      String who,
      Predicate<Integer> good,
      String expected,
      List<String> faults) {
    RouteCaller.Answer answer = caller.ask(route, sample, token);
    if (!good.test(answer.status())) {
      faults.add(
          "%s: as %s: expected %s, was %s %s"
              .formatted(route.name(), who, expected, answer.status(), answer.excerpt()));
    }
  }

  private void staleNames(List<String> faults) {
    Set<String> names = new LinkedHashSet<>();
    routes.forEach(route -> names.add(route.name()));
    for (Set<String> list :
        List.of(open, shared, anyRole, declared, samples.keySet(), owners.keySet())) {
      list.stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> faults.add(name + ": is named but is no route"));
    }
  }

  private static boolean matches(String template, String path) {
    String regex = template.replaceAll("\\{[^/]+?}", "[^/?]+");
    return path.replaceAll("\\?.*", "").matches(regex);
  }
}
