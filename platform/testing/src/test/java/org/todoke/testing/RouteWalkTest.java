package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.testing.RouteWalk.Sample;

/** Walks a small server that guards its routes well, and then one hole at a time. */
class RouteWalkTest {

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      paths:
        /v1/things:
          get: {security: [{oidc: [issuer]}]}
          post: {security: [{oidc: [issuer]}]}
        /v1/things/{id}:
          get: {security: [{oidc: [issuer, forwarder]}]}
        /v1/things/{id}/closure:
          post: {security: [{oidc: [issuer]}]}
        /hello:
          get: {}
      """;

  private static final Set<String> ROLES = Set.of("issuer", "forwarder", "auditor");

  private final Set<String> holes = new HashSet<>();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void wellGuardedServerHasNoFault() {
    assertThat(walk().walk()).isEmpty();
  }

  @Test
  void routeThatAsksForNoTokenIsFound() {
    holes.add("anonymous /v1/things/7/closure");

    assertThat(walk().walk())
        .allMatch(f -> f.startsWith("POST /v1/things/{id}/closure: as "))
        .anyMatch(f -> f.contains("as nobody: expected 401, was 404"))
        .anyMatch(f -> f.contains("as a broken token: expected 401, was 404"));
  }

  @Test
  void routeThatForgetsItsRolesIsFound() {
    holes.add("roles /v1/things");

    assertThat(walk().walk())
        .anyMatch(f -> f.startsWith("GET /v1/things: as role forwarder: expected 403, was 200"))
        .anyMatch(f -> f.startsWith("POST /v1/things: as role passer-by: expected 403, was 201"));
  }

  @Test
  void routeThatTakesATokenOfNoOrganizationIsFound() {
    holes.add("org /v1/things/7");

    assertThat(walk().walk())
        .singleElement()
        .asString()
        .startsWith("GET /v1/things/{id}: as no organisation: expected 403, was 404");
  }

  @Test
  void routeThatShowsForeignThingsIsFound() {
    holes.add("foreign /v1/things/7");

    assertThat(walk().walk())
        .singleElement()
        .asString()
        .startsWith("GET /v1/things/{id}: as foreign lg:131016: expected 404, was 200");
  }

  @Test
  void collectionThatListsForeignThingsIsFound() {
    holes.add("foreign /v1/things");

    assertThat(walk().walk())
        .singleElement()
        .asString()
        .startsWith("GET /v1/things: as foreign lg:131016: expected an empty list, was 200");
  }

  @Test
  void roleThatNoOperationListsIsTriedToo() {
    holes.add("auditors /v1/things/7");

    assertThat(walk().walk())
        .singleElement()
        .asString()
        .startsWith("GET /v1/things/{id}: as role auditor: expected 403, was 200");
  }

  @Test
  void whatAForeignerMayMakeHasToBeSaidAndToBeTrue() {
    RouteWalk silent =
        RouteWalk.of(base(), DOCUMENT, ROLES)
            .between("lg:382043", "lg:131016")
            .open("GET /hello", "says hello")
            .samples(route -> Sample.of(route.template().replace("{id}", "7")));

    assertThat(silent.walk())
        .containsExactly(
            "POST /v1/things: names nothing, and nobody says what a foreigner is answered");
    assertThat(walk().foreigner("POST /v1/things", 403, "is not for everybody").walk())
        .singleElement()
        .asString()
        .startsWith("POST /v1/things: as foreign lg:131016: expected 403, was 201");
  }

  @Test
  void sampleThatEvenItsOwnerCannotSeeProvesNothing() {
    assertThat(walk().sample("GET /v1/things/{id}", Sample.of("/v1/things/8")).walk())
        .singleElement()
        .asString()
        .startsWith("GET /v1/things/{id}: as its owner lg:382043: expected 2xx, was 404");
  }

  @Test
  void documentWithoutRoutesIsAFault() {
    RouteWalk walk =
        RouteWalk.of(base(), "openapi: 3.1.0\npaths: {}", ROLES).between("lg:1", "lg:2");

    assertThat(walk.walk()).singleElement().asString().contains("nothing was walked");
  }

  @Test
  void missingSamplesStaleExceptionsAndRoutesWithoutRolesAreFaults() {
    RouteWalk walk =
        RouteWalk.of(base(), DOCUMENT, ROLES)
            .between("lg:382043", "lg:131016")
            .open("GET /goodbye", "was there once");

    assertThat(walk.walk())
        .contains(
            "GET /goodbye: is named but is no route",
            "GET /v1/things/{id}: no sample says how to ask",
            "GET /hello: lists no role");
  }

  private RouteWalk walk() {
    return RouteWalk.of(base(), DOCUMENT, ROLES)
        .between("lg:382043", "lg:131016")
        .open("GET /hello", "says hello")
        .foreigner("POST /v1/things", 201, "everybody makes things of its own")
        .sample("POST /v1/things", Sample.json("/v1/things", "{}"))
        .sample("GET /v1/things/{id}", Sample.of("/v1/things/7"))
        .samples(
            route ->
                route.template().endsWith("/closure") ? Sample.of("/v1/things/7/closure") : null);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      String body = path.equals("/v1/things") ? listFor(exchange) : "{}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(statusOf(exchange, path), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String listFor(HttpExchange exchange) {
    boolean foreign = !"lg:382043".equals(claim(exchange, "org"));
    return foreign && !holes.contains("foreign /v1/things")
        ? "{\"items\":[]}"
        : "{\"items\":[{\"id\":7}]}";
  }

  private int statusOf(HttpExchange exchange, String path) {
    if (path.equals("/hello")) {
      return 200;
    }
    Object roles = claim(exchange, "roles");
    if (roles == null && !holes.contains("anonymous " + path)) {
      return 401;
    }
    List<?> held = roles instanceof List<?> list ? list : List.of("issuer");
    boolean allowed =
        held.contains("issuer")
            || (held.contains("auditor") && holes.contains("auditors " + path))
            || (held.contains("forwarder") && path.equals("/v1/things/7"));
    if (!allowed && !holes.contains("roles " + path)) {
      return 403;
    }
    Object org = claim(exchange, "org");
    if (org == null && roles != null && !holes.contains("org " + path)) {
      return 403;
    }
    if (path.equals("/v1/things")) {
      return exchange.getRequestMethod().equals("POST") ? 201 : 200;
    }
    boolean known = path.startsWith("/v1/things/7");
    boolean mine = "lg:382043".equals(org) || holes.contains("foreign " + path);
    return known && mine ? 200 : 404;
  }

  private static Object claim(HttpExchange exchange, String name) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    try {
      return header == null
          ? null
          : SignedJWT.parse(header.replace("Bearer ", "")).getJWTClaimsSet().getClaim(name);
    } catch (ParseException e) {
      return null;
    }
  }
}
