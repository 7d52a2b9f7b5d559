package org.todoke.registry.batch.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;

@QuarkusTest
@FreshRegistry
class BatchTest extends RegistryTest {

  private static final String BATCH = "/v1/organizations/batch";
  private static final String ONE = "/v1/organizations/{code}";

  private static final String REGISTER =
      """
      {"operation": "register", "code": "%s", "kind": "establishment", "name": "架空研修所",
       "municipality": "%s", "corporation": "%s", "serviceTypes": ["15"], "validFrom": "2026-02-01"}"""
          .formatted(NEW_ESTABLISHMENT, YAWATAHAMA, SHIOSAI);

  private static final String CHANGE =
      """
      {"operation": "change", "code": "%s", "ifMatch": "\\"0\\"", "name": "新しい名前",
       "municipality": "%s", "corporation": "%s", "serviceTypes": ["15"]}"""
          .formatted(SHIOSAI_DAY_SERVICE, YAWATAHAMA, SHIOSAI);

  private static final String CLOSE =
      """
      {"operation": "close", "code": "kj:3870498122", "lastDay": "2026-03-31"}""";

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "integrator"})
  void everyItemIsDoneInItsTurn(String role) {
    send(role, UUID.randomUUID().toString(), REGISTER, CHANGE, CLOSE)
        .statusCode(200)
        .body("items.index", contains(0, 1, 2))
        .body("items.status", contains(201, 200, 200))
        .body("items.code", contains(NEW_ESTABLISHMENT, SHIOSAI_DAY_SERVICE, "kj:3870498122"))
        .body("items.version", contains(0, 1, 1))
        .body("items[0].problem", nullValue());

    as(HIJIKAWA, "responder").get(ONE, NEW_ESTABLISHMENT).then().statusCode(200);
    as(HIJIKAWA, "responder")
        .get(ONE, "kj:3870498122")
        .then()
        .body("state", equalTo("closed"))
        .body("validTo", equalTo("2026-03-31"));
  }

  @Test
  void refusedItemStopsNoOther() {
    send(
            "integrator",
            UUID.randomUUID().toString(),
            REGISTER,
            REGISTER,
            CHANGE.replace("\"0", "\"7"),
            "{\"operation\": \"close\", \"code\": \"%s\"}".formatted(HIJIKAWA_DAY_SERVICE),
            REGISTER.replace(NEW_ESTABLISHMENT, "kj:3870499021").replace("架空研修所", " "),
            "{\"name\": \"x\"}",
            CLOSE)
        .statusCode(200)
        .body("items.status", contains(201, 409, 412, 404, 422, 422, 200))
        .body("items[1].problem.code", equalTo("organization.already-registered"))
        .body("items[2].problem.code", equalTo("request.stale"))
        .body("items[4].problem.violations[0].pointer", equalTo("/name"))
        .body("items[4].problem.violations[0].code", equalTo("text.blank"))
        .body("items[5].problem.violations.pointer", contains("/operation", "/code"));

    as(HIJIKAWA, "responder").get(ONE, "kj:3870498122").then().body("state", equalTo("closed"));
    as(HIJIKAWA, "responder").get(ONE, "kj:3870499021").then().statusCode(404);
  }

  @Test
  void batchThatIsSentAgainRepeatsTheAnswersAndNotTheWork() {
    String key = UUID.randomUUID().toString();
    send("integrator", key, REGISTER, CHANGE).body("items.replayed", contains(false, false));

    send("integrator", key, REGISTER, CHANGE)
        .statusCode(200)
        .body("items.status", contains(201, 200))
        .body("items.version", contains(0, 1))
        .body("items.replayed", contains(true, true));

    as(HIJIKAWA, "responder").get(ONE, SHIOSAI_DAY_SERVICE).then().header("ETag", "\"1\"");
  }

  @Test
  void whatWasRefusedIsTriedAgain() {
    String key = UUID.randomUUID().toString();
    send("integrator", key, CHANGE.replace("\"0", "\"7"), CLOSE)
        .body("items.status", contains(412, 200));

    send("integrator", key, CHANGE, CLOSE)
        .body("items.status", contains(200, 200))
        .body("items.replayed", contains(false, true));
  }

  @Test
  void otherItemUnderTheSameKeyIsRefused() {
    String key = UUID.randomUUID().toString();
    send("integrator", key, CLOSE).body("items.status", contains(200));

    send("integrator", key, REGISTER)
        .body("items.status", contains(422))
        .body("items[0].problem.code", equalTo("idempotency.key-reused"));
    // Another organisation's key is another key.
    creatingBy(EHIME, key, REGISTER).body("items.status", contains(201));
  }

  @Test
  void nobodyReachesOutOfTheOwnPlace() {
    creatingBy(OZU, UUID.randomUUID().toString(), REGISTER, CHANGE, CLOSE)
        .body("items.status", contains(403, 404, 404));
  }

  @Test
  void integratorEditsByTheBatchOnly() {
    as(YAWATAHAMA, "integrator")
        .get(ONE, SHIOSAI_DAY_SERVICE)
        .then()
        .body("permittedActions", hasSize(0));
    as(YAWATAHAMA, "integrator").post(ONE + "/closure", SHIOSAI_DAY_SERVICE).then().statusCode(403);
  }

  @Test
  void keyIsRequired() {
    as(YAWATAHAMA, "integrator")
        .body("{\"items\": [%s]}".formatted(CLOSE))
        .post(BATCH)
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency.key-missing"));
  }

  @Test
  void whatCannotBeReadAsABatchIsRefusedAsAWhole() {
    send("integrator", "k1").statusCode(422).body("violations[0].code", equalTo("list.too-short"));
    send("integrator", "k2", CLOSE.replace("close", "open"))
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/items/0/operation"));
    creatingBy(
            YAWATAHAMA, "k3", IntStream.range(0, 501).mapToObj(i -> CLOSE).toArray(String[]::new))
        .statusCode(422)
        .body("violations[0].code", equalTo("list.too-long"));
  }

  private static ValidatableResponse send(String role, String key, String... items) {
    return send(YAWATAHAMA, role, key, items);
  }

  private static ValidatableResponse creatingBy(String organization, String key, String... items) {
    return send(organization, "integrator", key, items);
  }

  private static ValidatableResponse send(
      String organization, String role, String key, String[] items) {
    return as(organization, role)
        .header("Idempotency-Key", key)
        .body("{\"items\": [%s]}".formatted(String.join(",", items)))
        .post(BATCH)
        .then();
  }
}
