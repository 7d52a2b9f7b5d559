package org.todoke.notice.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.notice.StatementCounter;
import org.todoke.testing.ReceivedEvent;

/** The issuer puts the date off by another notice. */
@QuarkusTest
class ExtensionTest extends VersionCase {

  private static final String LATER = "2013-08-09";

  @Test
  void dateOfEverybodyWhoHadTheIssuersMovesAndAnEarlierOneStays() {
    UUID id = issued(asking());
    forward(id, EHIME, toAllBy("2013-07-19")).statusCode(201);
    // Writes the date of the notice into its own letter: that is no date of its own.
    forward(id, KOCHI, toAllBy(DUE)).statusCode(201);

    UUID extension = issuedLater(extension(id, LATER));

    assertThat(dueOn(id, EHIME)).isEqualTo(LATER);
    assertThat(dueOn(id, KOCHI_CITY)).isEqualTo(LATER);
    assertThat(dueOn(id, HIJIKAWA_DAY)).as("not reached yet").isEqualTo(LATER);
    assertThat(dueOn(id, OZU)).isEqualTo("2013-07-19");
    assertThat(facts(id, OZU)).doesNotContain("delivery.due-changed");
    assertThat(facts(id, KOCHI_CITY)).containsExactly("delivery.arrived", "delivery.due-changed");
    notice(DIVISION, id).body("dueOn", equalTo(LATER)).body("status", equalTo("issued"));
    notice(EHIME, id)
        .body("related.id", contains(extension.toString()))
        .body("related.kind", contains("extends-deadline"))
        .body("related[0].dueOn", equalTo(LATER));
    assertThat(differences()).isEmpty();
  }

  @Test
  void timelineTellsOfTheChange() {
    UUID id = issued(asking());
    UUID extension = issuedLater(extension(id, LATER));

    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{o}/timeline", id, EHIME)
        .then()
        .statusCode(200)
        .body("items[1].type", equalTo("delivery.due-changed"))
        .body("items[1].details.formerDueOn", equalTo(DUE))
        .body("items[1].details.dueOn", equalTo(LATER))
        .body("items[1].details.extendedBy", equalTo(extension.toString()));
  }

  @Test
  void answerIsJudgedByTheNewDate() {
    UUID id = issued(asking());
    answered(id, HIJIKAWA_DAY, "2013-07-30T00:00:00Z", false);
    answered(id, MINATO_PLAN, "2013-08-20T00:00:00Z", false);
    clock.set(Instant.parse("2013-08-01T00:00:00Z"));

    issuedLater(extension(id, LATER));

    assertThat(row(id, HIJIKAWA_DAY)).containsEntry("answered_on_time", true);
    assertThat(row(id, MINATO_PLAN)).containsEntry("answered_on_time", false);
    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .body("tiers.find { it.tier == 'establishment' }.overdue.numerator", equalTo(0));
    assertThat(differences()).isEmpty();
  }

  @Test
  void paperThatArrivesAfterwardsUnderAnEarlierLetterHasTheNewDate() {
    UUID id = issued(asking());
    forwarded(id, EHIME);
    Map<String, Object> byFax = toAllBy(DUE);
    byFax.put("to", json("organizations", List.of(json("code", HIJIKAWA, "channel", "fax"))));
    forward(id, OZU, byFax).statusCode(201);
    issuedLater(extension(id, LATER));

    act(OZU, id, HIJIKAWA, "arrivals", json("channel", "fax", "at", clock.instant().toString()))
        .statusCode(200)
        .body("dueOn", equalTo(LATER));
  }

  @Test
  void whoGetsItInsteadOfAWrongAddresseeHasTheNewDate() {
    UUID id = issued(asking());
    forwarded(id, EHIME);
    forward(id, YAWATAHAMA, toAllBy(DUE)).statusCode(201);
    act(HAMAKAZE, id, HAMAKAZE, "rejection", json("reason", "所管外", "rightOrganization", HIJIKAWA))
        .statusCode(200);
    issuedLater(extension(id, LATER));

    act(YAWATAHAMA, id, HAMAKAZE, "rerouting", json("decision", "approved")).statusCode(200);

    assertThat(dueOn(id, HIJIKAWA)).isEqualTo(LATER);
  }

