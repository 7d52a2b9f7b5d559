package org.todoke.registry.department.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.DepartmentDuty;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.department.Duty;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** Other services address papers to departments, and know them from the events of the registry. */
@QuarkusTest
@FreshRegistry
class DepartmentsToldTest extends RegistryTest {

  private static final String DEPARTMENTS = "/v1/organizations/{code}/departments";
  private static final String ONE = DEPARTMENTS + "/{id}";

  @Inject EntityManager em;

  private TopicProbe probe;

  @BeforeEach
  void listen() {
    probe = TopicProbe.fromNow(Topics.ORGANIZATIONS);
  }

  @AfterEach
  void stopListening() {
    probe.close();
  }

  @Test
  void departmentsAreToldWithTheStateOfTheirGovernment() {
    added("健康課", "health");
    added("介護保険課", "care-insurance");

    ReceivedEvent event = last(2);
    EventContract.assertValid(event);
    assertThat(event.data().get("departments").toString())
        .isEqualTo(
            "[{\"duty\":\"care-insurance\",\"name\":\"介護保険課\"},"
                + "{\"duty\":\"health\",\"name\":\"健康課\"}]");
  }

  @Test
  void renamingIsToldAndWhatIsTheSameIsNot() {
    String id = added("介護保険課", "care-insurance");

    change(id, 0, "長寿介護課");
    assertThat(last(2).data().at("/departments/0/name").asText()).isEqualTo("長寿介護課");
    change(id, 1, "長寿介護課");

    Eventually.holdsFor(
        Duration.ofMillis(500), () -> assertThat(probe.events(this::isAboutUs)).hasSize(2));
  }

  @Test
  void departmentThatHasClosedIsToldNoMore() {
    String id = added("介護保険課", "care-insurance");
    as(YAWATAHAMA, "registrar")
        .post(ONE + "/closure", YAWATAHAMA, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"));

    ReceivedEvent event = last(2);
    EventContract.assertValid(event);
    assertThat(event.data().has("departments")).isFalse();
  }

  @Test
  void whatTheImportTellsNamesThemToo() {
    added("介護保険課", "care-insurance");
    ReceivedEvent event = last(1);

    Object told =
        em.createNativeQuery(
                """
                select cast(organization_event_data(o) as text) from organization o
                where o.code = :code""",
                String.class)
            .setParameter("code", YAWATAHAMA)
            .getSingleResult();

    assertThat((String) told)
        .contains("\"departments\":[{\"duty\":\"care-insurance\",\"name\":\"介護保険課\"}]");
    assertThat(event.data().get("departments")).hasSize(1);
  }

  @Test
  void everyPublishedDutyCanBeGivenToADepartment() {
    assertThat(Arrays.stream(Duty.values()).map(Duty::code))
        .containsExactlyElementsOf(
            Arrays.stream(DepartmentDuty.values()).map(DepartmentDuty::wireName).toList());
  }

  /** The last of so many changes of the government. */
  private ReceivedEvent last(int changes) {
    Eventually.assertThat(() -> assertThat(probe.events(this::isAboutUs)).hasSize(changes));
    return probe.events(this::isAboutUs).get(changes - 1);
  }

  private boolean isAboutUs(ReceivedEvent event) {
    return event.type().equals("organization.changed") && event.subject().equals(YAWATAHAMA);
  }

  private static String added(String name, String duty) {
    return creatingAs(YAWATAHAMA, "registrar")
        .body("{\"name\": \"%s\", \"duty\": \"%s\"}".formatted(name, duty))
        .post(DEPARTMENTS, YAWATAHAMA)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void change(String id, int version, String name) {
    as(YAWATAHAMA, "registrar")
        .header("If-Match", "\"" + version + "\"")
        .body("{\"name\": \"%s\", \"duty\": \"care-insurance\"}".formatted(name))
        .put(ONE, YAWATAHAMA, id)
        .then()
        .statusCode(200);
  }
}
