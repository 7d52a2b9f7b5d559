package org.todoke.notice.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;

@QuarkusTest
class QuestionTest extends NoticeServiceTest {

  private static final List<String> TABLES =
      List.of("question", "question_reply", "published_answer");

  private UUID id = new UUID(0, 0);
  private String letter = "";

  @BeforeEach
  void cascade() {
    Map<String, Object> paper = paper();
    paper.put("issuers", List.of(DIVISION, OTHER_DIVISION));
    id = issued(paper);
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    forwarded(id, MINATO);
    letter =
        as(YAWATAHAMA)
            .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, YAWATAHAMA)
            .then()
            .extract()
            .path("coverLetter.id");
  }

  @Test
  void isBetweenTheTwoSidesAlone() throws SQLException {
    String question = ask(MINATO, json("text", "グループ共有も対象ですか")).extract().path("id");

    reply(DIVISION, question, "対象です").statusCode(201).body("answered", equalTo(true));
    reply(MINATO, question, "承知しました").statusCode(201);

    one(MINATO, question)
        .statusCode(200)
        .body("addressee", equalTo(DIVISION))
        .body("replies.author", contains(DIVISION, MINATO))
        .body("permittedActions", contains("reply"));
    // Whoever signed the notice too.
    one(OTHER_DIVISION, question).statusCode(200).body("replies.text", contains("対象です", "承知しました"));
    for (String other : List.of(YAWATAHAMA, EHIME, MINATO_HOME, SHIOSAI, KOCHI)) {
      one(other, question).statusCode(404);
      reply(other, question, "x").statusCode(404);
      as(other).get("/v1/notices/{id}/questions", id).then().body("items", empty());
      assertThat(seenBy(other, "question")).as(other).isZero();
      assertThat(seenBy(other, "question_reply")).as(other).isZero();
    }
    as(DIVISION).get("/v1/notices/{id}/questions", id).then().body("items.id", contains(question));
    assertThat(seenBy(MINATO, "question_reply")).isEqualTo(2);
  }

  @Test
  void aboutALetterItsAuthorIsAskedByThoseToWhomItCame() {
    String question =
        ask(MINATO_HOME, json("text", "様式はどこですか", "coverLetterId", letter))
            .body("addressee", equalTo(YAWATAHAMA))
            .extract()
            .path("id");

    reply(YAWATAHAMA, question, "添付しました").statusCode(201);
    for (String other : List.of(DIVISION, OTHER_DIVISION, EHIME, MINATO)) {
      one(other, question).statusCode(404);
    }
    for (String stranger : List.of(OZU, EHIME)) {
      post(
              as(stranger),
              "/v1/notices/{id}/questions",
              json("text", "x", "coverLetterId", letter),
              id)
          .statusCode(422)
          .body("violations[0].code", equalTo("question.letter-unknown"));
    }
  }

  @Test
  void publishedAnswerIsForAllWhoHaveThePaperWithoutTheOneWhoAsked() {
    ask(MINATO, json("text", "みなとケアの場合は"));

    publish(DIVISION, json("question", "共有も対象か", "answer", "対象です")).statusCode(201);

    for (String reader : List.of(MINATO, MINATO_HOME, EHIME, OZU, KOCHI, OTHER_DIVISION)) {
      String all =
          answers(reader)
              .statusCode(200)
              .body("items.answer", contains("対象です"))
              .body("items.author", contains(DIVISION))
              .extract()
              .asString();
      assertThat(all).doesNotContain(MINATO).doesNotContain("みなと");
    }
    // Not reached yet.
    answers("kj:3870798513").statusCode(404);
  }

  @Test
  void answerOfANodeIsForIt() throws SQLException {
    publish(DIVISION, json("question", "q", "answer", "a", "below", YAWATAHAMA)).statusCode(201);

    for (String reader :
        List.of(DIVISION, OTHER_DIVISION, YAWATAHAMA, SHIOSAI, MINATO, MINATO_HOME)) {
      answers(reader).body("items.below", contains(YAWATAHAMA));
      assertThat(seenBy(reader, "published_answer")).as(reader).isEqualTo(1);
    }
    for (String reader : List.of(EHIME, IKATA, OZU, KOCHI, MINATO_IKATA)) {
      answers(reader).statusCode(200).body("items", empty());
      assertThat(seenBy(reader, "published_answer")).as(reader).isZero();
    }
  }

  @Test
  void answerAboutALetterIsForThoseWhoHoldIt() throws SQLException {
    publish(YAWATAHAMA, json("question", "q", "answer", "a", "coverLetterId", letter))
        .statusCode(201);

    for (String reader : List.of(YAWATAHAMA, SHIOSAI, MINATO, MINATO_HOME, MINATO_IKATA)) {
      answers(reader).body("items.coverLetterId", contains(letter));
    }
    for (String reader : List.of(DIVISION, EHIME, OZU)) {
      answers(reader).statusCode(200).body("items", empty());
      assertThat(seenBy(reader, "published_answer")).as(reader).isZero();
    }
    publish(YAWATAHAMA, json("question", "q", "answer", "a"))
        .statusCode(403)
        .body("code", equalTo("answer.only-the-writer"));
    publish(EHIME, json("question", "q", "answer", "a", "coverLetterId", letter)).statusCode(422);
    publish(YAWATAHAMA, json("question", "q", "answer", "a", "coverLetterId", letter, "below", OZU))
        .statusCode(422)
        .body("violations[0].code", equalTo("answer.node-unknown"));
  }

  @Test
  void eventsSayNeitherWhatNorWho() {
    try (Events events = new Events()) {
      String question = ask(MINATO, json("text", "質問本文")).extract().path("id");
      reply(DIVISION, question, "回答本文").statusCode(201);
      publish(DIVISION, json("question", "公表質問", "answer", "公表回答")).statusCode(201);

      Eventually.assertThat(() -> assertThat(told(events)).hasSize(3));
      List<ReceivedEvent> told = told(events);
      told.forEach(EventContract::assertValid);
      assertThat(told)
          .extracting(e -> e.type() + " " + e.sequence())
          .containsExactlyInAnyOrder(
              "question.asked 1", "question.answered 2", "answer.published 1");
      assertThat(told)
          .allSatisfy(
              e ->
                  assertThat(e.data().toString())
                      .doesNotContain(MINATO)
                      .doesNotContain("本文")
                      .doesNotContain("公表"));
    }
  }

  @Test
  void nothingIsWithoutBoundAndNothingIsWrittenForAnother() throws SQLException {
    for (int i = 0; i < 20; i++) {
      ask(SHIOSAI, json("text", "x"));
    }
    post(as(SHIOSAI), "/v1/notices/{id}/questions", json("text", "x"), id)
        .statusCode(409)
        .body("code", equalTo("question.too-many"));
    post(as(OZU), "/v1/notices/{id}/questions", json("text", "長".repeat(4_001)), id)
        .statusCode(422);
    post(as("kj:3870798513"), "/v1/notices/{id}/questions", json("text", "x"), id).statusCode(404);
    try (Connection app = Rows.database().connectAsApp();
        Statement statement = app.createStatement()) {
      Rows.of(app, "select set_config('todoke.org', ?, false)", OZU);
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "insert into question (id, notice_id, asker, addressee, body, asked_at)"
                          + " values (gen_random_uuid(), '"
                          + id
                          + "', 'lg:384429', 'x', 'x', now())"))
          .hasMessageContaining("row-level security");
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "insert into published_answer (id, notice_id, author, question_body,"
                          + " answer_body, published_at) values (gen_random_uuid(), '"
                          + id
                          + "', 'lg:382078', 'x', 'x', now())"))
          .hasMessageContaining("row-level security");
      assertThatThrownBy(() -> statement.executeUpdate("delete from question_reply"))
          .hasMessageContaining("permission denied");
    }
    for (String table : TABLES) {
      assertThat(seenBy("", table)).as(table).isZero();
    }
  }

  private List<ReceivedEvent> told(Events events) {
    return events.heard(id).stream()
        .filter(e -> e.type().startsWith("question.") || e.type().startsWith("answer."))
        .toList();
  }

  private ValidatableResponse ask(String asker, Map<String, Object> body) {
    return post(as(asker), "/v1/notices/{id}/questions", body, id).statusCode(201);
  }

  private ValidatableResponse reply(String author, String question, String text) {
    return post(
        as(author),
        "/v1/notices/{id}/questions/{question}/replies",
        json("text", text),
        id,
        question);
  }

  private ValidatableResponse one(String reader, String question) {
    return as(reader).get("/v1/notices/{id}/questions/{question}", id, question).then();
  }

  private ValidatableResponse publish(String author, Map<String, Object> body) {
    return post(as(author), "/v1/notices/{id}/answers", body, id);
  }

  private ValidatableResponse answers(String reader) {
    return as(reader).get("/v1/notices/{id}/answers", id).then();
  }

  private static long seenBy(String caller, String table) throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      Rows.of(app, "select set_config('todoke.org', ?, false)", caller);
      return (Long) Rows.of(app, "select count(*) as n from " + table).get(0).get("n");
    }
  }
}
