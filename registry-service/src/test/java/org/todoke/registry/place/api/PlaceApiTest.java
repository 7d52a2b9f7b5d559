package org.todoke.registry.place.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;

@QuarkusTest
@FreshRegistry
class PlaceApiTest extends RegistryTest {

  private static final String PLACE = "/v1/places/{code}";

  @ParameterizedTest
  @CsvSource({
    "384411, 保内町, 2005-03-27, absorbed, 382043, lg:382043",
    "384437, 瀬戸町, 2005-03-31, absorbed, 384429, lg:384429",
    "384445, 三崎町, 2005-03-31, absorbed, 384429, lg:384429",
    "384453, 三瓶町, 2004-03-31, merged, 382141, lg:382141",
    "384615, 明浜町, 2004-03-31, merged, 382141, lg:382141",
    "384623, 宇和町, 2004-03-31, merged, 382141, lg:382141",
    "384631, 野村町, 2004-03-31, merged, 382141, lg:382141",
    "384640, 城川町, 2004-03-31, merged, 382141, lg:382141",
    "382086, 川之江市, 2004-03-31, merged, 382132, lg:382132",
    "382094, 伊予三島市, 2004-03-31, merged, 382132, lg:382132",
    "382116, 北条市, 2004-12-31, absorbed, 382019, lg:382019",
    "142093, 相模原市, 2010-03-31, promoted, 141500, lg:141500",
    "403059, 那珂川町, 2018-09-30, promoted, 402311, lg:402311",
    "221317, 中区, 2023-12-31, reorganised, 221384, lg:221309",
    "221325, 東区, 2023-12-31, reorganised, 221384, lg:221309",
    "221350, 北区, 2023-12-31, divided, 221384 221392, lg:221309",
  })
  void retiredCodeLeadsToThoseWhoGovernThereToday(
      String code, String name, String validTo, String reason, String successors, String today) {
    as(YAWATAHAMA, "responder")
        .get(PLACE, code)
        .then()
        .statusCode(200)
        .body("kind", equalTo("retired"))
        .body("name", equalTo(name))
        .body("validTo", equalTo(validTo))
        .body("reason", equalTo(reason))
        .body("successors.code", equalTo(Arrays.asList(successors.split(" "))))
        .body("organizations", equalTo(List.of(today)))
        .body("counted", equalTo(false));
  }

  @Test
  void renamedCodeIsTheSameCityUnderItsNewName() {
    as(YAWATAHAMA, "responder")
        .get(PLACE, "282219")
        .then()
        .body("kind", equalTo("municipality"))
        .body("name", equalTo("丹波篠山市"))
        .body("formerNames.name", contains("篠山市"))
        .body("formerNames.validTo", contains("2019-04-30"))
        .body("validTo", nullValue())
        .body("reason", nullValue())
        .body("successors", empty())
        .body("organizations", contains("lg:282219"))
        .body("counted", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({
    "380008, prefecture, 愛媛県, lg:380008",
    "382043, municipality, 八幡浜市, lg:380008",
    "131016, municipality, 千代田区, lg:130001",
  })
  void governmentsStandForThemselves(String code, String kind, String name, String prefecture) {
    as(YAWATAHAMA, "responder")
        .get(PLACE, code)
        .then()
        .body("kind", equalTo(kind))
        .body("name", equalTo(name))
        .body("prefecture", equalTo(prefecture))
        .body("organizations", contains("lg:" + code))
        .body("counted", equalTo(true));
  }

  @Test
  void wardIsAPartOfItsCity() {
    as(YAWATAHAMA, "responder")
        .get(PLACE, "141011")
        .then()
        .body("kind", equalTo("ward"))
        .body("name", equalTo("鶴見区"))
        .body("municipality", equalTo("lg:141003"))
        .body("organizations", contains("lg:141003"))
        .body("counted", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"016951", "016969", "016977", "016985", "016993", "017001"})
  void villagesOfTheNorthernTerritoriesAreKnownAndInNoList(String code) {
    as(MINISTRY, "registrar")
        .get(PLACE, code)
        .then()
        .statusCode(200)
        .body("kind", equalTo("northern-territory"))
        .body("prefecture", equalTo("lg:010006"))
        .body("organizations", empty())
        .body("counted", equalTo(false));

    as(MINISTRY, "registrar").get("/v1/organizations/lg:" + code).then().statusCode(404);
    as(MINISTRY, "registrar")
        .queryParam("q", code)
        .get("/v1/organizations")
        .then()
        .body("items", empty());
    creatingAs(MINISTRY, "registrar")
        .body(
            """
            {"code": "lg:%s", "kind": "municipality", "name": "架空村", "parent": "lg:010006"}"""
                .formatted(code))
        .post("/v1/organizations")
        .then()
        .statusCode(422)
        .body("violations.code", contains("local-government-code.northern-territory"));
  }

  @Test
  void hokkaidoCountsItsMunicipalitiesWithoutTheVillages() {
    List<String> codes =
        as(MINISTRY, "registrar")
            .queryParam("limit", 200)
            .get("/v1/organizations/lg:010006/children")
            .then()
            .extract()
            .path("items.code");

    assertThat(codes).hasSize(179).contains("lg:014036").doesNotContain("lg:016969");
  }

  @Test
  void closedMunicipalityGovernsNoMore() {
    as(MINISTRY, "registrar")
        .body("{\"lastDay\": \"2026-03-31\"}")
        .post("/v1/organizations/lg:392014/closure")
        .then()
        .statusCode(200);

    as(MINISTRY, "registrar")
        .get(PLACE, "392014")
        .then()
        .body("kind", equalTo("municipality"))
        .body("validTo", equalTo("2026-03-31"))
        .body("organizations", empty())
        .body("counted", equalTo(false));
  }

  @Test
  void mergedMunicipalityLeadsToTheOneThatTookItIn() {
    String version = as(KOCHI, "registrar").get("/v1/organizations/lg:392022").header("ETag");
    as(KOCHI, "registrar")
        .header("If-Match", version)
        .body("{\"into\": \"lg:392014\"}")
        .post("/v1/organizations/lg:392022/merger")
        .then()
        .statusCode(200);

    as(MINISTRY, "registrar")
        .get(PLACE, "392022")
        .then()
        .body("kind", equalTo("municipality"))
        .body("counted", equalTo(false))
        .body("successors.code", contains("392014"))
        .body("organizations", contains("lg:392014"));
  }

  @Test
  void codeThatNobodyHasIsNotFound() {
    as(MINISTRY, "registrar")
        .get(PLACE, "382140")
        .then()
        .statusCode(422)
        .body("violations.code", contains("local-government-code.check-digit"));
    as(MINISTRY, "registrar")
        .get(PLACE, "388017")
        .then()
        .statusCode(404)
        .body("code", equalTo("place.not-found"));
    as(MINISTRY, "registrar").get(PLACE, "八幡浜").then().statusCode(422);
  }
}
