package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ParametersTest extends WebTest {

  private static final String PATH = "/v1/things/by/lg:382043/0191d1de-0000-7000-8000-000000000000";

  @Test
  void goodParametersAreUnderstood() {
    Response answer =
        asCity()
            .queryParam("usage", "test")
            .queryParam("usages", "test", "actual")
            .queryParam("on", "平成25年7月11日")
            .header("X-Kind", "abc")
            .get(PATH);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getMap(""))
        .isEqualTo(
            Map.of(
                "code",
                "lg:382043",
                "usage",
                "TEST",
                "usages",
                "[TEST, ACTUAL]",
                "on",
                "2013-07-11"));
  }

  @ParameterizedTest
  @CsvSource({
    "usage, TEST, enum.unknown",
    "usages, nix, enum.unknown",
    "on, 平成25年2月30日, date.not-a-day",
    "on, tomorrow, date.unreadable",
    "count, many, type.integer",
    "count, 99999999999, type.integer",
    "text, toolong, text.too-long",
    "text, 'a\u0001', text.control-character"
  })
  void badQueryParameterIsNamed(String name, String value, String code) {
    Response answer = asCity().queryParam(name, value).get(PATH);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(faults(answer)).containsExactly(tuple("query:" + name, code));
  }

  @Test
  void badPathParameterIsNamed() {
    assertThat(faults(asCity().get("/v1/things/by/xx/0191d1de-0000-7000-8000-000000000000")))
        .containsExactly(tuple("path:code", "organization-code.malformed"));
    assertThat(faults(asCity().get("/v1/things/by/lg:382043/1-1-1-1-1")))
        .containsExactly(tuple("path:id", "uuid.malformed"));
  }

  @Test
  void constraintsOfParametersAreToldAtOnce() {
    Response answer = asCity().header("X-Kind", "1").queryParam("text", "toolong").get(PATH);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(faults(answer))
        .containsExactly(tuple("header:X-Kind", "text.form"), tuple("query:text", "text.too-long"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, number.too-small",
    "-1, number.too-small",
    "201, number.too-large",
    "x, type.integer"
  })
  void pageIsBounded(String limit, String code) {
    assertThat(faults(asCity().queryParam("limit", limit).get("/v1/things")))
        .containsExactly(tuple("query:limit", code));
  }

  @Test
  void pagesFollowEachOther() {
    Response first = asCity().queryParam("limit", 3).get("/v1/things");
    Response second =
        asCity()
            .queryParam("limit", 3)
            .queryParam("cursor", first.jsonPath().getString("next"))
            .get("/v1/things");

    assertThat(first.jsonPath().getList("items")).containsExactly(1, 2, 3);
    assertThat(second.jsonPath().getList("items")).containsExactly(4, 5);
    assertThat(second.jsonPath().getMap("")).doesNotContainKey("next");
  }

  @Test
  void madeUpCursorIsRefused() {
    Response answer = asCity().queryParam("cursor", "bm9uc2Vuc2U").get("/v1/things");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(faults(answer)).containsExactly(tuple("query:cursor", "cursor.unknown"));
  }

  @Test
  void editNeedsThePresentVersion() {
    assertThat(asCity().put("/v1/things/versioned").jsonPath().getString("code"))
        .isEqualTo("request.precondition-required");
    assertThat(asCity().put("/v1/things/versioned").statusCode()).isEqualTo(428);
    assertThat(asCity().header("If-Match", "\"6\"").put("/v1/things/versioned").statusCode())
        .isEqualTo(412);
    Response changed = asCity().header("If-Match", "\"7\"").put("/v1/things/versioned");
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(changed.header("ETag")).isEqualTo("\"8\"");
  }

  private static List<Tuple> faults(Response answer) {
    List<Map<String, String>> violations = answer.jsonPath().getList("violations");
    return violations.stream().map(v -> tuple(v.get("pointer"), v.get("code"))).toList();
  }
}
