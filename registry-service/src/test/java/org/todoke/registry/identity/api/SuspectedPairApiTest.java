package org.todoke.registry.identity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.TestRows;
import org.todoke.registry.identity.SuspectedPairs;
import org.todoke.registry.organization.SearchKey;

@QuarkusTest
@FreshRegistry
class SuspectedPairApiTest extends RegistryTest {

  private static final String PAIRS = "/v1/suspected-pairs";

  /** All of them check, and none can be given out. */
  private static final String NUMBERED = "cn:4999901000301";

  private static final String OTHER_NUMBER = "cn:4999901000334";
  private static final String UNNUMBERED = "op:00000000000000aa";
  private static final String OTHER_UNNUMBERED = "op:00000000000000bb";

  @Inject SuspectedPairs pairs;

  @Test
  void oneNameUnderTwoNumbersInOneMunicipalityIsSuspected() {
    corporation(NUMBERED, "株式会社架空ケア", YAWATAHAMA, null);
    corporation(OTHER_NUMBER, "㈱架空ケア", YAWATAHAMA, null);

    assertThat(pairs.search()).isEqualTo(1);

    list(YAWATAHAMA)
        .body("items", hasSize(1))
        .body("items[0].first.code", equalTo(NUMBERED))
        .body("items[0].second.code", equalTo(OTHER_NUMBER))
        .body("items[0].second.name", equalTo("㈱架空ケア"))
        .body("items[0].reason", equalTo("same-name-other-number"))
        .body("items[0].state", equalTo("open"))
        .body("items[0].places", contains(EHIME, YAWATAHAMA))
        .body("items[0].permittedActions", contains("decide"));
  }

  @ParameterizedTest
  @CsvSource({
    // The same name in two municipalities of one prefecture, both numbered: two corporations.
    "cn:4999901000334, 株式会社架空ケア, lg:382078, 0",
    "cn:4999901000334, 株式会社架空けあ, lg:382043, 1",
    "cn:4999901000334, 有限会社架空ケア, lg:382043, 0",
    "op:00000000000000aa, 株式会社架空ケア, lg:382078, 1",
    "op:00000000000000aa, 株式会社架空ケア, lg:392014, 0",
  })
  void placeAndNumberDecideWhatIsSuspected(
      String code, String name, String municipality, int expected) {
    corporation(NUMBERED, "株式会社架空ケア", YAWATAHAMA, null);
    corporation(code, name, municipality, null);

    assertThat(pairs.search()).isEqualTo(expected);
  }

  @Test
  void corporationIsAtWorkWhereItsEstablishmentsAre() {
    corporation(NUMBERED, "架空ケア", null, null);
    corporation(UNNUMBERED, "架空ケア", null, null);
    assertThat(pairs.search()).isZero();

    establishment("kj:3870499013", NUMBERED, YAWATAHAMA);
    establishment("kj:3870499021", UNNUMBERED, OZU);

    assertThat(pairs.search()).isEqualTo(1);
    list(EHIME)
        .body("items[0].reason", equalTo("number-unknown-same-name"))
        .body("items[0].places", contains(EHIME));
    list(YAWATAHAMA).body("items", empty());
  }

  @Test
  void oneAddressWithAndWithoutANumberIsSuspected() {
    corporation(NUMBERED, "架空ケア", YAWATAHAMA, "北浜一丁目1番1号");
    corporation(UNNUMBERED, "架空介護", YAWATAHAMA, "北浜一丁目1番1号");
    corporation(OTHER_NUMBER, "架空薬局", YAWATAHAMA, "北浜一丁目1番1号");
    corporation(OTHER_UNNUMBERED, "架空商店", YAWATAHAMA, "北浜一丁目1番2号");

    assertThat(pairs.search()).isEqualTo(2);

    list(YAWATAHAMA)
        .body("items.reason", equalTo(List.of("same-address", "same-address")))
        .body("items.first.code", containsInAnyOrder(NUMBERED, OTHER_NUMBER));
  }

  @Test
  void searchingAgainFindsNothingNewAndKeepsWhatWasDecided() {
    String id = onePair();
    decide(YAWATAHAMA, id, "different").statusCode(200);

    assertThat(pairs.search()).isZero();

    list(YAWATAHAMA).body("items.state", contains("different"));
  }

  @Test
  void openPairFollowsToTheNewPlacesOfBoth() {
    onePair();
    establishment("kj:3870799013", NUMBERED, OZU);
    establishment("kj:3870799021", OTHER_NUMBER, OZU);

    assertThat(pairs.search()).isZero();

    list(OZU).body("items.places[0]", contains(EHIME, YAWATAHAMA, OZU));
  }

  @Test
  void closedOnesAreNotSuspected() {
    corporation(NUMBERED, "架空ケア", YAWATAHAMA, null);
    corporation(OTHER_NUMBER, "架空ケア", YAWATAHAMA, null);
    TestRows.change(
        "update organization set state = 'closed', valid_to = '2026-03-31' where code = '%s'"
            .formatted(OTHER_NUMBER));

    assertThat(pairs.search()).isZero();
  }

