package org.todoke.notice.authoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Tokens;

@QuarkusTest
class AttachmentTest extends NoticeServiceTest {

  private static final byte[] PAPER = "別添1 個人情報の適切な取扱いについて".getBytes(StandardCharsets.UTF_8);

  @TestHTTPResource("/")
  URI base;

  static ValidatableResponse attach(UUID notice, String name, byte[] content, int sheets) {
    return attach(as(DIVISION), notice, name, content, sheets, sha256(content));
  }

  private static ValidatableResponse attach(
      RequestSpecification caller,
      UUID notice,
      String name,
      byte[] content,
      int sheets,
      String sha256) {
    return caller
        .contentType("application/octet-stream")
        .queryParam("name", name)
        .queryParam("sheets", sheets)
        .queryParam("sha256", sha256)
        .body(content)
        .post("/v1/notices/{id}/attachments", notice)
        .then();
  }

  @Test
  void fileComesBackAsItWasSentToWhoeverMaySeeTheNotice() {
    UUID id = draft(paper());
    byte[] large = new byte[700_000];
    Arrays.fill(large, (byte) 'x');
    System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);

    String attachment =
        attach(id, "別添 1.pdf", large, 3)
            .statusCode(201)
            .body("mediaType", equalTo("application/pdf"))
            .body("size", equalTo(700_000))
            .body("sha256", equalTo(sha256(large)))
            .body("declaredSheets", equalTo(3))
            .extract()
            .path("id");
    as(EHIME).get(path(id, attachment)).then().statusCode(404);
    as(DIVISION).get(path(id, attachment)).then().statusCode(200);
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(422);
    Rows.change("update notice set declared_sheets = 3 where id = ?", id);
    as(DIVISION).post("/v1/notices/{id}/issue", id).then().statusCode(200);

    byte[] received =
        as(EHIME)
            .get(path(id, attachment))
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("X-Content-Type-Options", "nosniff")
            .header(
                "Content-Disposition", "attachment; filename*=UTF-8''%E5%88%A5%E6%B7%BB%201.pdf")
            .extract()
            .asByteArray();
    assertThat(received).isEqualTo(large);
    as(YAWATAHAMA).get(path(id, attachment)).then().statusCode(404);
  }

  @Test
  void oneContentIsKeptOnceHoweverManyNoticesCarryIt() {
    attach(draft(paper()), "a.txt", PAPER, 1).statusCode(201);
    attach(draft(paper()), "b.txt", PAPER, 1).statusCode(201);

    assertThat(Rows.count("enclosure_content", "sha256 = ?", sha256(PAPER))).isEqualTo(1);
    assertThat(Rows.count("attachment", "sha256 = ?", sha256(PAPER))).isEqualTo(2);
  }

  @Test
  void nothingIsAttachedToWhatIsOut() {
    UUID id = issued();

    attach(id, "a.txt", PAPER, 1).statusCode(409).body("code", equalTo("notice.already-issued"));
  }

  @Test
  void onlyTheLeadAttaches() {
    UUID id = draft(paper());

    attach(as(OTHER_DIVISION), id, "a.txt", PAPER, 1, sha256(PAPER)).statusCode(404);
    attach(as(DIVISION, "forwarder"), id, "a.txt", PAPER, 1, sha256(PAPER)).statusCode(403);
  }

  @Test
  void whatArrivesMustBeWhatWasDeclared() {
    UUID id = draft(paper());

    attach(as(DIVISION), id, "a.txt", PAPER, 1, "0".repeat(64))
        .statusCode(422)
        .body("violations[0].code", equalTo("attachment.digest-differs"));
    attach(as(DIVISION), id, "../a.txt", PAPER, -1, "0")
        .statusCode(422)
        .body(
            "violations.code",
            equalTo(
                List.of(
                    "attachment.name-malformed",
                    "number.too-small",
                    "attachment.digest-malformed")));
    attach(id, "a.txt", new byte[0], 1)
        .statusCode(422)
        .body("violations[0].code", equalTo("attachment.empty"));
    attach(id, "a.exe", new byte[] {'M', 'Z', 0, 0}, 1)
        .statusCode(422)
        .body("violations[0].code", equalTo("attachment.unknown-kind"));
    assertThat(Rows.count("attachment", "notice_id = ?", id)).isZero();
  }

  @Test
  void twentyMebibytesAreTheBound() throws Exception {
    UUID id = draft(paper());
    byte[] tooLarge = new byte[20 * 1024 * 1024 + 1];
    Arrays.fill(tooLarge, (byte) 'x');

    HttpResponse<String> refused = upload(id, tooLarge);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("attachment.too-large");
    assertThat(Rows.count("enclosure_content", "true")).isZero();
    assertThat(upload(id, Arrays.copyOf(tooLarge, tooLarge.length - 1)).statusCode())
        .isEqualTo(201);
  }

  /** Not by REST-assured, which takes minutes over so much. */
  private HttpResponse<String> upload(UUID notice, byte[] content) throws Exception {
    String query = "?name=a.txt&sha256=" + sha256(content);
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/v1/notices/" + notice + "/attachments" + query))
            .header("Authorization", "Bearer " + Tokens.of(DIVISION, "issuer"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void repeatedRequestAttachesOnce() {
    UUID id = draft(paper());
    String key = UUID.randomUUID().toString();

    String first =
        attach(keyed(key), id, "a.txt", PAPER, 1, sha256(PAPER))
            .statusCode(201)
            .extract()
            .asString();
    String second =
        attach(keyed(key), id, "a.txt", PAPER, 1, sha256(PAPER))
            .statusCode(201)
            .extract()
            .asString();

    assertThat(second).isEqualTo(first);
    assertThat(Rows.count("attachment", "notice_id = ?", id)).isEqualTo(1);
  }

  private static RequestSpecification keyed(String key) {
    return given().auth().oauth2(Tokens.of(DIVISION, "issuer")).header("Idempotency-Key", key);
  }

  private static String path(UUID notice, String attachment) {
    return "/v1/notices/" + notice + "/attachments/" + attachment;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
