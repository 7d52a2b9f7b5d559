package org.todoke.notice.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

/** A fault is put right: whoever had the paper gets the right one, and keeps what is done. */
@QuarkusTest
class CorrectionTest extends VersionCase {

  @Test
  void everybodyWhomTheFormerHadReachedGetsTheCorrectionFromItsIssuer() {
    UUID former = reachedDownToShiosai();

    UUID later = issuedLater(about("corrects", former));

    assertThat(reached(later)).isEqualTo(reached(former)).contains(SHIOSAI_DAY, OZU);
    assertThat(
            Rows.of(
                "select distinct from_organization, channel from arrival where notice_id = ?",
                later))
        .containsExactly(Map.of("from_organization", DIVISION, "channel", "inbox"));
    assertThat(Rows.of("select organization from delivery where notice_id = ? order by 1", later))
        .isEqualTo(
            Rows.of("select organization from delivery where notice_id = ? order by 1", former));
    assertThat(hash(later)).isEqualTo(hash(former));
    notice(MINATO_IKATA, later).statusCode(404);
    notice(SHIOSAI_DAY, later).statusCode(200).body("status", equalTo("issued"));
    assertThat(differences()).isEmpty();
  }

  @Test
  void formerVersionIsSupersededAndEachShowsTheOther() {
    UUID former = reachedDownToShiosai();

    UUID later = issuedLater(about("corrects", former));

    notice(SHIOSAI_DAY, former)
        .statusCode(200)
        .body("status", equalTo("superseded"))
        .body("ended.supersededBy", equalTo(later.toString()))
        .body("related.id", contains(later.toString()))
        .body("related.kind", contains("corrects"))
        .body("related.direction", contains("incoming"));
    notice(DIVISION, later)
        .body("relations.noticeId", contains(former.toString()))
        .body("related.direction", contains("outgoing"))
        .body("related[0].status", equalTo("superseded"))
        .body("permittedActions", contains("close", "cancel", "correct"));
    notice(DIVISION, former).body("permittedActions", empty());
  }

  @Test
  void confirmationsAndForwardingsOfWhatIsUnchangedStayDone() {
    UUID former = reachedDownToShiosai();
    acknowledge(former, SHIOSAI_DAY).statusCode(200);
    acknowledge(former, OZU).statusCode(200);

    UUID later = issuedLater(about("corrects", former));

    delivery(OZU, later, OZU)
        .body("state", equalTo("accepted"))
        .body("handledBy", equalTo("介護サービス係"))
        .body("acknowledgedAt", equalTo("2013-07-11T00:00:00Z"))
        .body("reachedAt", equalTo("2013-07-12T00:00:00Z"))
        .body("permittedActions", contains("delegate", "forward"));
    delivery(EHIME, later, EHIME)
        .body("forwardedAt", equalTo("2013-07-11T00:00:00Z"))
        .body("permittedActions", contains("acknowledge", "delegate"));
    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{o}/forwarding", later, EHIME)
        .then()
        .statusCode(200)
        .body("addressed", equalTo(4));
    forward(later, EHIME, toAll()).statusCode(409);
    assertThat(facts(later, OZU)).containsExactly("delivery.arrived", "delivery.carried-over");
    assertThat(facts(later, SHIOSAI)).containsExactly("delivery.arrived", "delivery.carried-over");
    assertThat(differences()).isEmpty();
  }

  @Test
  void whatIsAskedAnewHasToBeConfirmedAnew() {
    UUID former = reachedDownToShiosai();
    acknowledge(former, OZU).statusCode(200);
    Map<String, Object> paper = about("corrects", former);
    paper.put("requestedActions", List.of(json("text", "至急確認すること。")));

    UUID later = issuedLater(paper);

    delivery(OZU, later, OZU).body("state", equalTo("received"));
    assertThat(row(later, EHIME)).extracting("forwarded_at").isNotNull();
    assertThat(facts(later, OZU)).containsExactly("delivery.arrived");
  }

  @Test
  void anotherPaperInItsPlaceIsPassedOnAndConfirmedAnew() {
    UUID former = reachedDownToShiosai();
    acknowledge(former, OZU).statusCode(200);

    UUID later = issuedLater(about("replaces", former));

    notice(OZU, former).body("related.kind", contains("replaces"));
    delivery(OZU, later, OZU).body("state", equalTo("received"));
    assertThat(row(later, EHIME)).extracting("forwarded_at").isNull();
    // What was answered is brought along by the service that keeps the answers.
    assertThat(facts(later, SHIOSAI_DAY))
        .containsExactly("delivery.arrived", "delivery.carried-over");
    forwarded(later, EHIME);
    assertThat(differences()).isEmpty();
  }

