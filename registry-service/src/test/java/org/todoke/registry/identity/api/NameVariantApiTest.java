package org.todoke.registry.identity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.TestRows;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class NameVariantApiTest extends RegistryTest {

  private static final String VARIANTS = "/v1/organizations/{code}/name-variants";
  private static final String FREQUENT = "株式会社架空しおさい会";
  private static final String RARE = "（株）架空しおさい会";

  @BeforeEach
  void listsSpelledItInTwoWays() {
    TestRows.change(
        """
        insert into name_variant (organization, name, occurrences, first_listed_on, last_listed_on)
        values ('%1$s', '%2$s', 7, '2025-06-30', '2025-12-31'),
               ('%1$s', '%3$s', 1, '2025-06-30', '2025-12-31'),
               ('%1$s', '潮騒会', 9, '2024-06-30', '2024-12-31')"""
            .formatted(SHIOSAI, FREQUENT, RARE));
  }

  @Test
  void spellingsOfTheNewestListComeFirst() {
    as(KOCHI, "auditor")
        .get(VARIANTS, SHIOSAI)
        .then()
        .statusCode(200)
        .body("items.name", contains(FREQUENT, RARE, "潮騒会"))
        .body("items.occurrences", contains(7, 1, 9))
        .body("items.preferred", equalTo(List.of(false, false, false)));
    as(KOCHI, "auditor").get(VARIANTS, MINATO).then().body("items", empty());
    as(KOCHI, "auditor").get(VARIANTS, NEW_CORPORATION).then().statusCode(404);
  }

  @Test
  void chosenSpellingIsTheNameFromToday() {
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      prefer(YAWATAHAMA, RARE)
          .statusCode(200)
          .body("items.name", contains(RARE, FREQUENT, "潮騒会"))
          .body("items[0].preferred", equalTo(true))
          .body("items[0].current", equalTo(true))
          .body("items[0].chosenBy", equalTo(YAWATAHAMA));

      ReceivedEvent event = probe.awaitEvent("organization.changed", SHIOSAI);
      EventContract.assertValid(event);
      assertThat(event.data().get("name").asText()).isEqualTo(RARE);
    }
    assertThat(
            TestRows.of(
                """
                select name || ' ' || valid_from || ' ' || recorded_by from organization_history
                 where organization = '%s' and valid_to is null"""
                    .formatted(SHIOSAI)))
        .containsExactly(RARE + " " + TODAY + " " + YAWATAHAMA);
  }

  @Test
  void choosingItAgainChangesNothing() {
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      prefer(YAWATAHAMA, RARE).statusCode(200);
      probe.awaitEvent("organization.changed", SHIOSAI);

      prefer(MINISTRY, RARE).statusCode(200).body("items[0].chosenBy", equalTo(YAWATAHAMA));

      Eventually.holdsFor(
          Duration.ofMillis(500), () -> assertThat(probe.events(e -> true)).hasSize(1));
    }
    assertThat(
            TestRows.of(
                "select seq from organization_history where organization = '" + SHIOSAI + "'"))
        .hasSize(2);
  }

  @Test
  void anotherChoiceTakesThePlaceOfTheFirst() {
    prefer(YAWATAHAMA, RARE).statusCode(200);

    prefer(YAWATAHAMA, FREQUENT)
        .statusCode(200)
        .body("items.findAll { it.preferred }.name", contains(FREQUENT));
  }

  @Test
  void spellingThatNoListHasIsRefusedAndTheChoiceStays() {
    prefer(YAWATAHAMA, RARE).statusCode(200);

    prefer(YAWATAHAMA, "架空潮騒会")
        .statusCode(422)
        .body("violations.pointer", contains("/name"))
        .body("violations.code", contains("name-variant.unknown"));

    as(YAWATAHAMA, "auditor")
        .get(VARIANTS, SHIOSAI)
        .then()
        .body("items.findAll { it.preferred }.name", contains(RARE));
  }

  @Test
  void onlyRegistrarsOfItsPlaceChoose() {
    for (String foreign : List.of(OZU, KOCHI, SHIOSAI)) {
      prefer(foreign, RARE).statusCode(404);
    }
    as(YAWATAHAMA, "forwarder")
        .body("{\"name\": \"" + RARE + "\"}")
        .post(VARIANTS + "/preferred", SHIOSAI)
        .then()
        .statusCode(403);
  }

  private static ValidatableResponse prefer(String registrar, String name) {
    return as(registrar, "registrar")
        .body("{\"name\": \"" + name + "\"}")
        .post(VARIANTS + "/preferred", SHIOSAI)
        .then();
  }
}
