package org.todoke.checklist.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.OrganizationSnapshot;
import org.todoke.security.Role;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

@QuarkusTest
class DirectoryConsumerTest extends ServiceTest {

  private static final String UNION = "lg:388017";

  private TopicWriter writer;

  @BeforeEach
  void open() {
    writer = new TopicWriter();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void assignmentsShowTheNamesOfTheRegistry() {
    UUID id = Cascade.assigned();

    writer.send(home("デイサービス架空", Org.CITY, Org.CORPORATION, 1));

    Eventually.assertThat(() -> assertThat(name(id)).isEqualTo("デイサービス架空"));
  }

  @Test
  void openAssignmentFollowsItsEstablishmentToAnotherPlace() {
    UUID id = Cascade.assigned();

    writer.send(home("架空", Org.CITY_NEXT_DOOR, Org.OTHER_CORPORATION, 2));

    Eventually.assertThat(() -> assertThat(status(Org.CITY_NEXT_DOOR, id)).isEqualTo(200));
    assertThat(status(Org.OTHER_CORPORATION, id)).isEqualTo(200);
    assertThat(status(Org.CITY, id)).isEqualTo(404);
    assertThat(status(Org.CORPORATION, id)).isEqualTo(404);
    Cascade.home()
        .get("/v1/assignments/{id}/history", id)
        .then()
        .body("items.kind", contains("created", "lines-changed"))
        .body("items[1].details.municipality", equalTo(Org.CITY_NEXT_DOOR));
  }

  @Test
  void olderNewsChangeNothing() {
    UUID id = Cascade.assigned();
    writer.send(home("new", Org.CITY_NEXT_DOOR, Org.CORPORATION, 5));
    Eventually.assertThat(() -> assertThat(name(id)).isEqualTo("new"));

    writer.send(home("old", Org.CITY, Org.CORPORATION, 4));
    marker();

    assertThat(name(id)).isEqualTo("new");
    assertThat(status(Org.CITY, id)).isEqualTo(404);
  }

  @Test
  void sameNewsTwiceAreOneFact() {
    UUID id = Cascade.assigned();
    CloudEvent move = home("架空", Org.CITY_NEXT_DOOR, Org.CORPORATION, 2);

    writer.send(move);
    writer.send(move);
    writer.send(home("架空", Org.CITY_NEXT_DOOR, Org.CORPORATION, 2));
    marker();

    Cascade.home()
        .get("/v1/assignments/{id}/history", id)
        .then()
        .body("items.kind", contains("created", "lines-changed"));
  }

  @Test
  void unionIsTakenInAndMovesNothing() {
    UUID id = Cascade.assigned();

    // Under the key of the establishment, so that the marker comes behind it.
    writer.send(EventType.ORGANIZATION_REGISTERED.topic(), Org.HOME, union());
    marker();

    Cascade.city().get("/v1/assignments/{id}", id).then().statusCode(200);
    Cascade.as(UNION, Role.AUDITOR).get("/v1/assignments/{id}", id).then().statusCode(404);
    Cascade.as(UNION, Role.AUDITOR)
        .get("/v1/assignments")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    Cascade.as(Org.MINISTRY, Role.ADMIN)
        .get("/v1/operations/checklist/parked")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void closedAssignmentStaysWhereItWas() {
    UUID id = Cascade.assigned();
    Cascade.city()
        .body(Map.of("reason", "collection-ended"))
        .post("/v1/assignments/{id}/closure", id)
        .then()
        .statusCode(200);

    writer.send(home("架空", Org.CITY_NEXT_DOOR, Org.CORPORATION, 2));
    marker();

    assertThat(status(Org.CITY, id)).isEqualTo(200);
    assertThat(status(Org.CITY_NEXT_DOOR, id)).isEqualTo(404);
  }

  @Test
  void arrivalThatIsOlderThanAMoveGoesToThePresentPlace() {
    UUID checklist = Cascade.publishedChecklist();
    writer.send(home("架空", Org.CITY_NEXT_DOOR, Org.OTHER_CORPORATION, 2));
    marker();

    UUID id = Cascade.assigned(Arrival.of(UUID.randomUUID(), checklist));

    assertThat(status(Org.CITY_NEXT_DOOR, id)).isEqualTo(200);
    assertThat(status(Org.CITY, id)).isEqualTo(404);
  }

  @Test
  void erasedOneIsShownWithoutItsNameAndStaysWhereItWas() {
    UUID id = Cascade.assigned();
    writer.send(home("消える名前", Org.CITY, Org.CORPORATION, 1));
    writer.send(erased(2));
    writer.send(erased(2));
    marker();

    assertThat(name(id)).isEqualTo(OrganizationSnapshot.NAME_OF_ERASED);
    assertThat(status(Org.CITY, id)).isEqualTo(200);
    assertThat(status(Org.CORPORATION, id)).isEqualTo(200);
    assertThat(parkedKeys()).isEmpty();
  }

  @Test
  void erasureThatOvertookOlderNewsIsNotTakenBack() {
    UUID id = Cascade.assigned();
    writer.send(erased(3));
    Eventually.assertThat(
        () -> assertThat(name(id)).isEqualTo(OrganizationSnapshot.NAME_OF_ERASED));

    writer.send(home("古い名前", Org.CITY_NEXT_DOOR, Org.OTHER_CORPORATION, 2));
    marker();

    assertThat(name(id)).isEqualTo(OrganizationSnapshot.NAME_OF_ERASED);
    assertThat(status(Org.CITY, id)).isEqualTo(200);
  }

  @Test
  void arrivalAtOneOfWhichOnlyTheErasureWasHeardGoesWhereItWasSent() {
    UUID checklist = Cascade.publishedChecklist();
    writer.send(erased(3));
    marker();

    UUID id = Cascade.assigned(Arrival.of(UUID.randomUUID(), checklist));

    assertThat(name(id)).isEqualTo(OrganizationSnapshot.NAME_OF_ERASED);
    assertThat(status(Org.CITY, id)).isEqualTo(200);
    assertThat(status(Org.CORPORATION, id)).isEqualTo(200);
  }

  @Test
  void oneThatIsRegisteredAnewAfterItsErasureHasANameAgain() {
    UUID id = Cascade.assigned();
    writer.send(home("消える名前", Org.CITY, Org.CORPORATION, 1));
    writer.send(erased(2));
    writer.send(home("新しい名前", Org.CITY, Org.CORPORATION, 3));
    writer.send(erased(2));
    marker();

    assertThat(name(id)).isEqualTo("新しい名前");
  }

  @Test
  void brokenNewsAreParkedAndNobodyElseWaits() {
    writer.send(
        TopicWriter.event(
            EventType.ORGANIZATION_CHANGED, Org.HOME, Org.HOME, 1, "{\"code\": \"nonsense\"}"));
    writer.send(home("behind", Org.CITY_NEXT_DOOR, Org.CORPORATION, 2));
    Eventually.assertThat(() -> assertThat(parkedKeys()).containsExactly(Org.HOME));

    UUID id =
        Cascade.assigned(
            Arrival.of(UUID.randomUUID(), Cascade.publishedChecklist()).at(Org.SECOND_HOME));
    writer.send(establishment(Org.SECOND_HOME, "unharmed", Org.CITY, Org.CORPORATION, 1));

    Eventually.assertThat(() -> assertThat(name(id)).isEqualTo("unharmed"));
    assertThat(parkedKeys()).containsExactly(Org.HOME);
  }

  private static List<String> parkedKeys() {
    return Cascade.as(Org.MINISTRY, Role.ADMIN)
        .get("/v1/operations/checklist/parked")
        .then()
        .statusCode(200)
        .extract()
        .path("items.key");
  }

  /** Sends news of another establishment under the same key, and waits until they are taken in. */
  private void marker() {
    UUID checklist = Cascade.publishedChecklist();
    String name = "marker " + UUID.randomUUID();
    Arrival arrival = Arrival.of(UUID.randomUUID(), checklist).at(Org.SECOND_HOME);
    UUID id = Cascade.assigned(arrival);
    CloudEvent news = establishment(Org.SECOND_HOME, name, Org.CITY, Org.CORPORATION, 1);
    // Under the key of the first, so that it comes behind it in the same partition.
    writer.send(EventType.ORGANIZATION_CHANGED.topic(), Org.HOME, news);
    Eventually.assertThat(() -> assertThat(name(id)).isEqualTo(name));
  }

  private static CloudEvent erased(long sequence) {
    return TopicWriter.tombstone(EventType.ORGANIZATION_ERASED, Org.HOME, sequence);
  }

  private static CloudEvent union() {
    return TopicWriter.event(
        EventType.ORGANIZATION_REGISTERED,
        UNION,
        UNION,
        1,
        """
        {"code":"%s","kind":"union","name":"架空広域連合","parent":"%s","prefecture":"%s","state":"active",
         "validFrom":"2013-04-01","serviceTypes":[],"channels":["api"],"members":["%s"]}
        """
            .formatted(UNION, Org.PREFECTURE, Org.PREFECTURE, Org.CITY));
  }

  private static CloudEvent home(
      String name, String municipality, String corporation, long sequence) {
    return establishment(Org.HOME, name, municipality, corporation, sequence);
  }

  private static CloudEvent establishment(
      String code, String name, String municipality, String corporation, long sequence) {
    return TopicWriter.event(
        EventType.ORGANIZATION_CHANGED,
        code,
        code,
        sequence,
        """
        {"code":"%s","kind":"establishment","name":"%s","prefecture":"%s","municipality":"%s",
         "corporation":"%s","state":"active","validFrom":"2013-04-01","serviceTypes":["15"],"channels":["fax"]}
        """
            .formatted(code, name, Org.PREFECTURE, municipality, corporation));
  }

  private static String name(UUID assignment) {
    return Cascade.prefecture()
        .get("/v1/assignments/{id}", assignment)
        .then()
        .extract()
        .path("establishment.name");
  }

  private static int status(String organization, UUID assignment) {
    return Cascade.as(organization, Role.AUDITOR)
        .get("/v1/assignments/{id}", assignment)
        .statusCode();
  }
}
