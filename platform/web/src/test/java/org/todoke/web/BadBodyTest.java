package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadBodyTest extends WebTest {

  private static final String SOUND = "\"name\": \"点検\", \"count\": 1";

  @Test
  void goodBodyIsUnderstoodWithDatesInBothForms() {
    Response answer =
        post("{" + SOUND + ", \"issuedOn\": \"平成２５年７月１１日\", \"usage\": \"exercise\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("name")).isEqualTo("点検");
    assertThat(answer.jsonPath().getString("issuedOn")).isEqualTo("2013-07-11");
    assertThat(answer.jsonPath().getString("usage")).isEqualTo("exercise");
    assertThat(answer.jsonPath().getMap("")).doesNotContainKey("contact");
  }

  @Test
  void malformedJsonIsRefusedWithThePlaceAndWithoutItsContent() {
    Response answer = post("{\n  \"name\": secret-of-a-patient\n}");

    assertProblem(answer, 400, "request.malformed-json");
    assertThat(answer.jsonPath().getString("detail")).contains("2行");
    assertThat(answer.asString()).doesNotContain("secret").doesNotContain("jackson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"a\", \"count\": 1",
        "{\"name\": \"a\", \"count\": 1} {}",
        "{\"name\": \"a\", \"name\": \"b\", \"count\": 1}",
        "{\"count\": 007}",
        "nothing",
        "{'name': 'a'}"
      })
  void textThatIsNotExactlyOneJsonValueIsRefused(String body) {
    assertProblem(post(body), 400, "request.malformed-json");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    Response answer =
        asCity()
            .contentType("application/json")
            .body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
            .post("/v1/things");

    assertProblem(answer, 400, "request.malformed-json");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertProblem(
        post("{" + SOUND + ", \"contact\": " + "[".repeat(200)), 400, "request.malformed-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "  "})
  void missingBodyIsRefused(String body) {
    assertProblem(post(body), 400, "request.body-missing");
  }

  @Test
  void bodyMayBeLeftOutWhereItIsOptional() {
    asCity().contentType("application/json").post("/v1/things/optional").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "7", "true"})
  void bodyOfAnotherShapeIsRefused(String body) {
    Response answer = post(body);

    assertProblem(answer, 422, "request.invalid");
    assertThat(faults(answer)).containsExactly(tuple("", "type.object"));
  }

  @Test
  void unknownFieldsAreNamedOnEveryLevel() {
    Response answer =
        post("{" + SOUND + ", \"extra\": {\"a\": 1}, \"a~/b\": 1, \"contact\": {\"mail\": \"x\"}}");

    assertProblem(answer, 422, "request.invalid");
    assertThat(faults(answer))
        .containsExactlyInAnyOrder(
            tuple("/extra", "field.unknown"),
            tuple("/a~0~1b", "field.unknown"),
            tuple("/contact/mail", "field.unknown"));
  }

  @Test
  void everyFaultOfOneBodyIsToldAtOnce() {
    Response answer =
        post(
            """
            {"name": 5, "count": "3", "usage": "real", "issuedOn": "平成25年2月30日", "at": "noon",
             "id": "1-1-1-1-1", "organization": "zz:1", "urgent": "yes",
             "contact": {"department": true, "telephone": "abc", "mail": "x@y"},
             "items": [{"text": " "}, {"text": "a", "amount": 1.5}, 7, {"text": "b"}],
             "usages": ["test", "nix"], "numbers": [1, "2", 3, 4.5], "extra": 1}
            """);

    assertProblem(answer, 422, "request.invalid");
    assertThat(faults(answer))
        .containsExactlyInAnyOrder(
            tuple("/name", "type.text"),
            tuple("/count", "type.integer"),
            tuple("/usage", "enum.unknown"),
            tuple("/issuedOn", "date.not-a-day"),
            tuple("/at", "instant.unreadable"),
            tuple("/id", "uuid.malformed"),
            tuple("/organization", "organization-code.malformed"),
            tuple("/urgent", "type.boolean"),
            tuple("/contact/department", "type.text"),
            tuple("/contact/mail", "field.unknown"),
            tuple("/contact/telephone", "contact.telephone-form"),
            tuple("/items/0/text", "text.blank"),
            tuple("/items/1/amount", "type.integer"),
            tuple("/items/2", "type.object"),
            tuple("/usages/1", "enum.unknown"),
            tuple("/numbers/1", "type.integer"),
            tuple("/numbers/3", "type.integer"),
            tuple("/extra", "field.unknown"));
    assertThat(answer.jsonPath().getList("violations.message", String.class))
        .contains("次のいずれかを指定してください：actual, exercise, test", "暦にない日付です。");
  }

  @Test
  void constraintsOfASoundBodyAreToldAtOnce() {
    Response answer =
        post(
            """
            {"name": "一二三四五六七八九十一二三四五六七八九十一", "count": -1,
             "items": [{"text": "a"}, {"text": ""}], "contact": {"telephone": "TEL"}}
            """);

    assertProblem(answer, 422, "request.invalid");
    assertThat(faults(answer))
        .containsExactlyInAnyOrder(
            tuple("/name", "text.too-long"),
            tuple("/count", "number.too-small"),
            tuple("/items/1/text", "text.blank"),
            tuple("/contact/telephone", "contact.telephone-form"));
    assertThat(answer.jsonPath().getList("violations.message", String.class))
        .contains("20文字以内にしてください。");
  }

  @Test
  void missingNumberIsRequiredNotZero() {
    Response answer = post("{\"name\": \"a\"}");

    assertThat(faults(answer)).containsExactly(tuple("/count", "value.required"));
  }

  @ParameterizedTest
  @CsvSource({
    "平成25年2月30日, date.not-a-day",
    "平成31年5月1日, date.era-ended",
    "昭和64年1月8日, date.era-ended",
    "平成元年1月7日, date.before-era",
    "2013-02-29, date.not-a-day",
    "2013/07/11, date.unreadable",
    "tomorrow, date.unreadable"
  })
  void impossibleDateIsRefused(String date, String code) {
    Response answer = post("{" + SOUND + ", \"issuedOn\": \"" + date + "\"}");

    assertThat(faults(answer)).containsExactly(tuple("/issuedOn", code));
  }

  @ParameterizedTest
  @CsvSource({
    "name, 1, type.text",
    "name, true, type.text",
    "name, '{}', type.text",
    "name, '[\"a\"]', type.text",
    "count, '\"1\"', type.integer",
    "count, 1.5, type.integer",
    "count, true, type.integer",
    "count, 99999999999, number.out-of-range",
    "count, null, value.required",
    "usage, 0, enum.unknown",
    "usage, '\"ACTUAL\"', enum.unknown",
    "issuedOn, 20130711, type.text",
    "issuedOn, '[2013,7,11]', type.text",
    "at, '\"2013-07-11\"', instant.unreadable",
    "at, 1373500800, type.text",
    "id, 7, type.text",
    "organization, 382043, type.text",
    "organization, '\"382043\"', organization-code.malformed",
    "urgent, 1, type.boolean",
    "urgent, '\"true\"', type.boolean",
    "contact, '\"x\"', type.object",
    "contact, '[]', type.object",
    "items, '{}', type.list",
    "numbers, 1, type.list"
  })
  void nothingIsQuietlyTurnedIntoAnotherType(String field, String value, String code) {
    String rest =
        field.equals("name") ? "\"count\": 1" : field.equals("count") ? "\"name\": \"a\"" : SOUND;

    Response answer = post("{" + rest + ", \"" + field + "\": " + value + "}");

    assertThat(faults(answer)).containsExactly(tuple("/" + field, code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "a\\u0007", "\\ud842", "\\udfb7a"})
  void textThatCannotBeStoredIsRefused(String text) {
    Response answer = post("{\"count\": 1, \"name\": \"" + text + "\"}");

    assertThat(faults(answer)).containsExactly(tuple("/name", "text.control-character"));
  }

  @Test
  void rareCharactersAndLineBreaksAreKept() {
    Response answer = post("{\"count\": 1, \"name\": \"𠮷田\\n髙﨑\\t\"}");

    assertThat(answer.jsonPath().getString("name")).isEqualTo("𠮷田\n髙﨑\t");
  }

  @Test
  void noMoreFaultsAreToldThanAPersonCanRead() {
    Response answer = post("{" + SOUND + ", \"numbers\": [" + "\"x\",".repeat(200) + "1]}");

    assertThat(faults(answer)).hasSize(50);
  }

  @Test
  void nameOfAnUnknownFieldIsNotRepeatedWithoutBound() {
    Response answer = post("{" + SOUND + ", \"" + "x".repeat(10_000) + "\": 1}");

    assertThat(answer.jsonPath().getString("violations[0].pointer")).hasSize(256);
  }

  private static Response post(String body) {
    return json(asCity(), body).post("/v1/things");
  }

  private static void assertProblem(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
  }

  private static List<Tuple> faults(Response answer) {
    JsonPath json = answer.jsonPath();
    List<Map<String, String>> violations = json.getList("violations");
    return violations.stream().map(v -> tuple(v.get("pointer"), v.get("code"))).toList();
  }
}
