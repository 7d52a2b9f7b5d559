package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeFixture;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;

/** What of a rule stays, and who is told of it. */
@QuarkusTest
class FrozenRuleTest extends AudienceCase {

  @Test
  void hashIsThatOfTheListHoweverTheRuleIsWritten() {
    UUID one =
        issued(
            rule(
                "serviceTypes",
                List.of(DAY, HOME),
                "exceptions",
                List.of(named(OZU), named(IKATA))));
    UUID other =
        issued(
            rule(
                "serviceTypes",
                List.of(HOME, DAY),
                "exceptions",
                List.of(named(IKATA), named(OZU))));
    UUID another =
        issued(rule("serviceTypes", List.of(HOME, DAY), "exceptions", List.of(named(IKATA))));

    assertThat(hash(one)).isEqualTo(hash(other)).isNotEqualTo(hash(another)).hasSize(64);
  }

  @Test
  void whoWasNamedAndWhyIsForTheIssuersOnly() {
    UUID id = issued(rule("additions", List.of(named(IKATA)), "exceptions", List.of(named(OZU))));

    as(DIVISION)
        .get("/v1/notices/{id}", id)
        .then()
        .body("audience.additions.reason", contains("個別の事情"))
        .body("audience.exceptions.organization", contains(OZU));
    for (String path : List.of("/v1/notices/{id}", "/v1/notices/{id}/audience")) {
      as(EHIME)
          .get(path, id)
          .then()
          .statusCode(200)
          .body("audience.tiers", hasItem("prefecture"))
          .body("audience.additions", nullValue())
          .body("audience.exceptions", nullValue());
    }
  }

  @Test
  void eventTellsTheRuleAndTheHashAndNobodyByName() {
    try (Events events = new Events()) {
      UUID id =
          issued(
              rule(
                  "departments",
                  List.of("care-insurance"),
                  "serviceTypes",
                  List.of(DAY),
                  "additions",
                  List.of(named(IKATA))));

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      ReceivedEvent event =
          heard.stream().filter(e -> e.type().equals("notice.issued")).findFirst().orElseThrow();
      assertThat(event.data().get("audienceHash").asText()).isEqualTo(hash(id));
      assertThat(event.data().get("departments")).hasToString("[\"care-insurance\"]");
      assertThat(event.data().get("serviceTypes")).hasToString("[\"15\"]");
      assertThat(event.data().toString()).doesNotContain(IKATA).doesNotContain("個別の事情");
    }
  }

  @Test
  void laterVersionHasTheAudienceOfTheFormerWithItsDepartments() {
    UUID former =
        issued(rule("departments", List.of("care-insurance"), "serviceTypes", List.of(DAY)));
    // Opened since, and offers it: not in the audience of the former version.
    NoticeFixture.establishment("kj:3870499013", YAWATAHAMA, HAMAKAZE);
    offers("kj:3870499013", "{15}");
    Map<String, Object> paper = NoticeFixture.paper();
    paper.remove("audience");
    paper.put("relations", List.of(json("kind", "corrects", "noticeId", former.toString())));

    UUID later = issued(paper);

    assertThat(addressed(later)).isEqualTo(addressed(former));
    assertThat(hash(later)).isEqualTo(hash(former));
    delivery(EHIME, later, EHIME).body("departments.name", contains("長寿介護課"));
    as(DIVISION)
        .get("/v1/notices/{id}", later)
        .then()
        .body("audience.serviceTypes", contains(DAY))
        .body("audience.departments", contains("care-insurance"));
  }

  @Test
  void standingInstructionPassesItOnToThoseOfTheAudience() {
    NoticeFixture.laidDown(SHIOSAI, NoticeFixture.instruction());
    UUID id = issued(rule("serviceTypes", List.of(DAY)));
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);

    Eventually.assertThat(
        () -> assertThat(organizations(id, "reached_at is not null")).contains(SHIOSAI_DAY));
    assertThat(addressed(id)).doesNotContain(SHIOSAI_HOME);
  }

  private static String hash(UUID notice) {
    return as(DIVISION).get("/v1/notices/{id}/audience", notice).then().extract().path("hash");
  }
}
