package org.todoke.registry.counts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.RegistryTest;

@QuarkusTest
class CountsTest extends RegistryTest {

  private static final String COUNTS = "/v1/organizations/counts";

  @Test
  void establishmentsAreCountedByMunicipalityAndService() {
    as(HIJIKAWA, "responder")
        .queryParam("by", "municipality,service")
        .queryParam("prefecture", EHIME)
        .queryParam("municipality", YAWATAHAMA)
        .get(COUNTS)
        .then()
        .statusCode(200)
        .body("items.service", contains("11", "15", "17", "22", "32", "37", "43", "52", "73", "75"))
        .body("items.establishments", contains(1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
        .body("items[0].prefecture", equalTo(EHIME))
        .body("items[0].municipality", equalTo(YAWATAHAMA));
  }

  @Test
  void oneWithSeveralServicesIsOneEstablishment() {
    as(HIJIKAWA, "responder")
        .queryParam("by", "municipality")
        .get(COUNTS)
        .then()
        .body("items.municipality", contains(YAWATAHAMA, OZU, IKATA))
        .body("items.establishments", contains(7, 1, 1))
        .body("items[0].service", nullValue());
    as(HIJIKAWA, "responder")
        .queryParam("by", "prefecture")
        .queryParam("service", "15")
        .get(COUNTS)
        .then()
        .body("items.prefecture", contains(EHIME))
        .body("items.establishments", contains(2))
        .body("items[0].municipality", nullValue());
    as(HIJIKAWA, "responder")
        .queryParam("by", "service")
        .queryParam("prefecture", KOCHI)
        .get(COUNTS)
        .then()
        .body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "municipality,service", "prefecture,service", "municipality"})
  void pagesOfCountsFollowEachOther(String by) {
    List<Object> whole =
        as(HIJIKAWA, "responder")
            .queryParam("by", by)
            .queryParam("limit", 200)
            .get(COUNTS)
            .path("items");
    List<Object> walked = new ArrayList<>();
    String cursor = null;
    do {
      var request = as(HIJIKAWA, "responder").queryParam("by", by).queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get(COUNTS).then().statusCode(200).extract();
      walked.addAll(page.path("items"));
      cursor = page.path("next");
    } while (cursor != null);

    assertThat(walked).isEqualTo(whole).isNotEmpty();
  }

  @Test
  void whatToCountByIsRequired() {
    as(HIJIKAWA, "responder")
        .get(COUNTS)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("query:by"));
    as(HIJIKAWA, "responder")
        .queryParam("by", "colour")
        .get(COUNTS)
        .then()
        .statusCode(422)
        .body("violations[0].code", equalTo("enum.unknown"));
  }
}
