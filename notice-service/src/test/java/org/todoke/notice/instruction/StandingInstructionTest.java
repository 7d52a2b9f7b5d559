package org.todoke.notice.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.instruction;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.laidDown;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class StandingInstructionTest extends NoticeServiceTest {

  private static final String PATH = "/v1/standing-instructions";

  @Test
  void isLaidDownReadAndChangedByTheVersionThatWasSeen() {
    Map<String, Object> body = instruction();
    body.put(
        "notices",
        json(
            "paperKinds", List.of("jimu-renraku"),
            "leadIssuers", List.of(DIVISION),
            "usages", List.of("actual", "exercise")));
    body.put("endsOn", "平成26年3月31日");

    UUID id = laidDown(EHIME, body);

    one(EHIME, id)
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("state", equalTo("active"))
        .body("notices.usages", contains("actual", "exercise"))
        .body("notices.series", empty())
        .body("coverLetter.title", equalTo("{noticeTitle}（周知）"))
        .body("startsOn", equalTo("2013-07-11"))
        .body("endsOn", equalTo("2014-03-31"))
        .body("permittedActions", contains("edit", "suspend", "remove"));
    put(EHIME, id, "\"0\"", instruction())
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("notices.paperKinds", empty())
        .body("endsOn", nullValue());
    put(EHIME, id, "\"0\"", instruction()).statusCode(412);
  }

  @Test
  void suspensionAndRemovalAreIdempotentAndRemovalKeepsIt() {
    UUID id = laidDown(EHIME, instruction());

    for (int i = 0; i < 2; i++) {
      as(EHIME)
          .post(PATH + "/{id}/suspension", id)
          .then()
          .statusCode(200)
          .header("ETag", equalTo("\"1\""))
          .body("state", equalTo("suspended"))
          .body("permittedActions", contains("edit", "resume", "remove"));
    }
    as(EHIME)
        .post(PATH + "/{id}/resumption", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("suspendedAt", nullValue());
    as(EHIME).delete(PATH + "/{id}", id).then().statusCode(428);
    as(EHIME).header("If-Match", "\"2\"").delete(PATH + "/{id}", id).then().statusCode(204);
    as(EHIME).header("If-Match", "\"2\"").delete(PATH + "/{id}", id).then().statusCode(204);

    one(EHIME, id)
        .statusCode(200)
        .body("state", equalTo("removed"))
        .body("permittedActions", empty());
    as(EHIME).get(PATH).then().statusCode(200).body("items", empty());
    as(EHIME)
        .post(PATH + "/{id}/suspension", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("instruction.removed"));
  }

  @Test
  void nobodySeesOrTouchesThatOfAnother() {
    UUID id = laidDown(EHIME, instruction());

    one(MINATO, id).statusCode(404).body("code", equalTo("instruction.not-found"));
    put(MINATO, id, "\"0\"", instruction()).statusCode(404);
    as(MINATO).post(PATH + "/{id}/suspension", id).then().statusCode(404);
    as(MINATO).header("If-Match", "*").delete(PATH + "/{id}", id).then().statusCode(404);
    as(MINATO).get(PATH).then().body("items", empty());
    one(EHIME, id).body("state", equalTo("active"));
  }

  @Test
  void whoHasNobodyBelowLaysNothingDown() {
    post(as(MINATO_HOME, "forwarder"), PATH, instruction())
        .statusCode(403)
        .body("code", equalTo("instruction.nobody-below"));
    post(as(DIVISION, "forwarder"), PATH, instruction()).statusCode(403);
  }

  @Test
  void thereAreNeverMoreThanTwentyEvenAtOnce() {
    for (int i = 0; i < 18; i++) {
      laidDown(EHIME, instruction());
    }

    List<Integer> statuses =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> post(as(EHIME), PATH, instruction()).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();

    assertThat(statuses).containsExactly(201, 201, 409, 409, 409, 409);
    as(EHIME).get(PATH).then().body("items", hasSize(20));
    assertThat(Rows.count("standing_instruction", "organization = ?", EHIME)).isEqualTo(20);
  }

  private static ValidatableResponse one(String caller, UUID id) {
    return as(caller).get(PATH + "/{id}", id).then();
  }

  private static ValidatableResponse put(
      String caller, UUID id, String ifMatch, Map<String, Object> body) {
    return as(caller)
        .contentType(ContentType.JSON)
        .header("If-Match", ifMatch)
        .body(body)
        .put(PATH + "/{id}", id)
        .then();
  }
}
