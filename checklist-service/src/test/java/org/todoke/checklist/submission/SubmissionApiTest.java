package org.todoke.checklist.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;
import org.todoke.contracts.Topics;
import org.todoke.security.Role;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.Tokens;
import org.todoke.testing.TopicProbe;

@QuarkusTest
class SubmissionApiTest extends ServiceTest {

  @Test
  void unfinishedAnswersAreNotCompleted() {
    UUID id = Cascade.assigned();
    Map<String, Object> answers = new HashMap<>(Vol334.notUsed());
    answers.put("purpose", "申し送り");
    answers.remove("checked-by");

    Requests.complete(Cascade.home(), id, answers)
        .statusCode(422)
        .body("violations.pointer", contains("/answers/purpose", "/answers/checked-by"))
        .body("violations.code", contains("answer.not-asked", "value.required"));
    Cascade.home()
        .post(Requests.path(id) + "/completion")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains("/answers/uses-service", "/answers/checked-by", "/answers/checked-on"));
    Requests.get(id).body("revision", equalTo(0));
  }

  @Test
  void sameAnswersAgainChangeNothing() {
    UUID id = Cascade.assigned();
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      Requests.complete(Cascade.home(), id, Vol334.nonCompliant()).statusCode(200);
      Map<String, Object> sameInOtherWords = new HashMap<>(Vol334.nonCompliant());
      sameInOtherWords.put("checked-on", "平成25年7月18日");
      Requests.complete(Cascade.corporation(), id, sameInOtherWords)
          .statusCode(200)
          .body("revision", equalTo(1))
          .body("status", equalTo("completed"))
          .body("completed.origin", equalTo("establishment"));
      Cascade.home()
          .post(Requests.path(id) + "/completion")
          .then()
          .statusCode(200)
          .body("revision", equalTo(1));
      Requests.complete(Cascade.home(), id, Vol334.compliant()).statusCode(200);

      probe.awaitEvent("submission.amended", id.toString());
      assertThat(probe.events(e -> e.subject().equals(id.toString())))
          .extracting(ReceivedEvent::type)
          .containsExactly(
              "submission.completed",
              "remediation.opened",
              "submission.amended",
              "remediation.withdrawn");
    }
  }

  @Test
  void otherAnswersAmendAndTheEarlierOnesStayReadable() {
    UUID id = Cascade.assigned();
    Requests.complete(Cascade.home(), id, Vol334.compliant()).statusCode(200);
    clock.set(Instant.parse("2013-07-30T00:00:00Z"));

    Requests.complete(Cascade.corporation(), id, Vol334.partiallyCompliant())
        .statusCode(200)
        .body("status", equalTo("amended"))
        .body("result", equalTo("partially-compliant"))
        .body("revision", equalTo(2))
        .body("completed.origin", equalTo("corporation"))
        // What counts for the deadline is when it was answered first.
        .body("onTime", equalTo(true));

    Cascade.home()
        .get(Requests.path(id) + "/revisions")
        .then()
        .statusCode(200)
        .body("items.result", contains("compliant", "partially-compliant"));
    Cascade.home()
        .get(Requests.path(id) + "/revisions/1")
        .then()
        .statusCode(200)
        .body("answers.default-setting-kept", equalTo("no"));
    Cascade.home()
        .get(Requests.path(id) + "/revisions/3")
        .then()
        .statusCode(404)
        .body("code", equalTo("submission.revision-unknown"));
    Cascade.home()
        .get("/v1/assignments/{id}/history", id)
        .then()
        .body("items.kind", contains("created", "submission-completed", "submission-amended"))
        .body("items[2].by", equalTo(Org.CORPORATION))
        .body("items[2].details.revision", equalTo(2));
  }

  @Test
  void answerAfterTheDeadlineIsTakenAndLate() {
    UUID id = Cascade.assigned();
    clock.set(Instant.parse("2013-07-26T15:00:00Z"));

    Requests.complete(Cascade.home(), id, Vol334.notUsed())
        .statusCode(200)
        .body("onTime", equalTo(false))
        .body("result", equalTo("not-applicable"));
  }

  @Test
  void withoutADateNobodyIsLateOrOnTime() {
    UUID id =
        Cascade.assigned(Arrival.of(UUID.randomUUID(), Cascade.publishedChecklist()).dueOn(null));

    Requests.complete(Cascade.home(), id, Vol334.notUsed())
        .statusCode(200)
        .body("onTime", nullValue());
  }

  @Test
  void closedAssignmentTakesNoAnswer() {
    UUID id = Cascade.assigned();
    Requests.complete(Cascade.home(), id, Vol334.compliant()).statusCode(200);
    Cascade.city()
        .body(Map.of("reason", "collection-ended"))
        .post("/v1/assignments/{id}/closure", id)
        .then()
        .statusCode(200);

    Requests.complete(Cascade.home(), id, Vol334.notUsed())
        .statusCode(409)
        .body("code", equalTo("assignment.closed"));
    Requests.proxy(id, "2013-07-11T00:00:00Z", "fax", Vol334.notUsed())
        .statusCode(409)
        .body("code", equalTo("assignment.closed"));
    Requests.save(id, "\"1\"", Map.of()).statusCode(409);
    Requests.get(id).body("revision", equalTo(1)).body("permittedActions", hasSize(0));
  }

  @Test
  void roleHasToFitTheLine() {
    UUID id = Cascade.assigned();

    Requests.complete(Cascade.as(Org.CITY, Role.RESPONDER), id, Vol334.compliant())
        .statusCode(403)
        .body("code", equalTo("submission.role-missing"));
    Requests.complete(Cascade.as(Org.HOME, Role.FORWARDER), id, Vol334.compliant())
        .statusCode(403)
        .body("code", equalTo("submission.role-missing"));
    Cascade.as(Org.CITY, Role.RESPONDER)
        .header("If-Match", "\"0\"")
        .body(Map.of("answers", Map.of()))
        .put(Requests.path(id))
        .then()
        .statusCode(403)
        .body("code", equalTo("submission.draft-by-operator-only"));
    Requests.complete(Cascade.as(Org.HOME, Role.AUDITOR), id, Vol334.compliant()).statusCode(403);
  }

  @Test
  void refusalsAreSaidInJapaneseToo() {
    UUID id = Cascade.assigned();

    String message =
        Requests.complete(
                given()
                    .auth()
                    .oauth2(Tokens.of(Org.CITY, Role.RESPONDER))
                    .header("Accept-Language", "ja")
                    .contentType(ContentType.JSON),
                id,
                Vol334.compliant())
            .statusCode(403)
            .extract()
            .path("detail");

    assertThat(message).contains("代理入力");
  }

  @Test
  void answersGivenAtTheSameMomentBecomeRevisionsOneAfterTheOther() {
    UUID id = Cascade.assigned();
    int writers = 6;
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ASSIGNMENTS)) {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, writers)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            Map<String, Object> mine = new HashMap<>(Vol334.compliant());
                            mine.put("purpose", "目的 " + i);
                            return Requests.complete(Cascade.corporation(), id, mine)
                                .extract()
                                .statusCode();
                          }))
              .toList();
      assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);

      Requests.get(id).body("revision", equalTo(writers));
      assertThat(probe.awaitEvents(writers, e -> e.subject().equals(id.toString())))
          .extracting(ReceivedEvent::sequence)
          .containsExactlyElementsOf(LongStream.rangeClosed(2, writers + 1).boxed().toList());
    }
  }
}
