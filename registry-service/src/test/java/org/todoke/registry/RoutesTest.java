package org.todoke.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.security.Role;
import org.todoke.testing.OpenApiContract;
import org.todoke.testing.OpenRoutes;
import org.todoke.testing.RouteWalk;
import org.todoke.testing.RouteWalk.Sample;

@QuarkusTest
class RoutesTest extends RegistryTest {

  private static final String PUBLIC = "names and codes of organisations are public";
  private static final String OPERATORS = "asked by an operator of the suite, whoever it is";
  private static final String ORGANIZATION = "/v1/organizations/" + SHIOSAI_DAY_SERVICE;

  @TestHTTPResource("/")
  URI base;

  @Inject Router router;

  @Test
  void documentIsTheCommittedOne() {
    OpenApiContract.assertMatches("registry", document());
  }

  @Test
  void everyRouteIsClosedToThoseWhoHaveNoBusinessThere() {
    String contacts = ORGANIZATION + "/contacts";
    String contact =
        contacts
            + "/"
            + as(SHIOSAI, "registrar").get(contacts).then().extract().path("items[0].id");
    String contactBody = "{\"channel\": \"fax\", \"value\": \"0894-00-1234\"}";

    RouteWalk walk =
        RouteWalk.of(base, document(), Role.ALL)
            .between(YAWATAHAMA, OZU)
            .foreigner("POST /v1/organizations", 403, "the sample lies in another municipality")
            .foreigner("POST /v1/organizations/batch", 200, "each item is refused by itself")
            .foreigner("POST /v1/suspected-pairs/search", 200, "it searches its own place")
            .foreigner("POST /v1/imports", 201, "a registrar brings lists of its own")
            .shared("GET /v1/organizations", PUBLIC)
            .shared("GET /v1/organizations/{code}", PUBLIC)
            .shared("GET /v1/organizations/{code}/children", PUBLIC)
            .shared("GET /v1/organizations/{code}/ancestors", PUBLIC)
            .shared("GET /v1/organizations/{code}/services", PUBLIC)
            .shared("GET /v1/organizations/{code}/history", PUBLIC)
            .shared("GET /v1/organizations/{code}/successors", PUBLIC)
            .shared("GET /v1/organizations/{code}/predecessors", PUBLIC)
            .shared("GET /v1/organizations/counts", PUBLIC)
            .sample(
                "GET /v1/organizations/counts", Sample.of("/v1/organizations/counts?by=service"))
            .shared("GET /v1/organizations/export", PUBLIC)
            .sample(
                "GET /v1/organizations/export",
                Sample.of("/v1/organizations/export?kind=prefecture"))
            .shared("GET /v1/organizations/export/unwritable", PUBLIC)
            .sample(
                "GET /v1/organizations/export/unwritable",
                Sample.of("/v1/organizations/export/unwritable?kind=prefecture"))
            .sample(
                "POST /v1/organizations/batch",
                Sample.json(
                    "/v1/organizations/batch",
                    "{\"items\": [{\"operation\": \"close\", \"code\": \"%s\"}]}"
                        .formatted(SHIOSAI_DAY_SERVICE)))
            .sample("POST /v1/organizations", Sample.json("/v1/organizations", registration()))
            .sample("GET /v1/organizations/{code}", Sample.of(ORGANIZATION))
            .sample("PUT /v1/organizations/{code}", Sample.json(ORGANIZATION, "{\"name\": \"架空\"}"))
            .sample("POST /v1/organizations/{code}/closure", Sample.of(ORGANIZATION + "/closure"))
            .sample("GET /v1/organizations/{code}/children", Sample.of(ORGANIZATION + "/children"))
            .sample(
                "GET /v1/organizations/{code}/ancestors", Sample.of(ORGANIZATION + "/ancestors"))
            .sample("GET /v1/organizations/{code}/services", Sample.of(ORGANIZATION + "/services"))
            .sample(
                "PUT /v1/organizations/{code}/services/{service}",
                Sample.json(ORGANIZATION + "/services/15", "{\"name\": \"架空\"}"))
            .sample(
                "POST /v1/organizations/{code}/services/{service}/end",
                Sample.of(ORGANIZATION + "/services/15/end"))
            .sample("GET /v1/organizations/{code}/history", Sample.of(ORGANIZATION + "/history"))
            .sample(
                "GET /v1/organizations/{code}/successors", Sample.of(ORGANIZATION + "/successors"))
            .sample(
                "GET /v1/organizations/{code}/predecessors",
                Sample.of(ORGANIZATION + "/predecessors"))
            .sample(
                "POST /v1/organizations/{code}/merger",
                Sample.json(ORGANIZATION + "/merger", into("kj:3870498122")))
            .sample(
                "POST /v1/organizations/{code}/division",
                Sample.json(
                    ORGANIZATION + "/division",
                    "{\"parts\": [%s, %s]}"
                        .formatted(into("kj:3870498122"), into("kj:3890498136"))))
            .sample(
                "POST /v1/organizations/{code}/reopening", Sample.of(ORGANIZATION + "/reopening"))
            .sample("GET /v1/organizations/{code}/contacts", Sample.of(contacts))
            .sample("POST /v1/organizations/{code}/contacts", Sample.json(contacts, contactBody))
            .sample("GET /v1/organizations/{code}/contacts/{contactId}", Sample.of(contact))
            .sample(
                "PUT /v1/organizations/{code}/contacts/{contactId}",
                Sample.json(contact, contactBody))
            .sample(
                "POST /v1/organizations/{code}/contacts/{contactId}/closure",
                Sample.of(contact + "/closure"));
    RoutesBeside.addTo(walk, contact);
    RoutesOfImports.addTo(walk);
    for (RouteWalk.Route route : walk.routes()) {
      if (route.template().startsWith("/v1/operations/{service}/")) {
        walk.shared(route.name(), OPERATORS)
            .sample(
                route.name(), Sample.json(route.template().replace("{service}", "registry"), "{}"));
      }
    }

    assertThat(walk.routes()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(walk.walk()).isEmpty();
  }

  @Test
  void onlyTheDocumentedRoutesAreOpen() {
    List<String> known = new ArrayList<>();
    router.getRoutes().forEach(route -> known.add(route.getPath()));
    assertThat(known).as("routes that the running service knows").contains("/", "/q/");

    assertThat(OpenRoutes.of(base, known).keySet())
        .containsExactlyInAnyOrderElementsOf(
            OpenRoutes.documentedBelow("Open routes of the services"));
  }

  private static String into(String code) {
    return "{\"into\": \"%s\"}".formatted(code);
  }

  private static String registration() {
    return """
        {"code": "%s", "kind": "establishment", "name": "架空", "municipality": "%s",
         "corporation": "%s"}"""
        .formatted(NEW_ESTABLISHMENT, YAWATAHAMA, SHIOSAI);
  }

  private static String document() {
    return given().get("/q/openapi").then().statusCode(200).extract().asString();
  }
}
