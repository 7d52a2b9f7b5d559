package org.todoke.notice.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.publishedChecklist;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

/** Actions that ask some tiers, and of each by another day. */
@QuarkusTest
class TierDatesTest extends NoticeServiceTest {

  private static final String OF_PREFECTURES = "2013-07-19";
  private static final String OF_MUNICIPALITIES = "2013-07-24";
  private static final String LAST = "2013-07-31";

  @Test
  void everyDeliveryHasTheDateOfItsTierFromTheIssueOn() {
    UUID id = issued(stepwise());

    assertThat(dueOn(id, EHIME)).isEqualTo(OF_PREFECTURES);
    assertThat(dueOn(id, YAWATAHAMA)).isEqualTo(OF_MUNICIPALITIES);
    assertThat(dueOn(id, SHIOSAI)).isEqualTo(LAST);
    assertThat(dueOn(id, SHIOSAI_DAY)).isEqualTo(LAST);
    as(EHIME)
        .get("/v1/notices/{id}", id)
        .then()
        .body("dueOn", equalTo(OF_PREFECTURES))
        .body("dueOnByTier.municipality", equalTo(OF_MUNICIPALITIES))
        .body("requestedActions[0].kind", equalTo("make-known"));
  }

  @Test
  void forwarderHandsDownNoDateThatIsItsOwnButOneThatItSets() {
    UUID id = issued(stepwise());
    forwarded(id, EHIME);
    forward(id, KOCHI, by("2013-07-22")).statusCode(201);
    forward(id, YAWATAHAMA, by("2013-07-29")).statusCode(201);
    forwarded(id, SHIOSAI);

    assertThat(dueOn(id, YAWATAHAMA)).isEqualTo(OF_MUNICIPALITIES);
    assertThat(dueOn(id, KOCHI_CITY)).isEqualTo("2013-07-22");
    assertThat(dueOn(id, SHIOSAI)).isEqualTo("2013-07-29");
    assertThat(dueOn(id, SHIOSAI_DAY)).as("the letter two tiers up").isEqualTo("2013-07-29");
    assertThat(differences()).isEmpty();
  }

  @Test
  void paperThatComesByFaxOrInsteadOfAWrongAddresseeHasTheDateOfItsTier() {
    Map<String, Object> paper = stepwise();
    Map<String, Object> audience = new LinkedHashMap<>(audience("prefecture"));
    audience.put("within", List.of(EHIME));
    paper.put("audience", audience);
    UUID id = issued(paper);
    Map<String, Object> byFax = toAll();
    byFax.put(
        "to",
        json("allChildren", true, "organizations", List.of(json("code", OZU, "channel", "fax"))));
    forward(id, EHIME, byFax).statusCode(201);

    act(EHIME, id, OZU, "arrivals", json("channel", "fax", "at", clock.instant().toString()))
        .statusCode(200)
        .body("dueOn", equalTo(OF_MUNICIPALITIES));
    act(OZU, id, OZU, "rejection", json("reason", "所管外", "rightOrganization", KOCHI_CITY))
        .statusCode(200);
    act(EHIME, id, OZU, "rerouting", json("decision", "approved")).statusCode(200);

    assertThat(dueOn(id, KOCHI_CITY)).as("added").isEqualTo(OF_MUNICIPALITIES);
    assertThat(differences()).isEmpty();
  }

  @Test
  void letterMayNameAnyDateUntilTheLastOfAllTiers() {
    UUID id = issued(stepwise());

    forward(id, EHIME, by("2013-08-01")).statusCode(422);
    forward(id, EHIME, by(LAST)).statusCode(201);

    assertThat(dueOn(id, YAWATAHAMA)).as("its own is earlier").isEqualTo(OF_MUNICIPALITIES);
  }

  @Test
  void deadlineNamesTheRequestsThatAskTheTierWithItsDates() {
    Map<String, Object> paper = stepwise();
    UUID checklist = publishedChecklist();
    paper.put(
        "requestedActions",
        List.of(
            json(
                "text",
                "取りまとめて報告",
                "kind",
                "report",
                "dueOn",
                OF_PREFECTURES,
                "asks",
                List.of("prefecture")),
            json(
                "text",
                "点検",
                "dueOn",
                LAST,
                "asks",
                List.of("establishment"),
                "checklistId",
                checklist.toString())));
    UUID id = issued(paper);
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    forwarded(id, SHIOSAI);

    deadline(DIVISION, id, EHIME)
        .body("duty", equalTo("forward"))
        .body("dueOn", equalTo(OF_PREFECTURES))
        .body("requests.position", contains(0));
    deadline(DIVISION, id, YAWATAHAMA).body("dueOn", equalTo(LAST)).body("requests", empty());
    deadline(DIVISION, id, SHIOSAI_DAY)
        .body("duty", equalTo("answer"))
        .body("dueOn", equalTo(LAST))
        .body("requests.position", contains(1))
        .body("requests[0].dueOn", equalTo(LAST));
  }

