package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** Issuer, number and date are the key of a paper. */
@QuarkusTest
class DocumentNumberTest extends NoticeServiceTest {

  private static final String NUMBER = "老総発0711第1号";

  @ParameterizedTest
  @CsvSource({
    "老総発0711第1号, 老総発0711第1号",
    "老総発０７１１第１号, 老総発0711第1号",
    "老総発 0711 第 1 号, 老総発0711第1号",
    "老発第0718003号, 老発第0718003号",
    "25長寿第1234号, 25長寿第1234号",
    "社援第八二五号, 社援第八二五号",
    "a‐1, A-1",
    "a−1, A-1",
  })
  void numbersAreComparedByWhatTheySay(String printed, String key) {
    assertThat(key(printed)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"事務連絡", "（別添）", " "})
  void whatHasNoFigureInItIsNoNumber(String printed) {
    assertThat(key(printed)).isNull();
  }

  @Test
  void numberIsGivenOncePerIssuerAndDate() {
    UUID first = issued(numbered(NUMBER));

    issue(draft(numbered("老総発０７１１第１号")))
        .statusCode(409)
        .body("code", equalTo("notice.document-number-taken"))
        .body("detail", containsString(first.toString()));

    issued(numbered("老総発0711第2号"));
    issued(changed("issuedOn", "2014-07-11"));
    Map<String, Object> ofAnother = changed("issuers", List.of(OTHER_DIVISION));
    issued(ofAnother);
    issued(changed("usage", "test"));
  }

  @Test
  void ofTwoThatAreIssuedAtTheSameMomentOneGetsTheNumber() {
    UUID first = draft(numbered(NUMBER));
    UUID second = draft(numbered(NUMBER));

    var one = CompletableFuture.supplyAsync(() -> issue(first).extract().statusCode());
    var other = CompletableFuture.supplyAsync(() -> issue(second).extract().statusCode());

    assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void papersWithoutANumberAreAsManyAsOneLikes() {
    issued(numbered("事務連絡"));
    issued(numbered("事務連絡"));
  }

  @Test
  void laterVersionMayCarryTheNumberOfTheFormerAndNobodyElseMay() {
    UUID former = issued(numbered(NUMBER));
    Map<String, Object> correction = numbered(NUMBER);
    correction.remove("audience");
    correction.put("relations", List.of(json("kind", "corrects", "noticeId", former.toString())));

    UUID later = issued(correction);

    issue(draft(numbered(NUMBER))).statusCode(409).body("detail", containsString(later.toString()));
  }

  @Test
  void whatWasCancelledKeepsItsNumber() {
    UUID first = issued(numbered(NUMBER));
    as(DIVISION)
        .contentType("application/json")
        .body(json("reason", "誤発出"))
        .post("/v1/notices/{id}/cancellation", first)
        .then()
        .statusCode(200);

    issue(draft(numbered(NUMBER))).statusCode(409);
  }

  @Test
  void noticeIsFoundByItsNumberHoweverItIsWritten() {
    UUID id = issued(numbered(NUMBER));
    issued(numbered("老総発0711第2号"));

    for (String caller : List.of(DIVISION, EHIME)) {
      String list = caller.equals(DIVISION) ? "/v1/notices" : "/v1/deliveries";
      String item = caller.equals(DIVISION) ? "items.id" : "items.notice.id";
      as(caller)
          .queryParam("documentNumber", "老総発０７１１ 第１号")
          .get(list)
          .then()
          .statusCode(200)
          .body(item, contains(id.toString()));
      as(caller)
          .queryParam("documentNumber", "事務連絡")
          .get(list)
          .then()
          .statusCode(200)
          .body(item, empty());
    }
    as(DIVISION)
        .queryParam("documentNumber", "1".repeat(65))
        .get("/v1/notices")
        .then()
        .statusCode(422);
  }

  private static Map<String, Object> numbered(String number) {
    Map<String, Object> paper = paper();
    paper.put("documentNumber", number);
    return paper;
  }

  private static Map<String, Object> changed(String field, Object value) {
    Map<String, Object> paper = numbered(NUMBER);
    paper.put(field, value);
    return paper;
  }

  private static ValidatableResponse issue(UUID id) {
    return as(DIVISION).post("/v1/notices/{id}/issue", id).then();
  }

  private static Object key(String printed) {
    return Rows.of("select document_key(?) as key", printed).get(0).get("key");
  }
}
