package org.todoke.notice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.json;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.contracts.event.OrganizationSnapshot;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.notice.directory.messaging.OrganizationConsumer;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** The copy of the registry follows the topic, whatever comes on it. */
@QuarkusTest
class DirectoryTest extends NoticeServiceTest {

  private TopicWriter topic;

  /** New in every test: the topic outlives the clean-up of the database. */
  private final String code =
      "kj:38%08d".formatted(ThreadLocalRandom.current().nextInt(50_000_000, 90_000_000));

  @BeforeEach
  void open() {
    topic = new TopicWriter();
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void anOrganizationIsKnownWithItsWholeState() {
    topic.send(said(EventType.ORGANIZATION_REGISTERED, 1, "事業所", "active"));

    Eventually.assertThat(
        () ->
            assertThat(Rows.of("select * from organization where code = ?", code))
                .singleElement()
                .satisfies(
                    row -> {
                      assertThat(row)
                          .containsEntry("kind", "establishment")
                          .containsEntry("name", "事業所")
                          .containsEntry("prefecture", EHIME)
                          .containsEntry("municipality", YAWATAHAMA)
                          .containsEntry("corporation", SHIOSAI)
                          .containsEntry("state", "active");
                      assertThat(row.get("services")).hasToString("{15,43}");
                      assertThat(row.get("channels")).hasToString("{fax}");
                    }));
  }

  @Test
  void anOlderEventChangesNothing() {
    topic.send(said(EventType.ORGANIZATION_CLOSED, 3, "新しい名前", "closed"));
    topic.send(said(EventType.ORGANIZATION_CHANGED, 2, "古い名前", "active"));
    topic.send(said(EventType.ORGANIZATION_REGISTERED, 1, "最初の名前", "active"));

    awaitMarks(3);
    assertThat(state()).isEqualTo("新しい名前, closed");
  }

  @Test
  void theSameEventAgainChangesNothing() {
    CloudEvent event = said(EventType.ORGANIZATION_REGISTERED, 1, "事業所", "active");
    topic.send(event);
    topic.send(event);
    topic.send(CloudEventBuilder.v1(event).withId(UUID.randomUUID().toString()).build());

    awaitMarks(2);
    assertThat(state()).isEqualTo("事業所, active");
  }

  @Test
  void whatThisVersionDoesNotKnowIsPassedOver() {
    topic.send(
        Topics.ORGANIZATIONS,
        code,
        TopicWriter.event(
            "organization.praised",
            "urn:todoke:event:organization.praised:1",
            code,
            code,
            1,
            "{}"));
    topic.send(
        CloudEventBuilder.v1(said(EventType.ORGANIZATION_REGISTERED, 2, "事業所", "active"))
            .withData(
                "application/json",
                data("事業所", "active")
                    .replaceFirst("\\{", "{\"member\": 1, ")
                    .getBytes(StandardCharsets.UTF_8))
            .build());

    awaitMarks(2);
    assertThat(state()).isEqualTo("事業所, active");
    assertThat(parked()).isZero();
  }

  @Test
  void aUnionIsKnownUnderItsPrefecture() {
    String union = "lg:388017";
    topic.send(
        TopicWriter.event(
            EventType.ORGANIZATION_REGISTERED,
            union,
            union,
            System.nanoTime(),
            """
            {"code": "%s", "kind": "union", "name": "架空広域連合", "parent": "%s", "prefecture": "%s",
             "state": "active", "validFrom": "2006-04-01", "serviceTypes": [], "channels": ["api"],
             "members": ["%s"]}
            """
                .formatted(union, EHIME, EHIME, YAWATAHAMA)));

    Eventually.assertThat(
        () ->
            assertThat(Rows.of("select kind, prefecture from organization where code = ?", union))
                .containsExactly(Map.of("kind", "union", "prefecture", EHIME)));
    assertThat(Rows.count("parked_event", "partition_key = ?", union)).isZero();
    // Its members stay what they are.
    assertThat(Rows.count("organization", "parent = ? or municipality = ?", union, union)).isZero();
  }

  @Test
  void aBrokenOneIsParkedWithAllBehindItAndOthersGoOn() {
    topic.sendRaw(
        Topics.ORGANIZATIONS,
        code,
        Map.of("ce_type", "organization.registered"),
        "not json".getBytes(StandardCharsets.UTF_8));
    topic.send(said(EventType.ORGANIZATION_CHANGED, 2, "後のもの", "active"));
    String neighbour = code.substring(0, 12) + (code.endsWith("7") ? "8" : "7");
    topic.send(said(neighbour, EventType.ORGANIZATION_REGISTERED, 1, "隣の事業所", "active"));

    Eventually.assertThat(
        () -> assertThat(Rows.count("organization", "code = ?", neighbour)).isEqualTo(1));
    Eventually.assertThat(() -> assertThat(parked()).isEqualTo(2));
    assertThat(Rows.count("organization", "code = ?", code)).isZero();
  }

  @Test
  void whatWasParkedIsTakenInOnceTheFaultIsGone() {
    Rows.change("alter table organization add constraint fault check (name <> 'まだ無理')");
    topic.send(said(EventType.ORGANIZATION_REGISTERED, 1, "まだ無理", "active"));
    topic.send(said(EventType.ORGANIZATION_CHANGED, 2, "改名後", "active"));
    try {
      Eventually.assertThat(() -> assertThat(parked()).isEqualTo(2));
    } finally {
      Rows.change("alter table organization drop constraint fault");
    }

    as(DIVISION, "admin")
        .contentType(ContentType.JSON)
        .body(json("consumer", OrganizationConsumer.NAME, "key", code))
        .post("/v1/operations/notice/parked/replay")
        .then()
        .statusCode(200)
        .body("replayed", equalTo(2))
        .body("remaining", equalTo(0));

    assertThat(state()).isEqualTo("改名後, active");
    assertThat(parked()).isZero();
  }

  @Test
  void anErasureTakesTheNameAndLeavesTheLines() {
    topic.send(said(EventType.ORGANIZATION_CLOSED, 2, "消える名前", "closed"));
    topic.send(erased(3));

    awaitMarks(2);
    assertThat(Rows.of("select * from organization where code = ?", code))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("name", OrganizationSnapshot.NAME_OF_ERASED)
                  .containsEntry("name_kana", null)
                  .containsEntry("kind", "establishment")
                  .containsEntry("prefecture", EHIME)
                  .containsEntry("municipality", YAWATAHAMA)
                  .containsEntry("corporation", SHIOSAI)
                  .containsEntry("state", "closed");
              assertThat(row.get("services")).hasToString("{}");
              assertThat(row.get("channels")).hasToString("{}");
            });
    assertThat(parked()).isZero();
  }

  @Test
  void anErasureTwiceIsOne() {
    CloudEvent erasure = erased(3);
    topic.send(said(EventType.ORGANIZATION_CLOSED, 2, "消える名前", "closed"));
    topic.send(erasure);
    topic.send(erasure);
    topic.send(erased(3));

    awaitMarks(3);
    assertThat(state()).isEqualTo("（削除済み）, closed");
  }

  @Test
  void anErasureThatOvertookOlderEventsIsNotTakenBack() {
    topic.send(erased(3));
    awaitMarks(1);
    topic.send(said(EventType.ORGANIZATION_REGISTERED, 1, "古い名前", "active"));
    topic.send(said(EventType.ORGANIZATION_CLOSED, 2, "古い名前", "closed"));

    awaitMarks(3);
    assertThat(state()).isEqualTo("（削除済み）, closed");
  }

  @Test
  void whatIsRegisteredAnewAfterAnErasureIsKnownAgain() {
    topic.send(said(EventType.ORGANIZATION_CLOSED, 2, "消える名前", "closed"));
    topic.send(erased(3));
    topic.send(said(EventType.ORGANIZATION_REGISTERED, 4, "新しい名前", "active"));
    // An erasure that comes late does not undo what came after it.
    topic.send(erased(3));

    awaitMarks(4);
    assertThat(state()).isEqualTo("新しい名前, active");
  }

  private CloudEvent erased(long sequence) {
    return TopicWriter.tombstone(EventType.ORGANIZATION_ERASED, code, sequence);
  }

  private CloudEvent said(EventType type, long sequence, String name, String state) {
    return said(code, type, sequence, name, state);
  }

  private static CloudEvent said(
      String code, EventType type, long sequence, String name, String state) {
    return TopicWriter.event(type, code, code, sequence, data(code, name, state));
  }

  private String data(String name, String state) {
    return data(code, name, state);
  }

  private static String data(String code, String name, String state) {
    return """
    {"code": "%s", "kind": "establishment", "name": "%s", "prefecture": "%s", "municipality": "%s",
     "corporation": "%s", "state": "%s", "validFrom": "2006-04-01", "serviceTypes": ["15", "43"],
     "channels": ["fax"]}
    """
        .formatted(code, name, EHIME, YAWATAHAMA, SHIOSAI, state);
  }

  private String state() {
    List<Map<String, Object>> rows =
        Rows.of("select name, state from organization where code = ?", code);
    return rows.isEmpty() ? "unknown" : rows.get(0).get("name") + ", " + rows.get(0).get("state");
  }

  private static void awaitMarks(int marks) {
    Eventually.assertThat(
        () ->
            assertThat(Rows.count("inbox", "consumer = ?", OrganizationConsumer.NAME))
                .isEqualTo(marks));
  }

  private long parked() {
    return Rows.count("parked_event", "partition_key = ?", code);
  }
}