  @Test
  void registrarSearchesTheOwnPlaceOnly() {
    corporation(NUMBERED, "架空ケア", YAWATAHAMA, null);
    corporation(OTHER_NUMBER, "架空ケア", YAWATAHAMA, null);

    assertThat(searchAs(OZU)).isZero();
    assertThat(searchAs(KOCHI)).isZero();
    assertThat(searchAs(SHIOSAI)).isZero();
    assertThat(searchAs("lg:016951")).isZero();
    assertThat(searchAs(YAWATAHAMA)).isEqualTo(1);
    assertThat(searchAs(MINISTRY)).isZero();
  }

  @Test
  void pairIsShownToThoseInWhosePlaceBothWork() {
    String id = onePair();

    for (String viewer : List.of(YAWATAHAMA, EHIME, MINISTRY, DIVISION)) {
      list(viewer).body("items.id", contains(id));
      as(viewer, "registrar").get(PAIRS + "/{id}", id).then().statusCode(200);
    }
    for (String foreign : List.of(OZU, KOCHI, NUMBERED, SHIOSAI, "lg:016951")) {
      list(foreign).body("items", empty());
      as(foreign, "registrar").get(PAIRS + "/{id}", id).then().statusCode(404);
      decide(foreign, id, "same").statusCode(404);
    }
  }

  @Test
  void decidingRecordsWhoAndWhenAndMergesNothing() {
    String id = onePair();

    decide(YAWATAHAMA, id, "same")
        .statusCode(200)
        .body("state", equalTo("same"))
        .body("decidedBy", equalTo(YAWATAHAMA))
        .body("decidedAt", equalTo(NOW.toString()))
        .body("permittedActions", contains("merge"));

    assertThat(
            TestRows.of(
                "select code from organization where state = 'active' and code in ('%s', '%s')"
                    .formatted(NUMBERED, OTHER_NUMBER)))
        .hasSize(2);
    assertThat(TestRows.of("select type from outbox")).isEmpty();
  }

  @Test
  void sameDecisionAgainChangesNothingAndAnotherIsRefused() {
    String id = onePair();
    decide(YAWATAHAMA, id, "same").statusCode(200);

    decide(EHIME, id, "same").statusCode(200).body("decidedBy", equalTo(YAWATAHAMA));
    decide(EHIME, id, "different").statusCode(409).body("code", equalTo("suspected-pair.decided"));
    decide(EHIME, id, "perhaps").statusCode(422);
    decide(EHIME, UUID.randomUUID().toString(), "same").statusCode(404);
  }

  @Test
  void listIsPagedAndFiltered() {
    onePair();
    corporation(UNNUMBERED, "架空ケア", YAWATAHAMA, null);
    assertThat(pairs.search()).isEqualTo(2);

    Response first = as(YAWATAHAMA, "registrar").queryParam("limit", 2).get(PAIRS);
    assertThat(first.<List<String>>path("items.id")).hasSize(2);
    as(YAWATAHAMA, "registrar")
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get(PAIRS)
        .then()
        .body("items", hasSize(1));
    as(YAWATAHAMA, "registrar")
        .queryParam("reason", "number-unknown-same-name")
        .get(PAIRS)
        .then()
        .body("items", hasSize(2));
    as(YAWATAHAMA, "registrar")
        .queryParam("state", "same")
        .get(PAIRS)
        .then()
        .body("items", empty());
  }

  /** Returns its id. */
  private String onePair() {
    corporation(NUMBERED, "架空ケア", YAWATAHAMA, null);
    corporation(OTHER_NUMBER, "架空ケア", YAWATAHAMA, null);
    assertThat(pairs.search()).isEqualTo(1);
    return TestRows.of("select id from suspected_pair").get(0);
  }

  private static int searchAs(String registrar) {
    return as(registrar, "registrar").post(PAIRS + "/search").then().extract().path("found");
  }

  private static ValidatableResponse list(String viewer) {
    return as(viewer, "registrar").get(PAIRS).then().statusCode(200);
  }

  private static ValidatableResponse decide(String registrar, String id, String decision) {
    return as(registrar, "registrar")
        .body("{\"decision\": \"" + decision + "\"}")
        .post(PAIRS + "/{id}/decision", id)
        .then();
  }

  private static void corporation(
      String code, String name, @Nullable String municipality, @Nullable String address) {
    TestRows.change(
        """
        insert into organization (code, kind, name, prefecture, municipality, address, state,
          valid_from, origin, seq, search_key)
        select '%s', 'corporation', '%s', m.prefecture, m.code, %s, 'active', '2013-04-01',
          'import', 1, '%s'
          from (select 1) left join organization m on m.code = '%s'"""
            .formatted(
                code,
                name,
                address == null ? "null" : "'" + address + "'",
                SearchKey.of(name, "カクウ"),
                municipality));
  }

  private static void establishment(String code, String corporation, String municipality) {
    TestRows.change(
        """
        insert into organization (code, kind, name, prefecture, municipality, corporation, state,
          valid_from, origin, seq)
        select '%s', 'establishment', '架空', m.prefecture, m.code, '%s', 'active', '2013-04-01',
          'import', 1
          from organization m where m.code = '%s'"""
            .formatted(code, corporation, municipality));
  }
}
