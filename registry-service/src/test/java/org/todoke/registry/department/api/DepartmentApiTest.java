package org.todoke.registry.department.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;

@QuarkusTest
@FreshRegistry
class DepartmentApiTest extends RegistryTest {

  private static final String DEPARTMENTS = "/v1/organizations/{code}/departments";
  private static final String ONE = DEPARTMENTS + "/{id}";
  private static final String CONTACTS = "/v1/organizations/{code}/contacts";
  private static final String CARE = "介護保険担当主管課";

  @Test
  void governmentNamesItsDepartmentsAndEverybodyReadsThem() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");
    added(YAWATAHAMA, "市民福祉部保健センター", "health");

    as(SHIOSAI_DAY_SERVICE, "responder")
        .get(DEPARTMENTS, YAWATAHAMA)
        .then()
        .statusCode(200)
        .body("items.name", containsInAnyOrder(CARE, "市民福祉部保健センター"));
    as(KOCHI, "auditor")
        .queryParam("duty", "care-insurance")
        .get(DEPARTMENTS, YAWATAHAMA)
        .then()
        .body("items.id", contains(id))
        .body("items[0].validFrom", equalTo(TODAY.toString()))
        .body("items[0].permittedActions", empty());
    as(YAWATAHAMA, "registrar")
        .get(ONE, YAWATAHAMA, id)
        .then()
        .body("permittedActions", contains("change", "close"));
  }

  @Test
  void dutiesHaveNamesInBothLanguages() {
    as(SHIOSAI, "responder")
        .get("/v1/department-duties")
        .then()
        .statusCode(200)
        .body("items.code", hasItem("pharmacy"))
        .body("items.find { it.code == 'care-insurance' }.japanese", equalTo("介護保険"))
        .body("items.find { it.code == 'care-insurance' }.english", equalTo("Care insurance"));
  }

  @ParameterizedTest
  @CsvSource({
    "lg:382043, registrar, 201",
    "lg:380008, registrar, 201",
    "go:mhlw, registrar, 201",
    "lg:390003, registrar, 404",
    "lg:382078, registrar, 404",
    "cn:2999905000101, registrar, 404",
    "lg:382043, forwarder, 403",
    "lg:382043, responder, 403",
  })
  void governmentItselfAndThoseAboveItKeepThem(String caller, String role, int status) {
    add(caller, role, YAWATAHAMA, CARE, "care-insurance").statusCode(status);
  }

  @Test
  void operatorsHaveNone() {
    add(YAWATAHAMA, "registrar", SHIOSAI, CARE, "care-insurance")
        .statusCode(409)
        .body("code", equalTo("department.not-for-kind"));
  }

  @Test
  void renamingKeepsWhatItWasCalled() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");
    clock.advance(Duration.ofDays(10));

    change(id, 0, "長寿介護課", "elderly-welfare")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(id))
        .body("name", equalTo("長寿介護課"));
    change(id, 1, "長寿介護課", "elderly-welfare").statusCode(200).header("ETag", "\"1\"");

    as(OZU, "auditor")
        .get(ONE + "/history", YAWATAHAMA, id)
        .then()
        .statusCode(200)
        .body("items.name", contains("長寿介護課", CARE))
        .body("items.duty", contains("elderly-welfare", "care-insurance"))
        .body("items.validFrom", contains("2026-04-11", "2026-04-01"))
        .body("items[0].validTo", nullValue())
        .body("items[1].validTo", equalTo("2026-04-10"))
        .body("items.recordedBy", contains(YAWATAHAMA, YAWATAHAMA));
  }

  @Test
  void changeNeedsTheVersionThatWasRead() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");

    change(id, 5, "長寿介護課", "care-insurance").statusCode(412);
    as(YAWATAHAMA, "registrar")
        .body(body("長寿介護課", "care-insurance"))
        .put(ONE, YAWATAHAMA, id)
        .then()
        .statusCode(428);
  }

  @Test
  void readerWhoHasThePresentVersionIsSentNothing() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");

    as(KOCHI, "auditor")
        .header("If-None-Match", "\"0\"")
        .get(ONE, YAWATAHAMA, id)
        .then()
        .statusCode(304)
        .header("ETag", "\"0\"")
        .body(equalTo(""));
    change(id, 0, "長寿介護課", "care-insurance").statusCode(200);
    as(KOCHI, "auditor")
        .header("If-None-Match", "\"0\"")
        .get(ONE, YAWATAHAMA, id)
        .then()
        .statusCode(200)
        .body("name", equalTo("長寿介護課"));
  }

  @Test
  void sameDepartmentIsKeptOnce() {
    added(YAWATAHAMA, CARE, "care-insurance");
    String other = added(YAWATAHAMA, CARE, "elderly-welfare");

    add(YAWATAHAMA, "registrar", YAWATAHAMA, CARE, "care-insurance")
        .statusCode(409)
        .body("code", equalTo("department.already-there"));
    change(other, 0, CARE, "care-insurance").statusCode(409);
    added(OZU, CARE, "care-insurance");
  }

  @Test
  void closedDepartmentStaysWithItsLastDay() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");

    for (int i = 0; i < 2; i++) {
      as(YAWATAHAMA, "registrar")
          .post(ONE + "/closure", YAWATAHAMA, id)
          .then()
          .statusCode(200)
          .body("state", equalTo("closed"))
          .body("validTo", equalTo(TODAY.toString()))
          .body("permittedActions", empty());
    }

    as(OZU, "auditor")
        .queryParam("state", "active")
        .get(DEPARTMENTS, YAWATAHAMA)
        .then()
        .body("items", empty());
    as(OZU, "auditor")
        .get(ONE + "/history", YAWATAHAMA, id)
        .then()
        .body("items.validTo", contains(TODAY.toString()));
    change(id, 1, "長寿介護課", "care-insurance")
        .statusCode(409)
        .body("code", equalTo("department.closed"));
    // Its name is free again.
    added(YAWATAHAMA, CARE, "care-insurance");
  }

  @Test
  void contactNamesADepartmentOfItsOrganization() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");
    String foreign = added(OZU, CARE, "care-insurance");

    addContact(id, "0894-00-2222").statusCode(201);
    // The same number of the government as a whole is another contact.
    addContact(null, "0894-00-2222").statusCode(201);
    addContact(id, "0894-00-2222").statusCode(409).body("code", equalTo("contact.already-there"));
    for (String unknown : List.of(foreign, UUID.randomUUID().toString())) {
      addContact(unknown, "0894-00-3333")
          .statusCode(422)
          .body("violations.pointer", contains("/departmentId"))
          .body("violations.code", contains("contact.department-unknown"));
    }

    assertThat(
            as(YAWATAHAMA, "registrar")
                .get(CONTACTS, YAWATAHAMA)
                .<List<String>>path("items.findAll { it.departmentId != null }.departmentId"))
        .containsExactly(id);
  }

  @Test
  void departmentWithContactsIsNotClosed() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");
    String contact = addContact(id, "0894-00-2222").statusCode(201).extract().header("Location");

    as(YAWATAHAMA, "registrar")
        .post(ONE + "/closure", YAWATAHAMA, id)
        .then()
        .statusCode(409)
        .body("code", equalTo("department.has-contacts"));

    as(YAWATAHAMA, "registrar").post(contact + "/closure").then().statusCode(200);
    as(YAWATAHAMA, "registrar").post(ONE + "/closure", YAWATAHAMA, id).then().statusCode(200);
    addContact(id, "0894-00-4444")
        .statusCode(422)
        .body("violations.code", contains("contact.department-unknown"));
  }

  @Test
  void departmentIsFoundUnderItsOwnOrganizationOnly() {
    String id = added(YAWATAHAMA, CARE, "care-insurance");

    as(OZU, "registrar").get(ONE, OZU, id).then().statusCode(404);
    as(OZU, "registrar").get(ONE + "/history", OZU, id).then().statusCode(404);
    as(OZU, "registrar").post(ONE + "/closure", OZU, id).then().statusCode(404);
    as(OZU, "registrar").get(DEPARTMENTS, "lg:382140").then().statusCode(404);
  }

  @Test
  void pagesFollowEachOther() {
    for (String name : List.of("甲", "乙", "丙")) {
      added(YAWATAHAMA, name, "welfare");
    }

    Response first = as(OZU, "auditor").queryParam("limit", 2).get(DEPARTMENTS, YAWATAHAMA);

    assertThat(first.<List<String>>path("items.id")).hasSize(2);
    as(OZU, "auditor")
        .queryParam("limit", 2)
        .queryParam("cursor", first.<String>path("next"))
        .get(DEPARTMENTS, YAWATAHAMA)
        .then()
        .body("items", hasSize(1));
  }

  private static ValidatableResponse addContact(@Nullable String department, String number) {
    return creatingAs(YAWATAHAMA, "registrar")
        .body(
            "{\"channel\": \"telephone\", \"value\": \"%s\"%s}"
                .formatted(
                    number, department == null ? "" : ", \"departmentId\": \"" + department + "\""))
        .post(CONTACTS, YAWATAHAMA)
        .then();
  }

  private static String added(String organization, String name, String duty) {
    return add(organization, "registrar", organization, name, duty)
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse add(
      String caller, String role, String organization, String name, String duty) {
    return creatingAs(caller, role).body(body(name, duty)).post(DEPARTMENTS, organization).then();
  }

  private static ValidatableResponse change(String id, int version, String name, String duty) {
    return as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"" + version + "\"")
        .body(body(name, duty))
        .put(ONE, YAWATAHAMA, id)
        .then();
  }

  private static String body(String name, String duty) {
    return "{\"name\": \"%s\", \"duty\": \"%s\"}".formatted(name, duty);
  }
}