  @Test
  void whoIsExcusedStaysExcusedAndAnOmissionEndsWithTheForwardingThatMadeIt() {
    UUID former = issued(asking());
    Map<String, Object> forwarding = toAll();
    forwarding.put("omitted", List.of(json("code", IKATA, "reason", "該当する事業所なし")));
    forward(former, EHIME, forwarding).statusCode(201);
    act(DIVISION, former, HIJIKAWA_DAY, "excuse", json("reason", "closed")).statusCode(200);
    act(OZU, former, OZU, "rejection", json("reason", "担当ではない")).statusCode(200);

    UUID corrected = issuedLater(about("corrects", former));
    assertThat(excuses(corrected))
        .containsExactlyInAnyOrder(
            IKATA + " omitted", HIJIKAWA_DAY + " closed", OZU + " wrong-addressee");
    assertThat(facts(corrected, IKATA)).containsExactly("delivery.excused");
    assertThat(facts(corrected, OZU))
        .containsExactly("delivery.arrived", "delivery.carried-over", "delivery.excused");
    delivery(OZU, corrected, OZU).body("state", equalTo("rejected"));

    UUID replaced = issuedLater(about("replaces", corrected));
    assertThat(excuses(replaced))
        .containsExactlyInAnyOrder(HIJIKAWA_DAY + " closed", OZU + " wrong-addressee");
    assertThat(differences()).isEmpty();
  }

  @Test
  void whoCameIntoTheFormerLaterIsInTheCorrection() {
    UUID former = issued(asking());
    Rows.change(
        """
        insert into delivery (notice_id, organization, tier, prefecture, municipality, has_children,
          usage, due_on, checklist_id)
        values (?, 'kj:3870499999', 'establishment', ?, ?, false, 'actual', date '2013-07-25', ?)
        """,
        former,
        EHIME,
        OZU,
        checklist);

    UUID later = issuedLater(about("corrects", former));

    assertThat(row(later, "kj:3870499999")).containsEntry("checklist_id", checklist);
    as(DIVISION)
        .get("/v1/notices/{id}/audience", later)
        .then()
        .body("addressed.establishment", equalTo(10));
  }

  @Test
  void draftOfACorrectionCountsThoseOfTheFormer() {
    UUID former = issued(asking());
    closed(HIJIKAWA_DAY);

    as(DIVISION)
        .get("/v1/notices/{id}/audience", draft(about("corrects", former)))
        .then()
        .body("frozen", equalTo(false))
        .body("addressed.establishment", equalTo(9));
  }

  @Test
  void dateOfTheCorrectionHoldsAndSoDoesTheEarlierOneOfSomebodyOnTheWay() {
    UUID former = issued(asking());
    Map<String, Object> forwarding = toAll();
    @SuppressWarnings("unchecked")
    Map<String, Object> letter = (Map<String, Object>) forwarding.get("coverLetter");
    letter.put("dueOn", "2013-07-19");
    forward(former, EHIME, forwarding).statusCode(201);
    Map<String, Object> paper = about("corrects", former);
    paper.put("requestedActions", paperAsking(checklist, "2013-08-09").get("requestedActions"));

    UUID later = issuedLater(paper);

    assertThat(row(later, OZU)).extracting("due_on").hasToString("2013-07-19");
    assertThat(row(later, EHIME)).extracting("due_on").hasToString("2013-08-09");
    assertThat(row(later, HIJIKAWA_DAY)).extracting("due_on").hasToString("2013-08-09");
  }

  @Test
  void othersWaitForTheCorrectionInTheUsualWay() {
    UUID former = issued(asking());
    UUID later = issuedLater(about("corrects", former));
    notice(OZU, later).statusCode(404);

    forwarded(later, EHIME);

    notice(OZU, later).statusCode(200);
    // And who has the later one may look at what it puts right.
    notice(OZU, former).statusCode(200).body("status", equalTo("superseded"));
    as(OZU).get("/v1/notices/{id}/deliveries", former).then().statusCode(404);
  }