  @Test
  void whoIsNotAskedAndHasNobodyBelowIsNeitherLateNorExpectedAndTheFiguresSayNotAsked() {
    UUID id = issued(asking("establishment"));
    forwarded(id, EHIME);
    clock.advance(Duration.ofDays(60));

    deadline(EHIME, id, EHIME_ASSOCIATION)
        .body("duty", equalTo("none"))
        .body("dueOn", nullValue())
        .body("expectedBy", nullValue())
        .body("lateByDate", nullValue())
        .body("lateByAllowance", nullValue())
        .body("requests", empty());
    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .statusCode(200)
        .body("tiers.find { it.tier == 'association' }.overdue.absent", equalTo("notAsked"))
        .body("tiers.find { it.tier == 'association' }.reached.numerator", equalTo(1))
        .body("tiers.find { it.tier == 'municipality' }.overdue.absent", nullValue())
        .body("tiers.find { it.tier == 'establishment' }.overdue.absent", nullValue());
    assertThat(differences()).isEmpty();
  }

  @Test
  void extensionPutsOffWhatLiesBeforeItAndLeavesTheRest() {
    UUID id = issued(stepwise());
    forward(id, KOCHI, by("2013-07-22")).statusCode(201);
    clock.advance(Duration.ofDays(1));
    Map<String, Object> extension = paper();
    extension.put(
        "relations",
        List.of(
            json("kind", "extends-deadline", "noticeId", id.toString(), "dueOn", "2013-07-26")));

    issued(extension);

    assertThat(dueOn(id, EHIME)).isEqualTo("2013-07-26");
    assertThat(dueOn(id, OZU)).isEqualTo("2013-07-26");
    assertThat(dueOn(id, SHIOSAI_DAY)).isEqualTo(LAST);
    assertThat(dueOn(id, KOCHI_CITY)).as("set by its prefecture").isEqualTo("2013-07-22");
    as(DIVISION)
        .get("/v1/notices/{id}", id)
        .then()
        .body("dueOn", equalTo("2013-07-26"))
        .body("dueOnByTier.establishment", equalTo(LAST));
    deadline(DIVISION, id, EHIME).body("requests[0].dueOn", equalTo("2013-07-26"));
  }

  @Test
  void correctionTakesTheDatesOfItsOwnTiers() {
    UUID id = issued(stepwise());
    forward(id, KOCHI, by("2013-07-22")).statusCode(201);
    clock.advance(Duration.ofDays(1));
    Map<String, Object> correction = stepwise();
    correction.remove("audience");
    correction.put("relations", List.of(json("kind", "corrects", "noticeId", id.toString())));

    UUID later = issued(correction);

    assertThat(dueOn(later, EHIME)).isEqualTo(OF_PREFECTURES);
    assertThat(dueOn(later, OZU)).isEqualTo(OF_MUNICIPALITIES);
    assertThat(dueOn(later, KOCHI_CITY)).as("set by its prefecture").isEqualTo("2013-07-22");
    assertThat(dueOn(later, MINATO_PLAN)).isEqualTo(LAST);
  }

  @Test
  void eventsTellTheDateOfEachTier() {
    try (Events events = new Events()) {
      UUID id = issued(stepwise());

      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      ReceivedEvent issue =
          heard.stream().filter(e -> e.type().equals("notice.issued")).findFirst().orElseThrow();
      assertThat(issue.data().path("dueOnByTier").path("municipality").asText())
          .isEqualTo(OF_MUNICIPALITIES);
      assertThat(issue.data().path("purpose").asText()).isEqualTo("for-follow-up");
      assertThat(issue.data().path("confidentiality").asText()).isEqualTo("restricted");
      assertThat(heard)
          .filteredOn(e -> e.type().equals("delivery.arrived"))
          .extracting(e -> e.data().path("dueOn").asText())
          .containsOnly(OF_PREFECTURES);
    }
  }

  private static Map<String, Object> stepwise() {
    Map<String, Object> paper = paper();
    paper.put(
        "requestedActions",
        List.of(
            json(
                "text",
                "周知すること",
                "kind",
                "make-known",
                "dueOn",
                LAST,
                "dueOnByTier",
                json("prefecture", OF_PREFECTURES, "municipality", OF_MUNICIPALITIES))));
    return paper;
  }

  private static Map<String, Object> asking(String tier) {
    Map<String, Object> paper = paper();
    paper.put(
        "requestedActions", List.of(json("text", "確認すること", "dueOn", LAST, "asks", List.of(tier))));
    return paper;
  }

  private static Map<String, Object> by(String dueOn) {
    Map<String, Object> forwarding = toAll();
    Map<String, Object> letter = new LinkedHashMap<>(coverLetter());
    letter.put("dueOn", dueOn);
    forwarding.put("coverLetter", letter);
    return forwarding;
  }

  private static ValidatableResponse deadline(String reader, UUID id, String organization) {
    return as(reader)
        .get("/v1/notices/{id}/deliveries/{o}/deadline", id, organization)
        .then()
        .statusCode(200);
  }

  private static String dueOn(UUID notice, String organization) {
    return String.valueOf(
        Rows.of(
                "select due_on from delivery where notice_id = ? and organization = ?",
                notice,
                organization)
            .get(0)
            .get("due_on"));
  }

  private static List<?> differences() {
    return Rows.of("table progress_difference");
  }
}
