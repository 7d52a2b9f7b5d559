package org.todoke.messaging.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.EventType;
import org.todoke.messaging.ParkedEvents;
import org.todoke.messaging.app.Deliveries;
import org.todoke.messaging.app.Effects;
import org.todoke.security.Role;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.Eventually;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.Tokens;
import org.todoke.testing.TopicWriter;
import org.todoke.web.problem.Messages;

@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "database", value = "todoke_messaging_test"))
@CleanDatabase("todoke_messaging_test")
class ParkedEventsApiTest {

  private static final String PARKED = "/v1/operations/notice/parked";

  @Inject Effects effects;
  @Inject ParkedEvents parkedEvents;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final TopicWriter writer = new TopicWriter();

  @BeforeEach
  void heal() {
    effects.reset();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void listNamesWhatIsParkedAndNothingOfItsContent() {
    park(run + "-a");

    admin()
        .get(PARKED)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].consumer", equalTo(Deliveries.CONSUMER))
        .body("items[0].key", equalTo(run + "-a"))
        .body("items[0].count", equalTo(2))
        .body("items[0].attempts", equalTo(3))
        .body("items[0].reason", equalTo("IllegalArgumentException: indigestible"))
        .body("items[0].since", notNullValue())
        .body("items[0].keySet().size()", equalTo(7))
        .body("next", nullValue());
  }

  @Test
  void listComesInPages() {
    for (int i = 0; i < 5; i++) {
      park(run + "-" + i);
    }
    Set<String> keys = new HashSet<>();
    String cursor = null;
    int pages = 0;
    do {
      RequestSpecification request = admin().queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get(PARKED).then().statusCode(200).extract().jsonPath();
      keys.addAll(page.getList("items.key"));
      cursor = page.getString("next");
      pages++;
    } while (cursor != null);

    assertThat(pages).isEqualTo(3);
    assertThat(keys).hasSize(5);
  }

  @Test
  void replayFreesTheKey() {
    CloudEvent event = park(run + "-a");
    effects.heal(event.getId());

    replay(run + "-a")
        .statusCode(200)
        .body("replayed", equalTo(2))
        .body("remaining", equalTo(0))
        .body("reason", nullValue());

    admin().get(PARKED).then().body("items", hasSize(0));
    assertThat(effects.of(Deliveries.CONSUMER)).hasSize(2);
  }

  @Test
  void replayThatFailsAgainSaysWhy() {
    park(run + "-a");

    replay(run + "-a")
        .statusCode(200)
        .body("replayed", equalTo(0))
        .body("remaining", equalTo(2))
        .body("reason", equalTo("IllegalArgumentException: indigestible"));
  }

  @Test
  void discardDropsOneEventAndTheRestCanBeReplayed() {
    park(run + "-a");
    int head = admin().get(PARKED).then().extract().path("items[0].head");

    discard(run + "-a", head).statusCode(200).body("remaining", equalTo(1));
    discard(run + "-a", head).statusCode(409).body("code", equalTo("parked.head-changed"));
    replay(run + "-a").statusCode(200).body("replayed", equalTo(1));
  }

  @Test
  void whatIsNotParkedCannotBeFound() {
    replay("nothing").statusCode(404).body("code", equalTo("parked.unknown"));
    discard("nothing", 1).statusCode(404).body("code", equalTo("parked.unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void everyRefusalHasItsText(String language) {
    for (String code :
        List.of(
            "operations.service-unknown",
            "parked.unknown",
            "parked.no-handler",
            "parked.head-changed")) {
      assertThat(Messages.knows(Locale.forLanguageTag(language), code)).as(code).isTrue();
    }
  }

  @Test
  void anotherServiceIsNotServedHere() {
    admin()
        .get("/v1/operations/registry/parked")
        .then()
        .statusCode(404)
        .body("code", equalTo("operations.service-unknown"));
  }

  @Test
  void everyFaultOfARequestIsNamed() {
    admin()
        .body(Map.of("consumer", " "))
        .post(PARKED + "/discard")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/consumer", "/key", "/reason"));
  }

  @Test
  void cursorThatWeDidNotMakeIsRefused() {
    admin().queryParam("cursor", "bm90LWEtbnVtYmVy").get(PARKED).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Role.ISSUER,
        Role.FORWARDER,
        Role.RESPONDER,
        Role.REGISTRAR,
        Role.AUDITOR,
        Role.INTEGRATOR
      })
  void nobodyButAnAdministratorIsLetIn(String role) {
    as(Tokens.of("go:mhlw", role)).get(PARKED).then().statusCode(403);
    as(Tokens.of("go:mhlw", role)).body("{}").post(PARKED + "/replay").then().statusCode(403);
    as(Tokens.of("go:mhlw", role)).body("{}").post(PARKED + "/discard").then().statusCode(403);
  }

  @Test
  void nobodyWithoutATokenIsLetIn() {
    given().get(PARKED).then().statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .body("{}")
        .post(PARKED + "/replay")
        .then()
        .statusCode(401);
  }

  /** An event that fails, and one behind it. */
  private CloudEvent park(String key) {
    CloudEvent event = event(key, 1);
    effects.poison(event.getId());
    writer.send(event);
    writer.send(event(key, 2));
    Eventually.assertThat(
        () ->
            assertThat(parkedEvents.list(0, 100))
                .anySatisfy(
                    parked -> {
                      assertThat(parked.key()).isEqualTo(key);
                      assertThat(parked.count()).isEqualTo(2);
                    }));
    return event;
  }

  private static CloudEvent event(String key, long sequence) {
    return TopicWriter.event(
        EventType.DELIVERY_ACKNOWLEDGED, key, "cascade", sequence, "{\"text\":\"secret\"}");
  }

  private static ValidatableResponse replay(String key) {
    return admin()
        .body(Map.of("consumer", Deliveries.CONSUMER, "key", key))
        .post(PARKED + "/replay")
        .then();
  }

  private static ValidatableResponse discard(String key, int head) {
    return admin()
        .body(
            Map.of("consumer", Deliveries.CONSUMER, "key", key, "head", head, "reason", "not ours"))
        .post(PARKED + "/discard")
        .then();
  }

  private static RequestSpecification admin() {
    return as(Tokens.of("go:mhlw", Role.ADMIN));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
