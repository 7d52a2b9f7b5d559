package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.security.SystemScope;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.Tokens;

@QuarkusTest
@CleanDatabase(WebTest.DATABASE)
class IdempotencyTest extends WebTest {

  private static final String SHELF = "/v1/shelves/a/rows";
  private static final String CITY_TOKEN = Tokens.of(CITY, "registrar");
  private static final String TOWN_TOKEN = Tokens.of(TOWN, "registrar");

  @Inject Idempotency idempotency;
  @Inject Clock clock;

  @Test
  void repetitionGetsTheSameAnswerAndChangesNothing() {
    Response first = post(CITY_TOKEN, SHELF, "key-1", "点検表");
    Response second = post(CITY_TOKEN, SHELF, "key-1", "点検表");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.header("Location")).isEqualTo(first.header("Location")).contains(SHELF);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(second.jsonPath().getString("name")).isEqualTo("点検表");
    assertThat(rows()).containsExactly("点検表");
  }

  @Test
  void spacingAndOrderOfTheBodyDoNotMatter() {
    json(as(CITY_TOKEN).header("Idempotency-Key", "key-1"), "{\"name\":\"a\",\"count\":1}")
        .post(SHELF);
    Response second =
        json(
                as(CITY_TOKEN).header("Idempotency-Key", "key-1"),
                "{ \"count\" : 1,\n \"name\" : \"a\" }")
            .post(SHELF);

    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void answerWithoutBodyIsRepeatedToo() {
    Response first = post(CITY_TOKEN, SHELF + "/nothing", "key-1", "a");
    Response second = post(CITY_TOKEN, SHELF + "/nothing", "key-1", "a");

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(second.statusCode()).isEqualTo(204);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void sameKeyForAnotherBodyIsRefused() {
    post(CITY_TOKEN, SHELF, "key-1", "a");

    Response other = post(CITY_TOKEN, SHELF, "key-1", "b");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency.key-reused");
    assertThat(rows()).containsExactly("a");
  }

  /** The answer names what was made on the first shelf; it would be wrong for the second. */
  @Test
  void sameKeyForAnotherPlaceIsRefused() {
    post(CITY_TOKEN, SHELF, "key-1", "a");

    Response other = post(CITY_TOKEN, "/v1/shelves/b/rows", "key-1", "a");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency.key-reused");
  }

  @Test
  void keyBelongsToOneOrganizationAndOneOperation() throws Exception {
    post(CITY_TOKEN, SHELF, "key-1", "a");

    assertThat(post(TOWN_TOKEN, SHELF, "key-1", "b").statusCode()).isEqualTo(201);
    assertThat(post(CITY_TOKEN, SHELF + "/nothing", "key-1", "c").statusCode()).isEqualTo(204);
    assertThat(keys())
        .containsExactlyInAnyOrder(
            CITY + " POST /v1/shelves/{shelf}/rows",
            TOWN + " POST /v1/shelves/{shelf}/rows",
            CITY + " POST /v1/shelves/{shelf}/rows/nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "refuse, ''",
    "answer 409, ''",
    "crash, ''",
    "refuse, /transactional",
    "answer 409, /transactional",
    "crash, /transactional"
  })
  void requestThatIsNotFulfilledLeavesNothing(String name, String path) throws Exception {
    Response first = post(CITY_TOKEN, SHELF + path, "key-1", name);
    Response second = post(CITY_TOKEN, SHELF + path, "key-1", name);

    assertThat(first.statusCode()).isEqualTo(name.equals("crash") ? 500 : 409);
    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.header("Idempotency-Replayed")).isNull();
    assertThat(rows()).isEmpty();
    assertThat(keys()).isEmpty();
    assertThat(post(CITY_TOKEN, SHELF + path, "key-1", "now well").statusCode()).isEqualTo(201);
  }

  @Test
  void keyIsRequired() {
    Response answer = json(as(CITY_TOKEN), "{\"name\": \"a\", \"count\": 1}").post(SHELF);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency.key-missing");
    assertThat(answer.jsonPath().getString("violations[0].pointer"))
        .isEqualTo("header:Idempotency-Key");
    assertThat(rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "a\tb"})
  void keyMustBePlain(String key) {
    assertThat(post(CITY_TOKEN, SHELF, key, "a").jsonPath().getString("code"))
        .isEqualTo("idempotency.key-malformed");
    assertThat(post(CITY_TOKEN, SHELF, "x".repeat(129), "a").statusCode()).isEqualTo(400);
  }

  @Test
  void requestsAtTheSameTimeHaveOneEffect() {
    List<CompletableFuture<Response>> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(CompletableFuture.supplyAsync(() -> post(CITY_TOKEN, SHELF, "key-1", "a")));
    }
    List<Response> answers = all.stream().map(CompletableFuture::join).toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
    assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed") == null)).hasSize(1);
    assertThat(rows()).containsExactly("a");
  }

  @Test
  void differentRequestsAtTheSameTimeDoNotBothWin() {
    List<CompletableFuture<Response>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "name " + i;
      all.add(CompletableFuture.supplyAsync(() -> post(CITY_TOKEN, SHELF, "key-1", name)));
    }
    List<Integer> statuses =
        all.stream().map(CompletableFuture::join).map(Response::statusCode).sorted().toList();

    assertThat(statuses).containsExactly(201, 422, 422, 422, 422, 422, 422, 422);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void oldKeysAreForgotten() throws Exception {
    post(CITY_TOKEN, SHELF, "key-1", "a");

    assertThat(forgottenBefore(clock.instant().minus(Duration.ofDays(7)))).isZero();
    assertThat(keys()).hasSize(1);
    assertThat(forgottenBefore(clock.instant().plusSeconds(1))).isEqualTo(1);
    assertThat(keys()).isEmpty();
    assertThat(post(CITY_TOKEN, SHELF, "key-1", "a").header("Idempotency-Replayed")).isNull();
  }

  @Test
  void databaseShowsAnAnswerToItsOrganizationOnly() throws Exception {
    post(CITY_TOKEN, SHELF, "key-1", "a");

    assertThat(keysShownTo(CITY)).isEqualTo(1);
    assertThat(keysShownTo("system")).isEqualTo(1);
    assertThat(keysShownTo("lg:382027")).isZero();
    assertThat(keysShownTo("")).isZero();
  }

  private int forgottenBefore(Instant moment) throws Exception {
    return SystemScope.call(() -> idempotency.forgetBefore(moment));
  }

  private static long keysShownTo(String organization) throws Exception {
    try (Connection application = TestDatabase.named(DATABASE).connectAsApp();
        Statement statement = application.createStatement()) {
      statement.execute("set todoke.org = '" + organization + "'");
      try (ResultSet row = statement.executeQuery("select count(*) from idempotency_key")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Response post(String token, String path, String key, String name) {
    return json(
            as(token).header("Idempotency-Key", key), "{\"name\": \"" + name + "\", \"count\": 1}")
        .post(path);
  }

  private static List<String> rows() {
    return as(CITY_TOKEN).get(SHELF).jsonPath().getList("", String.class);
  }

  private static List<String> keys() throws Exception {
    List<String> keys = new ArrayList<>();
    try (Connection connection = TestDatabase.named(DATABASE).connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select organization || ' ' || operation from idempotency_key")) {
      while (found.next()) {
        keys.add(found.getString(1));
      }
    }
    return keys;
  }
}
