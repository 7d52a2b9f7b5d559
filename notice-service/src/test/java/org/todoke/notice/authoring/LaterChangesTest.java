package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

/** Openings, closings and moves after the issue change an audience by facts and by nothing else. */
@QuarkusTest
class LaterChangesTest extends AudienceCase {

  private static final String NEWCOMER = "kj:3870499013";

  @Test
  void directoryMovesUnderEveryPartOfTheRuleAndTheAudienceDoesNot() {
    UUID id =
        issued(
            rule(
                "within",
                List.of(EHIME),
                "departments",
                List.of("care-insurance"),
                "serviceTypes",
                List.of(DAY),
                "additions",
                List.of(named(IKATA)),
                "exceptions",
                List.of(withThoseBelow(OZU))));
    Set<String> frozen = addressed(id);
    List<Map<String, Object>> lines = lines(id);

    // Opens and begins the service, ends it, moves, closes, gets a department, loses one.
    NoticeFixture.establishment(NEWCOMER, YAWATAHAMA, HAMAKAZE);
    offers(NEWCOMER, "{15}");
    offers(HAMAKAZE_TOOLS, "{15}");
    offers(SHIOSAI_DAY, "{}");
    moves(SHIOSAI_DAY, KOCHI, KOCHI_CITY);
    NoticeFixture.closed(IKATA);
    has(IKATA, "care-insurance", "福祉課");
    Rows.change("update organization set departments = '[]' where code = ?", EHIME);

    assertThat(addressed(id)).isEqualTo(frozen).doesNotContain(NEWCOMER);
    assertThat(lines(id)).isEqualTo(lines);
    as(DIVISION)
        .get("/v1/notices/{id}/audience", id)
        .then()
        .body("addressed.establishment", equalTo(1));
    assertThat(reasons(id, NEWCOMER)).containsExactly("audience-reason.not-frozen");
  }

  @Test
  void whoOpensLaterComesInByAFactThatNamesWhoTookItInAndCounts() {
    UUID id = issued(rule("serviceTypes", List.of(DAY), "departments", List.of("health")));
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    NoticeFixture.establishment(NEWCOMER, YAWATAHAMA, MINATO);
    offers(NEWCOMER, "{15}");
    rejected(id, SHIOSAI, NEWCOMER);

    delivery(NEWCOMER, id, NEWCOMER).statusCode(200).body("arrivals.from", contains(YAWATAHAMA));
    assertThat(Rows.of("select type from fact where organization = ? order by seq", NEWCOMER))
        .extracting(row -> row.get("type"))
        .startsWith("delivery.added");
    assertThat(reasons(id, NEWCOMER))
        .containsExactly("audience-reason.frozen", "audience-reason.added-later");
    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .body("tiers.find { it.tier == 'establishment' }.addressed", equalTo(3));
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void issuerTakesInWhoOpenedLaterAndSendsItThere() {
    try (Events events = new Events()) {
      UUID id = issued(rule("serviceTypes", List.of(DAY)));
      String hash = hash(id);
      NoticeFixture.establishment(NEWCOMER, IKATA, MINATO);

      added(DIVISION, id, NEWCOMER)
          .statusCode(200)
          .body("arrivals.from", contains(DIVISION))
          .body("state", equalTo("received"));
      added(DIVISION, id, NEWCOMER).statusCode(200);

      delivery(NEWCOMER, id, NEWCOMER).statusCode(200);
      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(e -> e.type().equals("delivery.added"))
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.data().get("by").asText()).isEqualTo(DIVISION);
                assertThat(e.data().has("insteadOf")).isFalse();
                assertThat(e.data().toString()).doesNotContain("開設");
              });
      // The list that was frozen is not another one by that.
      assertThat(hash(id)).isEqualTo(hash);
      assertThat(reasons(id, NEWCOMER))
          .containsExactly("audience-reason.frozen", "audience-reason.added-later");
      as(DIVISION)
          .get("/v1/notices/{id}/progress", id)
          .then()
          .body("tiers.find { it.tier == 'establishment' }.addressed", equalTo(3));
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void onlyTheLeadAddsAndOnlyWhoIsBelowItAndWhileTheNoticeIsOut() {
    UUID id = issued(rule("serviceTypes", List.of(DAY)));

    added(EHIME, id, HAMAKAZE).statusCode(403).body("code", equalTo("audience.only-the-lead"));
    added(KOCHI, id, HAMAKAZE).statusCode(404).body("code", equalTo("notice.not-found"));
    added(DIVISION, id, "lg:999999")
        .statusCode(422)
        .body("violations.code", contains("organization.unknown"));
    added(DIVISION, id, NoticeFixture.OTHER_DIVISION)
        .statusCode(422)
        .body("violations.code", contains("audience.addition-foreign"));
    NoticeFixture.closed(HAMAKAZE);
    added(DIVISION, id, HAMAKAZE)
        .statusCode(422)
        .body("violations.code", contains("audience.addition-closed"));
    as(DIVISION).post("/v1/notices/{id}/closure", id).then().statusCode(200);
    added(DIVISION, id, MINATO).statusCode(409).body("code", equalTo("notice.is-closed"));
  }

  @Test
  void governmentThatComesInLaterIsAddressedByItsDepartmentToo() {
    UUID id = issued(rule("serviceTypes", List.of(DAY), "departments", List.of("health")));
    has(IKATA, "health", "保健センター");
    forwarded(id, EHIME);
    rejected(id, YAWATAHAMA, IKATA, EHIME);

    delivery(IKATA, id, IKATA)
        .body("departments.name", contains("保健センター"))
        .body("hasChildren", equalTo(false));
  }

  @Test
  void whoClosesLaterIsExcusedByAFactAndStaysInTheAudience() {
    UUID id = issued(rule("serviceTypes", List.of(DAY)));
    forwarded(id, EHIME);
    NoticeFixture.closed(SHIOSAI_DAY);

    act(YAWATAHAMA, id, SHIOSAI_DAY, "excuse", json("reason", "closed")).statusCode(200);

    assertThat(addressed(id)).contains(SHIOSAI_DAY);
    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .body("tiers.find { it.tier == 'establishment' }.addressed", equalTo(2));
    delivery(YAWATAHAMA, id, SHIOSAI_DAY).body("excused.reason", equalTo("closed"));
  }

  private static void rejected(UUID notice, String organization, String right) {
    rejected(notice, organization, right, YAWATAHAMA);
  }

  private static void rejected(UUID notice, String organization, String right, String by) {
    act(
            organization,
            notice,
            organization,
            "rejection",
            json("reason", "所管外", "rightOrganization", right))
        .statusCode(200);
    act(by, notice, organization, "rerouting", json("decision", "approved")).statusCode(200);
  }

  private static ValidatableResponse added(String caller, UUID notice, String organization) {
    return post(
        as(caller),
        "/v1/notices/{id}/audience/additions",
        json("organization", organization, "reason", "発出後に開設された事業所"),
        notice);
  }

  private static String hash(UUID notice) {
    return as(DIVISION).get("/v1/notices/{id}/audience", notice).then().extract().path("hash");
  }

  private static void moves(String establishment, String prefecture, String municipality) {
    Rows.change(
        "update organization set prefecture = ?, municipality = ? where code = ?",
        prefecture,
        municipality,
        establishment);
  }

  private static List<Map<String, Object>> lines(UUID notice) {
    return Rows.of(
        """
        select organization, prefecture, municipality, corporation, has_children, departments::text
        from delivery where notice_id = ? order by organization
        """,
        notice);
  }
}
