package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.ServiceTest;
import org.todoke.checklist.Vol334;

/** Two versions of a notice, of which the former has arrived at an establishment. */
abstract class LaterVersionCase extends ServiceTest {

  @Inject DeliveryFeed feed;

  UUID checklist;
  Arrival former;
  Arrival later;

  @BeforeEach
  void arrive() {
    checklist = Cascade.publishedChecklist();
    former = Arrival.of(UUID.randomUUID(), checklist);
    later = Arrival.of(UUID.randomUUID(), checklist).time("2013-07-19T00:00:00Z");
    feed.handle(former.event());
  }

  CloudEvent carriedOver(String answer) {
    return Later.carriedOver(later, former.noticeId(), answer);
  }

  /** The same checklist with another text of one question. */
  void publishWith(String text) {
    String changed =
        Vol334.json().replaceFirst("(?s)(\"id\": \"purpose\",\\s*\"text\": \")[^\"]*", "$1" + text);
    assertThat(changed).isNotEqualTo(Vol334.json());
    publish(changed);
  }

  void publish(String definition) {
    Cascade.ministry()
        .header("If-Match", "\"2\"")
        .body(definition)
        .put("/v1/checklists/{id}", checklist)
        .then()
        .statusCode(200);
    Cascade.ministry().post("/v1/checklists/{id}/publication", checklist).then().statusCode(200);
  }

  static ValidatableResponse assignment(Arrival of) {
    return Cascade.home().get("/v1/assignments/{id}", of.assignmentId()).then().statusCode(200);
  }

  static ValidatableResponse submission(Arrival of) {
    return Cascade.home()
        .get("/v1/assignments/{id}/submission", of.assignmentId())
        .then()
        .statusCode(200);
  }

  static ValidatableResponse remediations(Arrival of) {
    return Cascade.home()
        .get("/v1/remediations?assignmentId={id}", of.assignmentId())
        .then()
        .statusCode(200);
  }

  static ValidatableResponse completed(Arrival of, Map<String, Object> answers) {
    return Cascade.home()
        .body(Map.of("answers", answers))
        .post("/v1/assignments/{id}/submission/completion", of.assignmentId())
        .then();
  }

  static ValidatableResponse proxy(Arrival of, String answeredAt) {
    return Cascade.city()
        .body(Map.of("answers", Vol334.compliant(), "answeredAt", answeredAt, "channel", "fax"))
        .post("/v1/assignments/{id}/submission/completion", of.assignmentId())
        .then();
  }
}
