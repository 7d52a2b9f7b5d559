package org.todoke.checklist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.security.Role;

/** Who sees what of an answer: each tier the minimum that its task needs. */
@QuarkusTest
class VisibilityTest extends ServiceTest {

  private static final String[] EVERY_ROLE = {
    Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR
  };

  @Test
  void whatIsNotTheirsDoesNotExistForThem() {
    UUID assignment = Cascade.assigned();
    Cascade.completed(assignment, Vol334.nonCompliant());
    String remediation =
        Cascade.home().get("/v1/remediations").then().extract().path("items[0].id");

    for (String foreigner :
        List.of(
            Org.MINISTRY,
            Org.OTHER_MINISTRY,
            Org.OTHER_PREFECTURE,
            Org.CITY_NEXT_DOOR,
            Org.OTHER_CORPORATION,
            Org.SECOND_HOME)) {
      assertThatNothingExistsFor(foreigner, "/v1/assignments/" + assignment, remediation);
    }
  }

  private static void assertThatNothingExistsFor(
      String foreigner, String assignment, String remediation) {
    for (String path :
        List.of(
            assignment,
            assignment + "/history",
            assignment + "/submission",
            assignment + "/submission/revisions",
            assignment + "/submission/revisions/1",
            "/v1/remediations/" + remediation)) {
      Cascade.as(foreigner, EVERY_ROLE).get(path).then().statusCode(404);
    }
    for (String path : List.of("/v1/assignments", "/v1/remediations")) {
      Cascade.as(foreigner, EVERY_ROLE).get(path).then().statusCode(200).body("items", empty());
    }
    Cascade.as(foreigner, EVERY_ROLE)
        .body(Map.of("answers", Vol334.notUsed()))
        .post(assignment + "/submission/completion")
        .then()
        .statusCode(404);
    Cascade.as(foreigner, EVERY_ROLE)
        .post("/v1/remediations/{id}/start", remediation)
        .then()
        .statusCode(404);
  }

  @Test
  void corporationSeesItsEstablishmentsAndTheCityThoseInIt() {
    UUID checklist = Cascade.publishedChecklist();
    UUID notice = UUID.randomUUID();
    Cascade.Arrival own = Cascade.Arrival.of(notice, checklist);
    Cascade.assigned(own);
    Cascade.assigned(own.at(Org.SECOND_HOME));
    Cascade.assigned(own.at(Org.HOME_OF_OTHERS).of(Org.OTHER_CORPORATION));

    list(Org.HOME).body("items", hasSize(1));
    list(Org.CORPORATION).body("items", hasSize(2));
    list(Org.OTHER_CORPORATION).body("items", hasSize(1));
    list(Org.CITY).body("items", hasSize(3));
    list(Org.PREFECTURE).body("items", hasSize(3));
  }

  @Test
  void municipalityReadsTheAnswersAndNoDraft() {
    UUID id = Cascade.assigned();
    Cascade.completed(id, Vol334.compliant());
    saveDraft(id);

    submission(Org.HOME, id).body("draft", notNullValue());
    submission(Org.CORPORATION, id).body("draft", notNullValue());
    submission(Org.CITY, id)
        .body("draft", nullValue())
        .body("completed.answers.purpose", equalTo("職員間の申し送り"))
        .body("completed.answers.checked-by", equalTo("管理者 架空太郎"))
        .body("completed.withheld", empty());
  }

  @Test
  void prefectureReadsCodesWhereItHasNothingToDo() {
    UUID id = Cascade.assigned();
    Cascade.completed(id, Vol334.compliant());
    saveDraft(id);

    submission(Org.PREFECTURE, id)
        .body("result", equalTo("compliant"))
        .body("draft", nullValue())
        .body("completed.answers.data-exposed", equalTo("no"))
        .body("completed.answers", not(hasKey("purpose")))
        .body("completed.answers", not(hasKey("checked-by")))
        .body("completed.withheld", contains("purpose", "measures", "checked-by"));
  }

  @Test
  void prefectureReadsAllOfWhatDoesNotComplyAndNotWhatCameAfter() {
    UUID id = Cascade.assigned();
    Cascade.completed(id, Vol334.nonCompliant());
    submission(Org.PREFECTURE, id)
        .body("completed.answers.measures", equalTo("投稿を削除し、グループを閉じた"))
        .body("completed.withheld", empty());

    Cascade.completed(id, Vol334.compliant());

    submission(Org.PREFECTURE, id).body("completed.withheld", hasSize(3));
    Cascade.prefecture()
        .get("/v1/assignments/{id}/submission/revisions", id)
        .then()
        .body("items[0].withheld", empty())
        .body("items[1].withheld", hasSize(3));
  }

  @Test
  void prefectureReadsWhatItEnteredItself() {
    UUID id = Cascade.assigned();
    Cascade.prefecture()
        .body(
            Map.of(
                "answers", Vol334.compliant(),
                "answeredAt", "2013-07-11T00:00:00Z",
                "channel", "telephone"))
        .post("/v1/assignments/{id}/submission/completion", id)
        .then()
        .statusCode(200)
        .body("completed.answers.purpose", equalTo("職員間の申し送り"));
  }

  @Test
  void auditorReadsAndMayDoNothing() {
    UUID id = Cascade.assigned();
    Cascade.completed(id, Vol334.nonCompliant());

    for (String reader : List.of(Org.HOME, Org.CORPORATION, Org.CITY, Org.PREFECTURE)) {
      list(reader).body("items[0].permittedActions", empty());
      submission(reader, id).body("permittedActions", empty());
      Cascade.as(reader, Role.AUDITOR)
          .get("/v1/remediations")
          .then()
          .body("items[0].permittedActions", empty());
    }
  }

  @Test
  void permittedActionsFitTheCaller() {
    UUID id = Cascade.assigned();

    Cascade.city()
        .get("/v1/assignments/{id}", id)
        .then()
        .body("permittedActions", contains("complete", "close"));
    Cascade.prefecture()
        .get("/v1/assignments/{id}", id)
        .then()
        .body("permittedActions", contains("complete"));
    Cascade.corporation()
        .get("/v1/assignments/{id}", id)
        .then()
        .body("permittedActions", contains("save-draft", "complete"));
  }

  private static void saveDraft(UUID id) {
    Cascade.home()
        .header("If-Match", "\"1\"")
        .body(Map.of("answers", Map.of("purpose", "まだ分からない")))
        .put("/v1/assignments/{id}/submission", id)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse list(String reader) {
    return Cascade.as(reader, Role.AUDITOR).get("/v1/assignments").then().statusCode(200);
  }

  private static ValidatableResponse submission(String reader, UUID id) {
    return Cascade.as(reader, Role.AUDITOR)
        .get("/v1/assignments/{id}/submission", id)
        .then()
        .statusCode(200);
  }
}
