package org.todoke.notice.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.testing.ReceivedEvent;

/** A paper that the prefecture passes on at once and some of its cities do not. */
@QuarkusTest
class EscalationTest extends ChasingCase {

  @Test
  void whoStaysLateIsToldOfFirstToTheTierAboveAndThenToTheIssuer() {
    UUID id = passedOn();
    // Five office days from the 11th: due on the 19th. Five more: the 26th. Ten more: 2 August.
    chaseOn("2013-07-25");
    assertThat(escalated(id)).isEmpty();
    chaseOn("2013-07-26");
    assertThat(escalated(id)).containsExactly("lg:382078 escalation 1", "lg:384429 escalation 1");
    forwarded(id, IKATA);
    chaseOn("2013-08-01", "2013-08-02", "2013-08-05");
    assertThat(escalated(id)).contains("lg:382078 escalation 2").hasSize(3);

    escalations(EHIME)
        .body("items.day", contains("2013-07-26"))
        .body("items[0].itemCount", equalTo(2))
        .body("items[0].items.items.organization", contains(OZU, IKATA))
        .body("items[0].items.items.rung", everyItem(equalTo(1)))
        .body("items[0].items.items.name", contains("大洲市", "伊方町"))
        .body("items[0].items.items[1].doneOn", equalTo("2013-07-26"));
    escalations(OZU).body("items", empty());
    escalations(OTHER_DIVISION).body("items", empty());
    chasing(OZU, id, OZU)
        .body("escalations.to", contains(DIVISION, EHIME))
        .body("escalations.rung", contains(2, 1));
    chasing(DIVISION, id, OZU).body("escalations.to", contains(DIVISION, EHIME));
  }

  @Test
  void whomTheIssuerHadSentThePaperItselfIsToldOfToItOnce() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    chaseOn("2013-07-24", "2013-07-31", "2013-08-01");

    assertThat(chased(id))
        .filteredOn(step -> step.contains("escalation"))
        .containsExactly("lg:380008 escalation 1", "lg:390003 escalation 1");
    escalations(DIVISION)
        .body("items", hasSize(1))
        .body("items[0].items.items.organization", contains(EHIME, KOCHI));
  }

  @Test
  void tierAboveIsToldOfTheCorrectionTooThoughItCameFromTheIssuer() {
    UUID former = passedOn();
    Map<String, Object> correction = paperAsking(null, "2013-07-31");
    correction.remove("audience");
    correction.put("relations", List.of(json("kind", "corrects", "noticeId", former.toString())));
    UUID later = issued(correction);

    chaseOn("2013-08-06");

    chasing(DIVISION, later, OZU).body("escalations.to", contains(DIVISION, EHIME));
  }

  @Test
  void bothStepsThatWereMissedAreMadeUpForBecauseEachTellsSomebodyElse() {
    UUID id = passedOn();
    chaseOn("2013-08-06");

    assertThat(escalated(id))
        .filteredOn(step -> step.startsWith(OZU))
        .containsExactly("lg:382078 escalation 1", "lg:382078 escalation 2");
    // Since they fell due on one day, the reminder is the last rung and no other.
    assertThat(chased(id)).filteredOn(step -> step.startsWith(OZU)).contains(OZU + " reminder 5");
  }

  @Test
  void everyStepIsAFactAndAnEventThatSaysWhoWasTold() {
    try (Events events = new Events()) {
      UUID id = passedOn();
      chaseOn("2013-07-26");

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(event -> event.type().equals("delivery.escalated"))
          .filteredOn(event -> event.data().get("to").asText().equals(EHIME))
          .hasSize(2)
          .allSatisfy(event -> assertThat(event.data().get("step").asInt()).isEqualTo(1));
      as(EHIME)
          .get("/v1/notices/{id}/deliveries/{organization}/timeline", id, OZU)
          .then()
          .body("items.type", hasItems("delivery.reminded", "delivery.escalated"));
    }
  }

  @Test
  void otherCityThatHadSentACorporationThePaperIsNotNamedToACity() {
    UUID id = passedOn();
    forwarded(id, IKATA);
    chaseOn("2013-07-24");

    assertThat(chased(id)).contains(MINATO + " escalation 1");
    chasing(YAWATAHAMA, id, MINATO).body("escalations", hasSize(1));
    chasing(DIVISION, id, MINATO).body("escalations.to[0]", equalTo(YAWATAHAMA));
    chasing(IKATA, id, MINATO)
        .body("escalations", hasSize(1))
        .body("escalations.to", contains(nullValue()));
  }

  @Test
  void issuerSetsOtherRungsForItsNotice() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    rule(EHIME, id)
        .body("ofTheNotice", equalTo(false))
        .body("remind", contains(-5, -1, 1, 3, 5))
        .body("escalateToSenderAfter", equalTo(5))
        .body("permittedActions", empty());
    rule(DIVISION, id).body("permittedActions", contains("edit")).header("ETag", "\"0\"");
    set(DIVISION, id, null, json("remind", List.of(2))).statusCode(428);
    set(EHIME, id, "\"0\"", json("remind", List.of(2))).statusCode(403);
    set(DIVISION, id, "\"0\"", json("remind", List.of(2), "escalateToSenderAfter", 1))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("ofTheNotice", equalTo(true))
        .body("remind", contains(2))
        .body("escalateToIssuerAfter", equalTo(10));
    set(DIVISION, id, "\"0\"", json("remind", List.of())).statusCode(412);

    chaseOn("2013-07-16", "2013-07-18", "2013-07-19", "2013-07-22", "2013-07-24");
    assertThat(chased(id))
        .filteredOn(step -> step.startsWith(EHIME))
        .containsExactly("lg:380008 escalation 1", "lg:380008 reminder 2");
  }

  @Test
  void issuerCanChaseNobody() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    set(
            DIVISION,
            id,
            "\"0\"",
            json("remind", List.of(), "escalateToSenderAfter", 0, "escalateToIssuerAfter", 0))
        .statusCode(200);
    chaseOn("2013-07-16", "2013-07-18", "2013-08-05");

    assertThat(chased(id)).isEmpty();
  }

  @Test
  void rungsAreBoundedAndInOrder() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    set(
            DIVISION,
            id,
            "\"0\"",
            json(
                "remind",
                List.of(1, 1, 61),
                "escalateToSenderAfter",
                20,
                "escalateToIssuerAfter",
                10))
        .statusCode(422)
        .body(
            "violations.code",
            hasItems("list.duplicate", "number.too-large", "chasing.issuer-before-sender"));
    set(DIVISION, id, "\"0\"", json("escalateToSenderAfter", -1))
        .statusCode(422)
        .body("violations.pointer", contains("/escalateToSenderAfter"));
  }

  /** Ehime has passed it on, and all its cities but two. */
  private static UUID passedOn() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    forwarded(id, EHIME);
    forwarded(id, KOCHI);
    forwarded(id, YAWATAHAMA);
    return id;
  }

  private static List<String> escalated(UUID id) {
    return chased(id).stream()
        .filter(step -> step.contains("escalation"))
        .filter(step -> step.startsWith("lg:38"))
        .toList();
  }

  private static ValidatableResponse escalations(String reader) {
    return as(reader).get("/v1/escalations").then().statusCode(200);
  }

  private static ValidatableResponse rule(String reader, UUID id) {
    return as(reader).get("/v1/notices/{id}/chasing", id).then().statusCode(200);
  }

  private static ValidatableResponse set(
      String caller, UUID id, @Nullable String ifMatch, Object body) {
    var request = as(caller).contentType(ContentType.JSON).body(body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put("/v1/notices/{id}/chasing", id).then();
  }
}
