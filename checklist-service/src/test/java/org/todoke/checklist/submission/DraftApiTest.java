package org.todoke.checklist.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;

@QuarkusTest
class DraftApiTest extends ServiceTest {

  @Test
  void draftIsKeptUnfinishedAndUnderAnETag() {
    UUID id = Cascade.assigned();
    Requests.get(id)
        .header("ETag", "\"0\"")
        .body("status", equalTo("not-started"))
        .body("result", equalTo("not-assessed"))
        .body("completed", nullValue())
        .body("permittedActions", contains("save-draft", "complete"));

    Requests.save(id, "\"0\"", Map.of("uses-service", "yes", "persons-affected", 3))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("status", equalTo("in-progress"))
        .body("draft.answers.persons-affected", equalTo(3));
    Requests.save(id, null, Map.of()).statusCode(428);
    Requests.save(id, "\"0\"", Map.of()).statusCode(412);
    Requests.save(id, "\"1\"", Map.of("uses-service", "no"))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("draft.answers.size()", equalTo(1));
  }

  @Test
  void wrongAnswersAreNotEvenKeptAsADraft() {
    UUID id = Cascade.assigned();

    Requests.save(
            id,
            "\"0\"",
            Map.of(
                "uses-service", "perhaps",
                "purpose", "長".repeat(501),
                "no-such-item", "x",
                "persons-affected", "many",
                "checked-on", "平成25年2月30日"))
        .statusCode(422)
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/answers/uses-service",
                "/answers/purpose",
                "/answers/no-such-item",
                "/answers/persons-affected",
                "/answers/checked-on"))
        .body("violations.code", hasItem("date.not-a-day"));
    Requests.get(id).header("ETag", "\"0\"").body("status", equalTo("not-started"));
  }

  @Test
  void bodyOfTheWrongShapeIsRefused() {
    UUID id = Cascade.assigned();

    Cascade.home()
        .header("If-Match", "\"0\"")
        .body("{\"answers\": [1]}")
        .put(Requests.path(id))
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/answers"));
    Cascade.home()
        .header("If-Match", "\"0\"")
        .body("{}")
        .put(Requests.path(id))
        .then()
        .statusCode(422);
    Cascade.home()
        .header("If-Match", "\"0\"")
        .body("null")
        .put(Requests.path(id))
        .then()
        .statusCode(400);
    Cascade.home()
        .header("If-Match", "\"0\"")
        .body("{")
        .put(Requests.path(id))
        .then()
        .statusCode(400);
    Cascade.home()
        .body("{\"answers\": {}, \"mood\": \"good\"}")
        .post(Requests.path(id) + "/completion")
        .then()
        .statusCode(422)
        .body("violations.code", contains("field.unknown"));
  }

  @Test
  void draftIsCompletedAsItIs() {
    UUID id = Cascade.assigned();
    Requests.save(id, "\"0\"", Vol334.compliant()).statusCode(200);

    Cascade.home()
        .post(Requests.path(id) + "/completion")
        .then()
        .statusCode(200)
        .body("status", equalTo("completed"))
        .body("result", equalTo("compliant"))
        .body("revision", equalTo(1))
        .body("onTime", equalTo(true))
        .body("draft", nullValue())
        .body("completed.origin", equalTo("establishment"))
        .body("completed.recordedLate", equalTo(false))
        .body("completed.outcomes.data-exposed", equalTo("compliant"))
        .body("permittedActions", contains("save-draft", "amend"));
  }

  @Test
  void draftOfAnAmendmentDoesNotTakeBackWhatWasCompleted() {
    UUID id = Cascade.assigned();
    Requests.complete(Cascade.home(), id, Vol334.compliant()).statusCode(200);

    Requests.save(id, "\"1\"", Map.of("uses-service", "no"))
        .statusCode(200)
        .body("status", equalTo("completed"))
        .body("result", equalTo("compliant"))
        .body("draft.answers.uses-service", equalTo("no"));
  }
}
