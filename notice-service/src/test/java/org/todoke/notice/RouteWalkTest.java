package org.todoke.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.security.Role;
import org.todoke.testing.OpenRoutes;
import org.todoke.testing.RouteWalk;
import org.todoke.testing.RouteWalk.Route;
import org.todoke.testing.RouteWalk.Sample;

@QuarkusTest
class RouteWalkTest extends NoticeServiceTest {

  /** SHA-256 of {@code x}. */
  private static final String DIGEST =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

  private static final String OWN_FILE =
      "is a file with headings and no row; ListExportTest looks into it";

  @TestHTTPResource("/")
  URI base;

  @Inject Router router;

  @Test
  void noRouteLetsInNobodyTheWrongRoleOrAForeigner() {
    UUID notice = draft(paper());
    String attachment =
        as(DIVISION)
            .contentType("text/plain")
            .body("x".getBytes(StandardCharsets.UTF_8))
            .post("/v1/notices/{id}/attachments?name=x.txt&sha256={digest}", notice, DIGEST)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(DIVISION).post("/v1/notices/{id}/issue", notice).then().statusCode(200);
    forwarded(notice, EHIME);
    String letterAttachment =
        as(YAWATAHAMA)
            .contentType("text/plain")
            .body("x".getBytes(StandardCharsets.UTF_8))
            .post(
                "/v1/notices/{id}/deliveries/{organization}/forwarding/attachments"
                    + "?name=x.txt&sha256={digest}",
                notice,
                YAWATAHAMA,
                DIGEST)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    forwarded(notice, YAWATAHAMA);
    UUID reminder = told("reminder", YAWATAHAMA);
    UUID escalation = told("escalation", YAWATAHAMA);
    String letter =
        as(YAWATAHAMA)
            .get("/v1/notices/{id}/deliveries/{organization}/forwarding", notice, YAWATAHAMA)
            .then()
            .extract()
            .path("coverLetter.id");
    String question =
        NoticeFixture.post(
                as(YAWATAHAMA),
                "/v1/notices/{id}/questions",
                NoticeFixture.json("text", "x"),
                notice)
            .statusCode(201)
            .extract()
            .path("id");
    UUID instruction = NoticeFixture.laidDown(YAWATAHAMA, NoticeFixture.instruction());
    Map<String, String> ids =
        Map.of(
            "id",
            notice.toString(),
            "attachmentId",
            attachment,
            "letterId",
            letter,
            "letterAttachmentId",
            letterAttachment,
            "questionId",
            question,
            "reminderId",
            reminder.toString(),
            "escalationId",
            escalation.toString(),
            "instructionId",
            instruction.toString());
    String openApi = given().get("/q/openapi").then().statusCode(200).extract().asString();
    String admins = "an administrator looks after the events of the whole service";

    RouteWalk walk =
        RouteWalk.of(base, openApi, Role.ALL)
            .between(YAWATAHAMA, KOCHI_CITY)
            .ownedBy(
                DIVISION,
                "GET /v1/notices",
                "GET /v1/notices/export/issued",
                "POST /v1/notices",
                "PUT /v1/notices/{id}",
                "POST /v1/notices/{id}/issue",
                "PUT /v1/notices/{id}/chasing",
                "POST /v1/notices/{id}/closure",
                "POST /v1/notices/{id}/cancellation",
                "GET /v1/notices/{id}/audience/preview",
                "GET /v1/notices/{id}/audience/organizations/{organization}",
                "POST /v1/notices/{id}/audience/additions",
                "POST /v1/notices/{id}/attachments")
            .foreigner("POST /v1/notices", 422, "the sample names another as the one who signs")
            .foreigner("POST /v1/standing-instructions", 201, "begins one of its own")
            .foreigner(
                "POST /v1/deliveries/acknowledgements",
                200,
                "is told of each that there is none; a test of its own says so")
            .shared("GET /v1/notices/published", "what is public is for every organisation")
            .foreigner("GET /v1/notices/export/issued", 200, OWN_FILE)
            .foreigner("GET /v1/notices/export/inbox", 200, OWN_FILE)
            .foreigner("GET /v1/notices/export/reminders", 200, OWN_FILE)
            .foreigner("GET /v1/notices/export/escalations", 200, OWN_FILE)
            .foreigner("GET /v1/notices/export/standing-instructions", 200, OWN_FILE)
            .shared("GET /v1/operations/{service}/parked", admins)
            .shared("POST /v1/operations/{service}/parked/replay", admins)
            .shared("POST /v1/operations/{service}/parked/discard", admins)
            .samples(route -> sample(route, ids));

    assertThat(walk.routes()).hasSizeGreaterThanOrEqualTo(30);
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

  /** As the work of a day leaves it. */
  private static UUID told(String kind, String organization) {
    UUID id = UUID.randomUUID();
    Rows.change(
        "insert into chase_digest values (?, ?, ?, date '2013-07-11', now())",
        id,
        kind,
        organization);
    return id;
  }

  private static Sample sample(Route route, Map<String, String> ids) {
    String path = route.template().replace("{organization}", YAWATAHAMA);
    if (!path.startsWith("/v1/notices/{id}/attachments")) {
      path = path.replace("{attachmentId}", "{letterAttachmentId}");
    }
    for (Map.Entry<String, String> id : ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    path = path.replace("{node}", YAWATAHAMA).replace("{service}", "notice");
    if (route.method().equals("GET") || route.method().equals("DELETE")) {
      return Sample.of(path);
    }
    if (path.endsWith("/attachments")) {
      return new Sample(
          path + "?name=y.txt&sha256=" + DIGEST,
          "text/plain",
          "x".getBytes(StandardCharsets.UTF_8),
          Map.of());
    }
    Object body =
        switch (path.substring(path.lastIndexOf('/') + 1)) {
          case "cancellation" -> NoticeFixture.json("reason", "x");
          case "acknowledgement" -> NoticeFixture.json("handledBy", "x");
          case "rejection" -> NoticeFixture.json("reason", "x");
          case "rerouting" -> NoticeFixture.json("decision", "declined", "reason", "x");
          case "delegation" -> NoticeFixture.json("department", "x");
          case "questions", "replies" -> NoticeFixture.json("text", "x");
          case "answers" -> NoticeFixture.json("question", "x", "answer", "x");
          case "notes" -> NoticeFixture.json("direction", "up", "text", "x");
          case "acknowledgements" ->
              NoticeFixture.json("handledBy", "x", "noticeIds", List.of(ids.get("id")));
          case "excuse" -> NoticeFixture.json("reason", "closed");
          case "arrivals" -> NoticeFixture.json("channel", "fax", "at", "2013-07-11T00:00:00Z");
          case "attempts" ->
              NoticeFixture.json("channel", "fax", "state", "sent", "at", "2013-07-11T00:00:00Z");
          case "forwarding" -> NoticeFixture.toAll();
          case "snooze" -> NoticeFixture.json("until", "2013-07-31", "reason", "x");
          case "chasing" -> NoticeFixture.json("escalateToSenderAfter", 3);
          case "additions" -> NoticeFixture.json("organization", YAWATAHAMA, "reason", "x");
          case "standing-instructions" -> NoticeFixture.instruction();
          case "discard" ->
              NoticeFixture.json("consumer", "notice.finalization", "key", "x", "reason", "x");
          case "replay" -> NoticeFixture.json("consumer", "notice.finalization", "key", "x");
          default -> path.contains("instruction") ? NoticeFixture.instruction() : paper();
        };
    try {
      return Sample.json(path, new ObjectMapper().writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
