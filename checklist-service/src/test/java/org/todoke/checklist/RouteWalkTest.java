package org.todoke.checklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.security.Role;
import org.todoke.testing.OpenRoutes;
import org.todoke.testing.RouteWalk;
import org.todoke.testing.RouteWalk.Route;
import org.todoke.testing.RouteWalk.Sample;

@QuarkusTest
class RouteWalkTest extends ServiceTest {

  @TestHTTPResource("/")
  URI base;

  @Inject Router router;

  @Test
  void noRouteLetsInNobodyTheWrongRoleOrAForeigner() {
    UUID checklist = Cascade.publishedChecklist();
    UUID assignment = Cascade.assigned(Cascade.Arrival.of(UUID.randomUUID(), checklist));
    Cascade.completed(assignment, Vol334.nonCompliant());
    String remediation =
        Cascade.home().get("/v1/remediations").then().extract().path("items[0].id");
    String openApi = given().get("/q/openapi").then().statusCode(200).extract().asString();
    String admins = "an administrator looks after the events of the whole service";

    RouteWalk walk =
        RouteWalk.of(base, openApi, Role.ALL)
            .between(Org.HOME, Org.HOME_OF_OTHERS)
            .ownedBy(
                Org.MINISTRY,
                "GET /v1/checklists",
                "POST /v1/checklists",
                "GET /v1/checklists/{id}",
                "PUT /v1/checklists/{id}",
                "POST /v1/checklists/{id}/publication")
            .ownedBy(Org.CITY, "POST /v1/assignments/{id}/closure")
            .foreigner("POST /v1/checklists", 201, "whoever issues draws up checklists of its own")
            .shared("GET /v1/operations/{service}/parked", admins)
            .shared("POST /v1/operations/{service}/parked/replay", admins)
            .shared("POST /v1/operations/{service}/parked/discard", admins)
            .samples(route -> sample(route, checklist, assignment, remediation));

    assertThat(walk.routes()).hasSizeGreaterThanOrEqualTo(19);
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

  private static @Nullable Sample sample(
      Route route, UUID checklist, UUID assignment, String remediation) {
    String id =
        route.template().startsWith("/v1/checklists")
            ? checklist.toString()
            : route.template().startsWith("/v1/remediations") ? remediation : assignment.toString();
    String path =
        route
            .template()
            .replace("{id}", id)
            .replace("{revision}", "1")
            .replace("{service}", "checklist");
    if (route.method().equals("GET")) {
      return Sample.of(path);
    }
    String body =
        Map.of(
                "POST /v1/checklists", Vol334.json(),
                "PUT /v1/checklists/{id}", Vol334.json(),
                "PUT /v1/assignments/{id}/submission", "{\"answers\": {}}",
                "POST /v1/assignments/{id}/closure", "{\"reason\": \"collection-ended\"}",
                "POST /v1/remediations/{id}/completion",
                    "{\"measures\": \"x\", \"completedOn\": \"2013-07-11\"}",
                "POST /v1/operations/{service}/parked/replay",
                    "{\"consumer\": \"checklist.assignment\", \"key\": \"x\"}",
                "POST /v1/operations/{service}/parked/discard",
                    "{\"consumer\": \"checklist.assignment\", \"key\": \"x\", \"reason\": \"x\"}")
            .getOrDefault(route.name(), "{}");
    return Sample.json(path, body);
  }
}
