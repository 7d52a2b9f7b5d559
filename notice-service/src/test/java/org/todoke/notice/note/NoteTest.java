package org.todoke.notice.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;

@QuarkusTest
class NoteTest extends NoticeServiceTest {

  private static final String PATH = "/v1/notices/{id}/deliveries/{organization}/notes";

  private UUID id = new UUID(0, 0);

  @BeforeEach
  void cascade() {
    id = issued();
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    forwarded(id, MINATO);
  }

  @Test
  void upwardsItIsForThoseOnTheWayAndForNobodyBesideIt() {
    write(MINATO, "up", "担当者不在につき来週対応します").statusCode(201);

    for (String reader : List.of(MINATO, YAWATAHAMA, EHIME, DIVISION)) {
      read(reader, MINATO)
          .statusCode(200)
          .body("items.text", contains("担当者不在につき来週対応します"))
          .body("items.direction", contains("up"));
    }
    // Minato counts in Ikata too, which has the notice; but it did not come from there.
    read(IKATA, MINATO).statusCode(200).body("items", empty());
    read(MINATO_HOME, MINATO).statusCode(200).body("items", empty());
    for (String stranger : List.of(OZU, KOCHI, OTHER_DIVISION, HIJIKAWA)) {
      read(stranger, MINATO).statusCode(404);
    }
  }

  @Test
  void whoSendsItByASecondWayIsOnTheWayFromThenOn() {
    write(MINATO, "up", "x").statusCode(201);
    forwarded(id, IKATA);

    read(IKATA, MINATO).body("items.text", contains("x"));
  }

  @Test
  void downwardsItIsForThoseWhoGotItFromTheWriter() {
    write(YAWATAHAMA, "down", "市の様式で回答してください").statusCode(201);

    read(MINATO, YAWATAHAMA).statusCode(200).body("items.text", contains("市の様式で回答してください"));
    read(EHIME, YAWATAHAMA).statusCode(200).body("items", empty());
    read(DIVISION, YAWATAHAMA).statusCode(200).body("items", empty());
    read(MINATO_HOME, YAWATAHAMA).statusCode(404);
    read(OZU, YAWATAHAMA).statusCode(404);
  }

  @Test
  void insideItIsForNobodyElseAndNoFact() {
    try (Events events = new Events()) {
      write(YAWATAHAMA, "inside", "係長確認済み").statusCode(201);
      write(YAWATAHAMA, "up", "x").statusCode(201);

      read(YAWATAHAMA, YAWATAHAMA).body("items.direction", contains("inside", "up"));
      read(EHIME, YAWATAHAMA).body("items.direction", contains("up"));
      assertThat(
              Rows.of("select data ->> 'direction' as d from fact where type = 'delivery.noted'"))
          .extracting(row -> row.get("d"))
          .containsExactly("up");
      Eventually.assertThat(
          () ->
              assertThat(events.heard(id))
                  .filteredOn(e -> e.type().equals("delivery.noted"))
                  .singleElement()
                  .satisfies(e -> assertThat(e.data().toString()).doesNotContain("text")));
    }
  }

  @Test
  void onlyTheAddresseeWritesAndNotWithoutBound() {
    post(as(EHIME), PATH, json("direction", "up", "text", "x"), id, YAWATAHAMA).statusCode(403);
    post(as(OZU), PATH, json("direction", "up", "text", "x"), id, YAWATAHAMA).statusCode(404);
    post(as(OZU), PATH, json("text", "長".repeat(2_001)), id, OZU)
        .statusCode(422)
        .body("violations.code", contains("text.too-long", "value.required"));
    Rows.change(
        """
        insert into delivery_note (id, notice_id, organization, direction, body, written_at)
        select uuidv7(), ?, ?, 'inside', 'x', now() from generate_series(1, 99)
        """,
        id,
        OZU);

    write(OZU, "inside", "x").statusCode(201);
    write(OZU, "inside", "x").statusCode(409).body("code", equalTo("note.too-many"));
    as(OZU)
        .get(PATH + "?limit=60", id, OZU)
        .then()
        .body("items.size()", equalTo(60))
        .body("next", notNullValue());
  }

  private ValidatableResponse write(String organization, String direction, String text) {
    return post(
        as(organization), PATH, json("direction", direction, "text", text), id, organization);
  }

  private ValidatableResponse read(String reader, String organization) {
    return as(reader).get(PATH, id, organization).then();
  }
}
