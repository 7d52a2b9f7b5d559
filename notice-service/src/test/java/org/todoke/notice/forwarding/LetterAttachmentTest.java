package org.todoke.notice.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class LetterAttachmentTest extends NoticeServiceTest {

  private static final byte[] FORM = "市の回答様式".getBytes(StandardCharsets.UTF_8);
  private static final String PATH =
      "/v1/notices/{id}/deliveries/{organization}/forwarding/attachments";

  @Test
  void goesWithTheLetterToEverybodyOnTheWayAndToNobodyElse() {
    UUID id = toYawatahama();
    String attachment = prepare(YAWATAHAMA, id, FORM).statusCode(201).extract().path("id");
    as(YAWATAHAMA).get(PATH, id, YAWATAHAMA).then().body("items.id", contains(attachment));

    String letter =
        forward(id, YAWATAHAMA, toAll())
            .statusCode(201)
            .body("coverLetter.attachments.name", contains("様式.txt"))
            .body("coverLetter.attachments.sha256", contains(sha256(FORM)))
            .extract()
            .path("coverLetter.id");
    forwarded(id, MINATO);

    as(YAWATAHAMA).get(PATH, id, YAWATAHAMA).then().body("items", empty());
    delivery(MINATO_HOME, id, MINATO_HOME)
        .body("arrivals[0].coverLetters[1].attachments.id", contains(attachment));
    for (String reader : List.of(YAWATAHAMA, SHIOSAI, MINATO, MINATO_HOME)) {
      assertThat(
              download(reader, id, letter, attachment)
                  .statusCode(200)
                  .contentType("text/plain")
                  .header("X-Content-Type-Options", "nosniff")
                  .extract()
                  .asByteArray())
          .as(reader)
          .isEqualTo(FORM);
    }
    for (String other : List.of(OZU, IKATA)) {
      download(other, id, letter, attachment).statusCode(404);
    }
    // As the letter itself: not of those above.
    download(EHIME, id, letter, attachment).statusCode(404);
    as(DIVISION, "forwarder")
        .get("/v1/notices/{id}/cover-letters/{letter}/attachments/{file}", id, letter, attachment)
        .then()
        .statusCode(404);
  }

  @Test
  void whatWasSentIsNeverChangedAndWhatIsPreparedIsTheAuthorsAlone() throws SQLException {
    UUID id = toYawatahama();
    String kept = prepare(YAWATAHAMA, id, FORM).statusCode(201).extract().path("id");
    String other =
        prepare(YAWATAHAMA, id, "x".getBytes(StandardCharsets.UTF_8))
            .statusCode(201)
            .extract()
            .path("id");
    as(EHIME).get(PATH, id, YAWATAHAMA).then().statusCode(403);
    as(OZU).get(PATH, id, YAWATAHAMA).then().statusCode(404);
    assertThat(seenBy(EHIME, "letter_attachment")).isZero();
    assertThat(seenBy(YAWATAHAMA, "letter_attachment")).isEqualTo(2);
    assertThat(seenBy(YAWATAHAMA, "enclosure_content")).isEqualTo(2);
    assertThat(seenBy(OZU, "enclosure_content")).isZero();
    for (int i = 0; i < 2; i++) {
      as(YAWATAHAMA).delete(PATH + "/{file}", id, YAWATAHAMA, other).then().statusCode(204);
    }

    forward(id, YAWATAHAMA, toAll())
        .statusCode(201)
        .body("coverLetter.attachments.id", contains(kept));

    prepare(YAWATAHAMA, id, FORM)
        .statusCode(409)
        .body("code", equalTo("forwarding.already-forwarded"));
    as(YAWATAHAMA).delete(PATH + "/{file}", id, YAWATAHAMA, kept).then().statusCode(409);
    try (Connection app = Rows.database().connectAsApp();
        Statement statement = app.createStatement()) {
      Rows.of(app, "select set_config('todoke.org', ?, false)", YAWATAHAMA);
      assertThat(statement.executeUpdate("update letter_attachment set name = 'x'")).isZero();
      assertThat(statement.executeUpdate("delete from letter_attachment")).isZero();
    }
    assertThat(seenBy(SHIOSAI, "letter_attachment")).isEqualTo(1);
    assertThat(seenBy(OZU, "letter_attachment")).isZero();
    assertThat(seenBy(EHIME, "letter_attachment")).isZero();
  }

  @Test
  void nobodyPreparesForAnotherOrWithoutBound() throws SQLException {
    UUID id = toYawatahama();
    prepare(EHIME, id, YAWATAHAMA, FORM).statusCode(403);
    prepare(OZU, id, YAWATAHAMA, FORM).statusCode(404);
    for (int i = 0; i < 20; i++) {
      prepare(YAWATAHAMA, id, FORM).statusCode(201);
    }

    prepare(YAWATAHAMA, id, FORM)
        .statusCode(422)
        .body("violations[0].code", equalTo("attachment.letter-too-many"));
    assertThat(Rows.count("enclosure_content", "true")).isEqualTo(1);
    try (Connection app = Rows.database().connectAsApp();
        Statement statement = app.createStatement()) {
      Rows.of(app, "select set_config('todoke.org', ?, false)", OZU);
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "insert into letter_attachment (id, notice_id, organization, ordinal, name,"
                          + " media_type, sha256, size, added_at) values (gen_random_uuid(), '"
                          + id
                          + "', '"
                          + YAWATAHAMA
                          + "', 99, 'x', 'x', '"
                          + sha256(FORM)
                          + "', 1, now())"))
          .hasMessageContaining("row-level security");
    }
  }

  private static UUID toYawatahama() {
    UUID id = issued();
    forwarded(id, EHIME);
    return id;
  }

  private static ValidatableResponse prepare(String organization, UUID id, byte[] content) {
    return prepare(organization, id, organization, content);
  }

  private static ValidatableResponse prepare(
      String caller, UUID id, String organization, byte[] content) {
    return as(caller)
        .contentType("application/octet-stream")
        .queryParam("name", "様式.txt")
        .queryParam("sheets", 1)
        .queryParam("sha256", sha256(content))
        .body(content)
        .post(PATH, id, organization)
        .then();
  }

  private static ValidatableResponse download(
      String reader, UUID id, String letter, String attachment) {
    return as(reader)
        .get("/v1/notices/{id}/cover-letters/{letter}/attachments/{file}", id, letter, attachment)
        .then();
  }

  private static long seenBy(String caller, String table) throws SQLException {
    try (Connection app = Rows.database().connectAsApp()) {
      Rows.of(app, "select set_config('todoke.org', ?, false)", caller);
      return (Long) Rows.of(app, "select count(*) as n from " + table).get(0).get("n");
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
