package org.todoke.notice.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

/** A notice ends: closed or taken back by who leads it, and readable for ever. */
@QuarkusTest
class EndingTest extends VersionCase {

  private UUID id;

  @BeforeEach
  void issueToThePrefectures() {
    id = issued(asking());
    clock.advance(Duration.ofHours(1));
  }

  @Test
  void cancelledNoticeIsShownWithItsReasonToWhoeverHasIt() {
    cancel(id, "対象を誤って発出したため")
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("permittedActions", empty());

    notice(EHIME, id)
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("ended.at", equalTo("2013-07-11T01:00:00Z"))
        .body("ended.reason", equalTo("対象を誤って発出したため"));
    as(EHIME)
        .get("/v1/deliveries")
        .then()
        .body("items[0].notice.status", equalTo("cancelled"))
        .body("items[0].delivery.permittedActions", empty());
    delivery(EHIME, id, EHIME).body("permittedActions", empty());
    as(DIVISION)
        .get("/v1/notices?status=cancelled")
        .then()
        .body("items.id", contains(id.toString()));
  }

  @Test
  void repeatingAnEndChangesNothing() {
    cancel(id, "誤り").statusCode(200);
    clock.advance(Duration.ofHours(1));
    cancel(id, "別の理由")
        .statusCode(200)
        .body("ended.reason", equalTo("誤り"))
        .body("ended.at", equalTo("2013-07-11T01:00:00Z"));
    UUID other = issued(asking());
    close(DIVISION, other).statusCode(200);
    clock.advance(Duration.ofHours(1));
    close(DIVISION, other).statusCode(200).body("ended.at", equalTo("2013-07-11T02:00:00Z"));

    assertThat(Rows.of("select type from notice_fact where notice_id = ? order by seq", id))
        .extracting(row -> row.get("type"))
        .containsExactly("notice.issued", "notice.cancelled");
  }

  @Test
  void whatHasEndedEndsInNoOtherWay() {
    close(DIVISION, id)
        .statusCode(200)
        .body("status", equalTo("closed"))
        .body("ended.reason", nullValue());
    cancel(id, "x").statusCode(409).body("code", equalTo("notice.is-closed"));
    UUID cancelled = issued(asking());
    cancel(cancelled, "x").statusCode(200);
    close(DIVISION, cancelled).statusCode(409).body("code", equalTo("notice.is-cancelled"));
    UUID former = issued(asking());
    issuedLater(about("corrects", former));
    close(DIVISION, former).statusCode(409).body("code", equalTo("notice.is-superseded"));
    cancel(former, "x").statusCode(409).body("code", equalTo("notice.is-superseded"));
    as(DIVISION)
        .post("/v1/notices/{id}/issue", cancelled)
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"));
  }

  @Test
  void draftDoesNotEndAndForeignNoticesAreNotThere() {
    UUID draft = draft(asking());
    close(DIVISION, draft).statusCode(409).body("code", equalTo("notice.not-issued"));
    cancel(draft, "x").statusCode(409).body("code", equalTo("notice.not-issued"));
    close(OTHER_DIVISION, id).statusCode(404);
    close(EHIME, id).statusCode(404);
    cancel(UUID.randomUUID(), "x").statusCode(404);
    notice(DIVISION, id).body("status", equalTo("issued"));
  }

  @Test
  void cancellationSaysWhy() {
    post(as(DIVISION), "/v1/notices/{id}/cancellation", json(), id)
        .statusCode(422)
        .body("violations.pointer", contains("/reason"));
    cancel(id, "x".repeat(1001)).statusCode(422).body("violations.code", contains("text.too-long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "cancelled", "superseded"})
  void nothingIsDoneAboutANoticeThatIsOver(String status) {
    forwarded(id, EHIME);
    end(status);
    clock.advance(Duration.ofMinutes(1));
    String code = "notice.is-" + status;

    acknowledge(id, EHIME).statusCode(409).body("code", equalTo(code));
    act(EHIME, id, EHIME, "rejection", json("reason", "x")).statusCode(409);
    act(OZU, id, OZU, "rejection", json("reason", "x")).statusCode(409).body("code", equalTo(code));
    act(DIVISION, id, OZU, "excuse", json("reason", "closed"))
        .statusCode(409)
        .body("code", equalTo(code));
    forward(id, OZU, toAll()).statusCode(409).body("code", equalTo(code));
    act(OZU, id, HIJIKAWA, "arrivals", json("channel", "fax", "at", clock.instant().toString()))
        .statusCode(409)
        .body("code", equalTo(code));
    assertThat(facts(id, OZU)).containsExactly("delivery.arrived");
    assertThat(Rows.count("forwarding_child", "organization = ?", OZU)).isZero();
  }

  @Test
  void faxThatCameBeforeTheClosingMayBeEnteredAfterwards() {
    forwarded(id, EHIME);
    Instant before = clock.instant();
    clock.advance(Duration.ofHours(1));
    close(DIVISION, id).statusCode(200);

    var fax = json("channel", "fax", "at", before.toString());
    act(OZU, id, HIJIKAWA, "arrivals", fax).statusCode(200);
    act(OZU, id, HIJIKAWA, "arrivals", fax).statusCode(200);

    assertThat(Rows.count("arrival", "organization = ?", HIJIKAWA)).isEqualTo(1);
  }

  @Test
  void nobodyIsLateWithWhatWasTakenBack() {
    clock.set(Instant.parse("2013-08-01T00:00:00Z"));
    assertThat(overdue()).isEqualTo("9");

    cancel(id, "x").statusCode(200);

    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .body("tiers.find { it.tier == 'establishment' }.overdue.absent", equalTo("over"))
        .body("tiers.find { it.tier == 'establishment' }.notAnswered.absent", equalTo("over"))
        .body("tiers.find { it.tier == 'establishment' }.answered.denominator", equalTo(9));
    as(DIVISION)
        .get("/v1/notices/{id}/progress/jp/children", id)
        .then()
        .body("items[0].tiers[0].overdue.absent", equalTo("over"));
  }

  @Test
  void nobodyBecomesLateAfterTheClosing() {
    close(DIVISION, id).statusCode(200);
    clock.set(Instant.parse("2013-08-01T00:00:00Z"));
    assertThat(overdue()).isEqualTo("0");
    UUID other = issued(asking());
    close(DIVISION, other).statusCode(200);
    id = other;
    clock.set(Instant.parse("2013-09-01T00:00:00Z"));
    assertThat(overdue()).isEqualTo("9");
  }

  @Test
  void endsAreSaidWithoutTheirReason() {
    try (Events events = new Events()) {
      UUID notice = issued(asking());
      cancel(notice, "秘密の理由").statusCode(200);
      List<ReceivedEvent> said = events.of(notice);

      Events.assertInOrder(said);
      ReceivedEvent cancelled =
          said.stream().filter(e -> e.type().equals("notice.cancelled")).findFirst().get();
      assertThat(cancelled.data().toString()).contains(DIVISION).doesNotContain("理由");
    }
  }

  private void end(String status) {
    switch (status) {
      case "closed" -> close(DIVISION, id).statusCode(200);
      case "cancelled" -> cancel(id, "x").statusCode(200);
      default -> issuedLater(about("corrects", id));
    }
  }

  private String overdue() {
    return NoticeFixture.as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .extract()
        .path("tiers.find { it.tier == 'establishment' }.overdue.numerator")
        .toString();
  }
}