  @Test
  void volumeOfTheSeriesStaysWithTheLaterVersion() {
    Map<String, Object> paper = asking();
    paper.put("series", "介護保険最新情報");
    paper.put("volume", 334);
    UUID former = issued(paper);
    Map<String, Object> correction = about("corrects", former);
    correction.put("series", "介護保険最新情報");
    correction.put("volume", 334);

    issuedLater(correction);

    issue(draft(paper)).statusCode(409).body("code", equalTo("notice.volume-taken"));
  }

  @Test
  void secondCorrectionOfTheSameVersionComesTooLate() {
    UUID former = issued(asking());
    UUID first = draft(about("corrects", former));
    UUID second = draft(about("replaces", former));
    issue(first).statusCode(200);

    issue(second).statusCode(409).body("code", equalTo("relation.target-over"));
    issue(first).statusCode(200);
    post(as(DIVISION), "/v1/notices", about("corrects", former))
        .statusCode(422)
        .body("violations.code", contains("relation.target-over"));
    UUID third = issuedLater(about("corrects", first));
    notice(EHIME, third).body("related.id", hasItem(first.toString()));
    assertThat(Rows.count("notice", "status = 'superseded'")).isEqualTo(2);
  }

  @Test
  void whatAnotherIssuedIsNotCorrected() {
    UUID former = issued(asking());
    Map<String, Object> foreign = about("corrects", former);
    foreign.put("issuers", List.of(EHIME));
    post(as(EHIME), "/v1/notices", foreign)
        .statusCode(422)
        .body("violations.code", hasItem("relation.not-own"));
    foreign.put("issuers", List.of(OTHER_DIVISION));
    post(as(OTHER_DIVISION), "/v1/notices", foreign)
        .statusCode(422)
        .body("violations.code", hasItem("relation.unknown-notice"));
    Map<String, Object> exercise = about("corrects", former);
    exercise.put("usage", "test");
    post(as(DIVISION), "/v1/notices", exercise)
        .statusCode(422)
        .body("violations.code", contains("relation.usage-differs"));
  }

  @Test
  void everythingIsSaidInOrderAndByTheContract() {
    try (Events events = new Events()) {
      UUID former = reachedDownToShiosai();
      acknowledge(former, SHIOSAI_DAY).statusCode(200);
      act(DIVISION, former, HIJIKAWA_DAY, "excuse", json("reason", "closed")).statusCode(200);
      UUID later = issuedLater(about("corrects", former));

      List<ReceivedEvent> ofFormer = events.of(former);
      List<ReceivedEvent> ofLater = events.of(later);

      Events.assertInOrder(ofFormer);
      Events.assertInOrder(ofLater);
      ReceivedEvent superseded =
          ofFormer.stream().filter(e -> e.type().equals("notice.superseded")).findFirst().get();
      assertThat(superseded.data().path("supersededBy").asText()).isEqualTo(later.toString());
      assertThat(superseded.data().path("relation").asText()).isEqualTo("corrects");
      ReceivedEvent carried =
          ofLater.stream()
              .filter(e -> e.type().equals("delivery.carried-over"))
              .filter(e -> e.key().endsWith(SHIOSAI_DAY))
              .findFirst()
              .get();
      assertThat(carried.data().path("formerNoticeId").asText()).isEqualTo(former.toString());
      assertThat(carried.data().path("acknowledged").asBoolean()).isTrue();
      assertThat(carried.data().path("answer").asText()).isEqualTo("kept");
    }
  }

  /** By way of Ehime and Yawatahama to one of the establishments of one corporation. */
  private UUID reachedDownToShiosai() {
    UUID notice = issued(asking());
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    forwarded(notice, SHIOSAI);
    return notice;
  }

  private static List<Object> reached(UUID notice) {
    return Rows.of(
            "select organization from delivery where notice_id = ? and reached_at is not null order by 1",
            notice)
        .stream()
        .map(r -> r.get("organization"))
        .toList();
  }

  private static Object hash(UUID notice) {
    return Rows.of("select audience_hash from notice where id = ?", notice);
  }

  private static List<String> excuses(UUID notice) {
    return Rows.of(
            "select organization, excused_reason from delivery where notice_id = ? and excused_reason is not null",
            notice)
        .stream()
        .map(r -> r.get("organization") + " " + r.get("excused_reason"))
        .toList();
  }
}
