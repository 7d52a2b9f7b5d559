package org.todoke.checklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.security.Role;
import org.todoke.testing.Eventually;
import org.todoke.testing.Tokens;
import org.todoke.testing.TopicWriter;

/** Brings things about as they come about: published over the API, assigned by an arrival. */
public final class Cascade {

  private Cascade() {}

  public static RequestSpecification as(String organization, String... roles) {
    return given()
        .auth()
        .oauth2(Tokens.of(organization, roles))
        .header("Accept-Language", "en")
        .contentType(ContentType.JSON);
  }

  public static RequestSpecification ministry() {
    return as(Org.MINISTRY, Role.ISSUER);
  }

  public static RequestSpecification home() {
    return as(Org.HOME, Role.RESPONDER);
  }

  public static RequestSpecification corporation() {
    return as(Org.CORPORATION, Role.RESPONDER);
  }

  public static RequestSpecification city() {
    return as(Org.CITY, Role.FORWARDER);
  }

  public static RequestSpecification prefecture() {
    return as(Org.PREFECTURE, Role.FORWARDER);
  }

  /** The seed's checklist, published by the ministry. */
  public static UUID publishedChecklist() {
    UUID id = draftChecklist();
    ministry().post("/v1/checklists/{id}/publication", id).then().statusCode(200);
    return id;
  }

  public static UUID draftChecklist() {
    return UUID.fromString(
        ministry()
            .header("Idempotency-Key", UUID.randomUUID())
            .body(Vol334.json())
            .post("/v1/checklists")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** An arrival at an establishment of 八幡浜市. */
  public record Arrival(
      UUID noticeId,
      UUID checklistId,
      String establishment,
      String corporation,
      long sequence,
      @Nullable String dueOn,
      Instant time) {

    public static Arrival of(UUID noticeId, UUID checklistId) {
      return new Arrival(
          noticeId,
          checklistId,
          Org.HOME,
          Org.CORPORATION,
          1,
          "2013-07-26",
          Instant.parse("2013-07-11T00:00:00Z"));
    }

    public Arrival at(String otherEstablishment) {
      return new Arrival(
          noticeId, checklistId, otherEstablishment, corporation, sequence, dueOn, time);
    }

    public Arrival of(String otherCorporation) {
      return new Arrival(
          noticeId, checklistId, establishment, otherCorporation, sequence, dueOn, time);
    }

    public Arrival sequence(long other) {
      return new Arrival(noticeId, checklistId, establishment, corporation, other, dueOn, time);
    }

    public Arrival dueOn(@Nullable String other) {
      return new Arrival(noticeId, checklistId, establishment, corporation, sequence, other, time);
    }

    public Arrival time(String other) {
      return new Arrival(
          noticeId, checklistId, establishment, corporation, sequence, dueOn, Instant.parse(other));
    }

    public UUID assignmentId() {
      String name = "todoke:assignment:" + noticeId + "/" + establishment;
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public CloudEvent event() {
      String data =
          """
          {"noticeId":"%s","organization":"%s","tier":"establishment","prefecture":"%s","municipality":"%s",
           "corporation":"%s","from":"%s","channel":"inbox","first":%s,"usage":"actual",%s"checklistId":"%s"}
          """
              .formatted(
                  noticeId,
                  establishment,
                  Org.PREFECTURE,
                  Org.CITY,
                  corporation,
                  corporation,
                  sequence == 1,
                  dueOn == null ? "" : "\"dueOn\":\"" + dueOn + "\",",
                  checklistId);
      return delivery(EventType.DELIVERY_ARRIVED, noticeId, establishment, sequence, data, time);
    }
  }

  public static CloudEvent excused(
      UUID noticeId, String establishment, long sequence, String reason) {
    String data =
        """
        {"noticeId":"%s","organization":"%s","tier":"establishment","reason":"%s","by":"%s"}
        """
            .formatted(noticeId, establishment, reason, Org.CITY);
    return delivery(
        EventType.DELIVERY_EXCUSED,
        noticeId,
        establishment,
        sequence,
        data,
        Instant.parse("2013-07-12T00:00:00Z"));
  }

  private static CloudEvent delivery(
      EventType type,
      UUID noticeId,
      String establishment,
      long sequence,
      String data,
      Instant time) {
    return CloudEventBuilder.from(
            TopicWriter.event(
                type, noticeId + "/" + establishment, noticeId.toString(), sequence, data))
        .withTime(time.atOffset(ZoneOffset.UTC))
        .build();
  }

  /** Sends the arrival and waits until the assignment is there for its establishment. */
  public static UUID assigned(Arrival arrival) {
    try (TopicWriter writer = new TopicWriter()) {
      writer.send(arrival.event());
    }
    awaitAssignment(arrival);
    return arrival.assignmentId();
  }

  /** A new notice with the seed's checklist, arrived at {@link Org#HOME}. */
  public static UUID assigned() {
    return assigned(Arrival.of(UUID.randomUUID(), publishedChecklist()));
  }

  public static void awaitAssignment(Arrival arrival) {
    Eventually.assertThat(
        () ->
            assertThat(
                    as(arrival.establishment(), Role.AUDITOR)
                        .get("/v1/assignments/{id}", arrival.assignmentId())
                        .statusCode())
                .isEqualTo(200));
  }

  public static void completed(UUID assignment, Map<String, Object> answers) {
    home()
        .body(Map.of("answers", answers))
        .post("/v1/assignments/{id}/submission/completion", assignment)
        .then()
        .statusCode(200);
  }
}