  @Test
  void letterMayNameAnyDateUntilTheNewOne() {
    UUID id = issued(asking());
    issuedLater(extension(id, LATER));

    forward(id, EHIME, toAllBy("2013-08-10")).statusCode(422);
    forward(id, EHIME, toAllBy("2013-07-31")).statusCode(201);

    assertThat(dueOn(id, OZU)).isEqualTo("2013-07-31");
  }

  @Test
  void secondExtensionGoesOnFromTheFirstAndNeverBack() {
    UUID id = issued(asking());
    UUID tooLate = draft(extension(id, "2013-07-31"));
    issuedLater(extension(id, LATER));

    issue(tooLate).statusCode(409).body("code", equalTo("relation.date-not-later"));
    issuedLater(extension(id, "2013-08-30"));

    assertThat(dueOn(id, EHIME)).isEqualTo("2013-08-30");
    assertThat(Rows.count("deadline_extension", "notice_id = ?", id)).isEqualTo(2);
  }

  @Test
  void whatHasEndedIsNotPutOff() {
    UUID id = issued(asking());
    UUID extension = draft(extension(id, LATER));
    cancel(id, "x").statusCode(200);

    issue(extension).statusCode(409).body("code", equalTo("relation.target-over"));
    assertThat(dueOn(id, EHIME)).isEqualTo(DUE);
  }

  @Test
  void issuingTheExtensionAgainChangesNothing() {
    UUID id = issued(asking());
    UUID extension = issuedLater(extension(id, LATER));
    clock.advance(Duration.ofDays(1));

    issue(extension).statusCode(200);

    assertThat(facts(id, EHIME)).containsExactly("delivery.arrived", "delivery.due-changed");
  }

  @Test
  void everythingIsSaidInOrderAndByTheContract() {
    try (Events events = new Events()) {
      UUID id = issued(asking());
      UUID extension = issuedLater(extension(id, LATER));

      List<ReceivedEvent> said = events.of(id);

      Events.assertInOrder(said);
      ReceivedEvent extended =
          said.stream().filter(e -> e.type().equals("notice.extended")).findFirst().get();
      assertThat(extended.data().path("extendedBy").asText()).isEqualTo(extension.toString());
      assertThat(said.stream().filter(e -> e.type().equals("delivery.due-changed")))
          .hasSize(22)
          .allSatisfy(e -> assertThat(e.extension("causationid")).isEqualTo(extended.id()));
    }
  }

  @Test
  void nationCostsAsManyStatementsAsOne() {
    Map<String, Object> small = asking();
    small.put("audience", json("tiers", List.of("prefecture"), "directTo", List.of("prefecture")));
    UUID few = issued(small);
    UUID many = issued(asking());
    UUID ofFew = draft(extension(few, LATER));
    UUID ofMany = draft(extension(many, LATER));
    Map<String, Object> correctingFew = about("corrects", few);
    UUID correctionOfFew = draft(correctingFew);
    UUID correctionOfMany = draft(about("corrects", many));

    assertThat(StatementCounter.during(() -> issue(ofMany).statusCode(200)))
        .isPositive()
        .isEqualTo(StatementCounter.during(() -> issue(ofFew).statusCode(200)));
    assertThat(StatementCounter.during(() -> issue(correctionOfMany).statusCode(200)))
        .isPositive()
        .isEqualTo(StatementCounter.during(() -> issue(correctionOfFew).statusCode(200)));
  }

  private static Map<String, Object> toAllBy(String dueOn) {
    Map<String, Object> forwarding = toAll();
    Map<String, Object> letter = coverLetter();
    letter.put("dueOn", dueOn);
    forwarding.put("coverLetter", letter);
    return forwarding;
  }

  private static void answered(UUID notice, String organization, String at, boolean onTime) {
    Rows.change(
        """
        update delivery set reached_at = timestamptz '2013-07-12 00:00:00Z',
          answered_at = cast(? as timestamptz), answered_on_time = ?, result = 'compliant'
        where notice_id = ? and organization = ?
        """,
        at,
        onTime,
        notice,
        organization);
  }

  private static String dueOn(UUID notice, String organization) {
    return String.valueOf(row(notice, organization).get("due_on"));
  }
}
