package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnsweringTest extends AnsweringCase {

  @Test
  void acknowledgementSaysWhoDealsWithItAndTheSecondChangesNothing() {
    UUID id = issued();
    clock.advance(Duration.ofHours(1));

    acknowledge(id, EHIME)
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("handledBy", equalTo("介護サービス係"))
        .body("acknowledgedAt", equalTo("2013-07-11T01:00:00Z"))
        .body("permittedActions", contains("delegate", "forward"));
    clock.advance(Duration.ofHours(1));
    act(EHIME, id, EHIME, "acknowledgement", json("handledBy", "別の係"))
        .statusCode(200)
        .body("handledBy", equalTo("介護サービス係"))
        .body("acknowledgedAt", equalTo("2013-07-11T01:00:00Z"));

    assertThat(facts(id, EHIME)).containsExactly("delivery.arrived", "delivery.acknowledged");
  }

  @Test
  void whatWasNeverDeliveredIsNotThere() {
    UUID id = issued();

    acknowledge(id, YAWATAHAMA).statusCode(404).body("code", equalTo("delivery.not-found"));
    act(YAWATAHAMA, id, YAWATAHAMA, "rejection", json("reason", "x")).statusCode(404);
    assertThat(facts(id, YAWATAHAMA)).isEmpty();
  }

  @Test
  void nobodyAnswersForAnother() {
    UUID id = issued();

    act(EHIME, id, YAWATAHAMA, "acknowledgement", json("handledBy", "x"))
        .statusCode(403)
        .body("code", equalTo("delivery.only-the-addressee"));
    act(KOCHI, id, EHIME, "acknowledgement", json("handledBy", "x")).statusCode(404);
    post(
            as(EHIME, "auditor"),
            "/v1/notices/{id}/deliveries/{organization}/acknowledgement",
            json("handledBy", "x"),
            id,
            EHIME)
        .statusCode(403);
  }

  @Test
  void departmentIsNamedWithinItsBound() {
    UUID id = issued();

    act(EHIME, id, EHIME, "acknowledgement", json("handledBy", "x".repeat(201)))
        .statusCode(422)
        .body("violations[0].code", equalTo("text.too-long"));
    act(EHIME, id, EHIME, "acknowledgement", json())
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/handledBy"));
  }

  @Test
  void wrongAddresseeSendsItBackAndDoesNotCountAnyMore() {
    UUID id = issued();

    act(EHIME, id, EHIME, "rejection", json("reason", "所管が異なるため", "rightOrganization", KOCHI))
        .statusCode(200)
        .body("state", equalTo("rejected"))
        .body("excused.reason", equalTo("wrong-addressee"))
        .body("excused.by", equalTo(EHIME))
        .body("permittedActions", empty());
    act(EHIME, id, EHIME, "rejection", json("reason", "もう一度")).statusCode(200);

    assertThat(facts(id, EHIME))
        .containsExactly("delivery.arrived", "forwarding.rejected", "delivery.excused");
    acknowledge(id, EHIME).statusCode(409).body("code", equalTo("delivery.rejected"));
  }

  @Test
  void rightOrganizationIsAnotherKnownOne() {
    UUID id = issued();

    act(EHIME, id, EHIME, "rejection", json("rightOrganization", EHIME))
        .statusCode(422)
        .body("violations.code", containsInAnyOrder("value.required", "rejection.right-is-self"));
    act(EHIME, id, EHIME, "rejection", json("reason", "x", "rightOrganization", "lg:999999"))
        .statusCode(422)
        .body("violations[0].code", equalTo("organization.unknown"));
  }

  @Test
  void whoDealsWithItCannotSendItBack() {
    UUID id = issued();
    acknowledge(id, EHIME).statusCode(200);

    act(EHIME, id, EHIME, "rejection", json("reason", "x"))
        .statusCode(409)
        .body("code", equalTo("delivery.already-accepted"));
  }

  @Test
  void thoseAboveExcuseWithAReasonAndOnce() {
    UUID id = issued();

    act(EHIME, id, OZU, "excuse", json("reason", "not-concerned", "note", "該当する事業所がないため"))
        .statusCode(200)
        .body("state", equalTo("requested"))
        .body("excused.reason", equalTo("not-concerned"))
        .body("permittedActions", contains("record-arrival", "record-attempt"));
    act(EHIME, id, OZU, "excuse", json("reason", "not-concerned")).statusCode(200);
    act(DIVISION, id, OZU, "excuse", json("reason", "closed"))
        .statusCode(409)
        .body("code", equalTo("delivery.already-excused"));

    assertThat(facts(id, OZU)).containsExactly("delivery.excused");
  }

  @Test
  void onlyThoseAboveExcuse() {
    UUID id = issued();

    act(EHIME, id, EHIME, "excuse", json("reason", "closed")).statusCode(404);
    act(KOCHI, id, OZU, "excuse", json("reason", "closed")).statusCode(404);
    act(YAWATAHAMA, id, SHIOSAI, "excuse", json("reason", "closed")).statusCode(404);
    act(EHIME, id, OZU, "excuse", json("reason", "omitted"))
        .statusCode(422)
        .body("violations[0].code", equalTo("excuse.omitted-by-forwarding"));
    act(EHIME, id, OZU, "excuse", json("reason", "because")).statusCode(422);
    assertThat(facts(id, OZU)).isEmpty();
  }

  @Test
  void permittedActionsFollowTheRole() {
    UUID id = issued();

    as(EHIME, "auditor")
        .get("/v1/notices/{id}/deliveries/{organization}", id, EHIME)
        .then()
        .statusCode(200)
        .body("permittedActions", empty());
    as(EHIME, "responder")
        .get("/v1/notices/{id}/deliveries/{organization}", id, EHIME)
        .then()
        .body("permittedActions", containsInAnyOrder("acknowledge", "reject", "delegate"));
    delivery(EHIME, id, EHIME_ASSOCIATION)
        .body("permittedActions", containsInAnyOrder("record-arrival", "record-attempt", "excuse"));
    delivery(IKATA, id, IKATA).statusCode(404);
  }
}
