package org.todoke.checklist.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.Topics;
import org.todoke.security.Role;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
class ChecklistApiTest extends ServiceTest {

  private static final String SHORT =
      """
      {"title": "Short", "items": [{"id": "checked", "text": "Checked?", "type": "yes-no"}]}
      """;

  @Test
  void draftIsWrittenByAnIssuerAndReadAsItWasWritten() {
    String location =
        Cascade.ministry()
            .header("Idempotency-Key", UUID.randomUUID())
            .body(Vol334.json())
            .post("/v1/checklists")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("state", equalTo("draft"))
            .body("version", equalTo(1))
            .body("owner", equalTo(Org.MINISTRY))
            .body("items", hasSize(12))
            .body("items[0].outcomes.no", equalTo("not-applicable"))
            .body("items[2].enabledWhen.in", contains("mailing-list", "file-sharing", "other"))
            .body("permittedActions", contains("edit", "publish"))
            .extract()
            .header("Location");

    Cascade.ministry()
        .get(location)
        .then()
        .statusCode(200)
        .body("items[10].personalData", equalTo(true))
        .body("items.id", hasItem("data-exposed"));
  }

  @Test
  void sameKeyWritesOneChecklist() {
    UUID key = UUID.randomUUID();
    String first = create(key).statusCode(201).extract().path("id");

    create(key).statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first));

    Cascade.ministry().get("/v1/checklists").then().body("items", hasSize(1));
  }

  @Test
  void publicationFreezesAndSaysSoOnce() {
    UUID id = Cascade.draftChecklist();
    try (TopicProbe probe = TopicProbe.fromNow(Topics.CHECKLISTS)) {
      publish(id).body("state", equalTo("published")).body("permittedActions", contains("edit"));
      publish(id).body("state", equalTo("published")).body("version", equalTo(1));
      String nextTag = edit(id, "\"2\"").statusCode(200).extract().header("ETag");
      publish(id).body("version", equalTo(2));

      List<ReceivedEvent> events = probe.awaitEvents(2, e -> e.subject().equals(id.toString()));
      assertThat(nextTag).isEqualTo("\"3\"");
      assertThat(events).hasSize(2).allSatisfy(EventContract::assertValid);
      assertThat(events).extracting(ReceivedEvent::sequence).containsExactly(1L, 2L);
      assertThat(events.get(0).data().path("itemIds")).hasSize(12);
      assertThat(events.get(0).extension("correlationid")).isEqualTo(id.toString());
      assertThat(events.get(1).data().path("itemIds")).hasSize(1);
    }
  }

  @Test
  void editOfAPublishedChecklistOpensTheNextVersionAndLeavesItAsItWas() {
    UUID id = Cascade.publishedChecklist();

    edit(id, "\"2\"")
        .statusCode(200)
        .body("version", equalTo(2))
        .body("state", equalTo("draft"))
        .body("title", equalTo("Short"));

    Cascade.ministry()
        .get("/v1/checklists/{id}?version=1", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("published"))
        .body("items", hasSize(12));
    Cascade.ministry()
        .get("/v1/checklists")
        .then()
        .body("items", hasSize(1))
        .body("items[0].version", equalTo(2));
  }

  @Test
  void editNeedsTheVersionThatWasRead() {
    UUID id = Cascade.draftChecklist();

    edit(id, null).statusCode(428).body("code", equalTo("request.precondition-required"));
    edit(id, "\"7\"").statusCode(412).body("code", equalTo("request.stale"));
    edit(id, "\"1\"").statusCode(200).header("ETag", "\"2\"");
    edit(id, "\"1\"").statusCode(412);
  }

  @Test
  void draftIsItsOwnersAlone() {
    UUID id = Cascade.draftChecklist();

    for (String foreigner : List.of(Org.OTHER_MINISTRY, Org.PREFECTURE, Org.HOME)) {
      Cascade.as(foreigner, Role.ISSUER, Role.RESPONDER)
          .get("/v1/checklists/{id}", id)
          .then()
          .statusCode(404)
          .body("code", equalTo("checklist.unknown"));
      Cascade.as(foreigner, Role.ISSUER)
          .post("/v1/checklists/{id}/publication", id)
          .then()
          .statusCode(404);
      Cascade.as(foreigner, Role.ISSUER)
          .get("/v1/checklists")
          .then()
          .statusCode(200)
          .body("items", empty());
    }
  }

  @Test
  void whoeverHasAnAssignmentReadsWhatIsPublishedAndNoDraft() {
    UUID id = Cascade.publishedChecklist();
    Cascade.assigned(Cascade.Arrival.of(UUID.randomUUID(), id));
    edit(id, "\"2\"").statusCode(200);

    for (String reader : List.of(Org.HOME, Org.CORPORATION, Org.CITY, Org.PREFECTURE)) {
      Cascade.as(reader, Role.AUDITOR)
          .get("/v1/checklists/{id}", id)
          .then()
          .statusCode(200)
          .body("version", equalTo(1))
          .body("permittedActions", empty());
      Cascade.as(reader, Role.AUDITOR)
          .get("/v1/checklists/{id}?version=2", id)
          .then()
          .statusCode(404);
      Cascade.as(reader, Role.AUDITOR)
          .get("/v1/checklists")
          .then()
          .body("items.version", contains(1));
    }
    Cascade.as(Org.CITY_NEXT_DOOR, Role.AUDITOR)
        .get("/v1/checklists/{id}", id)
        .then()
        .statusCode(404);
  }

  @Test
  void everyFaultOfADefinitionIsToldAtOnceAndNothingIsStored() {
    Cascade.ministry()
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"title": "", "items": [
              {"id": "a", "text": "x", "type": "text", "enabledWhen": {"item": "later", "equals": "yes"}},
              {"id": "a", "text": "x", "type": "essay"}]}
            """)
        .post("/v1/checklists")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("request.invalid"))
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/title", "/items/0/enabledWhen/item", "/items/1/id", "/items/1/type"));

    Cascade.ministry().get("/v1/checklists").then().body("items", empty());
  }

  @Test
  void unknownFieldsAndWrongTypesAreNamed() {
    Cascade.ministry()
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"title\": 5, \"items\": [], \"colour\": \"red\"}")
        .post("/v1/checklists")
        .then()
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/title", "/colour"));
    Cascade.ministry()
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"title\":")
        .post("/v1/checklists")
        .then()
        .statusCode(400)
        .body("code", equalTo("request.malformed-json"));
  }

  @Test
  void pagesAreBoundedAndGoOnWhereTheLastOneEnded() {
    create(UUID.randomUUID());
    create(UUID.randomUUID());
    create(UUID.randomUUID());

    String next =
        Cascade.ministry()
            .get("/v1/checklists?limit=2")
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("next");
    Cascade.ministry()
        .get("/v1/checklists?limit=2&cursor={c}", next)
        .then()
        .body("items", hasSize(1));
    Cascade.ministry().get("/v1/checklists?limit=100000").then().statusCode(422);
    Cascade.ministry()
        .get("/v1/checklists?cursor=bm90LWFuLWlk")
        .then()
        .statusCode(400)
        .body("violations.code", contains("cursor.unknown"));
  }

  private static ValidatableResponse create(UUID key) {
    return Cascade.ministry()
        .header("Idempotency-Key", key)
        .body(SHORT)
        .post("/v1/checklists")
        .then();
  }

  private static ValidatableResponse publish(UUID id) {
    return Cascade.ministry().post("/v1/checklists/{id}/publication", id).then().statusCode(200);
  }

  private static ValidatableResponse edit(UUID id, String ifMatch) {
    var request = Cascade.ministry().body(SHORT);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put("/v1/checklists/{id}", id)
        .then();
  }
}
