package org.todoke.notice.rerouting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.closed;
import static org.todoke.notice.NoticeFixture.corporation;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.establishment;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.ReceivedEvent;

@QuarkusTest
class ReroutingTest extends NoticeServiceTest {

  private static final String NEWCOMER = "cn:4000000000001";

  @Test
  void rightOneOfTheAudienceGetsItFromTheOneWhoApproves() {
    try (Events events = new Events()) {
      UUID id = toYawatahama();
      reject(id, HAMAKAZE, HIJIKAWA);
      delivery(YAWATAHAMA, id, HAMAKAZE)
          .body("state", equalTo("rejected"))
          .body("rejection.reason", equalTo("所管外"))
          .body("rejection.rightOrganization", equalTo(HIJIKAWA))
          .body("permittedActions", hasItem("decide-rejection"));

      decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "approved"))
          .statusCode(200)
          .body("state", equalTo("rejected"))
          .body("excused.reason", equalTo("wrong-addressee"))
          .body("rejection.decision", equalTo("approved"))
          .body("rejection.decidedBy", equalTo(YAWATAHAMA))
          .body("rejection.sentTo", equalTo(HIJIKAWA))
          .body("permittedActions", not(hasItem("decide-rejection")));

      delivery(HIJIKAWA, id, HIJIKAWA)
          .body("state", equalTo("received"))
          .body("arrivals.from", contains(YAWATAHAMA))
          .body("arrivals[0].coverLetters.organization", contains(YAWATAHAMA, EHIME));
      assertThat(Rows.count("fact", "type = 'delivery.added'")).isZero();
      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(e -> e.type().equals("forwarding.rerouted"))
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.data().get("added").asBoolean()).isFalse();
                assertThat(e.data().get("rightOrganization").asText()).isEqualTo(HIJIKAWA);
                assertThat(e.data().has("reason")).isFalse();
              });
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void whoWasNotInTheAudienceComesIntoItByAFact() {
    try (Events events = new Events()) {
      UUID id = toYawatahama();
      corporation(NEWCOMER, "架空あらた会", OZU);
      establishment("kj:3870798521", OZU, NEWCOMER);
      reject(id, HAMAKAZE, NEWCOMER);
      long before = Rows.count("delivery", "notice_id = ?", id);

      decide(DIVISION, id, HAMAKAZE, json("decision", "approved")).statusCode(200);

      assertThat(Rows.count("delivery", "notice_id = ?", id)).isEqualTo(before + 1);
      delivery(NEWCOMER, id, NEWCOMER)
          .body("state", equalTo("received"))
          .body("tier", equalTo("corporation"))
          .body("hasChildren", equalTo(false))
          .body("arrivals.from", contains(DIVISION));
      delivery(OZU, id, NEWCOMER).statusCode(200);
      assertThat(
              Rows.of("select type, seq from fact where organization = ? order by seq", NEWCOMER))
          .containsExactly(
              Map.of("type", "delivery.added", "seq", 1L),
              Map.of("type", "delivery.arrived", "seq", 2L));
      List<ReceivedEvent> heard = events.of(id);
      Events.assertInOrder(heard);
      assertThat(heard)
          .filteredOn(e -> e.type().equals("delivery.added"))
          .singleElement()
          .satisfies(e -> assertThat(e.data().get("insteadOf").asText()).isEqualTo(HAMAKAZE));
      as(DIVISION)
          .get("/v1/notices/{id}/progress/{node}", id, OZU)
          .then()
          .body("tiers.find { it.tier == 'corporation' }.addressed", equalTo(2));
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void establishmentThatComesInBringsItsCorporationAlongToItsPlace() {
    UUID id = toYawatahama();
    establishment("kj:3870798539", OZU, SHIOSAI);
    reject(id, HAMAKAZE, "kj:3870798539");

    decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "approved")).statusCode(200);

    delivery("kj:3870798539", id, "kj:3870798539")
        .body("state", equalTo("received"))
        .body("municipality", equalTo(OZU))
        .body("corporation", equalTo(SHIOSAI));
    assertThat(Rows.count("corporation_place", "corporation = ?", SHIOSAI)).isEqualTo(2);
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void whatIsDeclinedIsTheAddresseesAgainWhoMaySendItBackOnceMore() {
    try (Events events = new Events()) {
      UUID id = toYawatahama();
      reject(id, HAMAKAZE, null);
      decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "declined"))
          .statusCode(422)
          .body("violations[0].pointer", equalTo("/reason"));

      Map<String, Object> declined = json("decision", "declined", "reason", "貴法人の事業所が対象です");
      for (int i = 0; i < 2; i++) {
        decide(YAWATAHAMA, id, HAMAKAZE, declined)
            .statusCode(200)
            .body("state", equalTo("received"))
            .body("excused", nullValue())
            .body("rejection.decision", equalTo("declined"));
      }

      delivery(HAMAKAZE, id, HAMAKAZE)
          .body("rejection.decisionReason", equalTo("貴法人の事業所が対象です"))
          .body("permittedActions", hasItem("reject"));
      assertThat(Rows.count("fact", "type = 'forwarding.rejection-declined'")).isEqualTo(1);
      reject(id, HAMAKAZE, MINATO);
      delivery(YAWATAHAMA, id, HAMAKAZE)
          .body("rejection.decision", nullValue())
          .body("permittedActions", hasItem("decide-rejection"));
      decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "approved")).statusCode(200);
      Events.assertInOrder(events.of(id));
      assertThat(Rows.of("table progress_difference")).isEmpty();
    }
  }

  @Test
  void anExcuseThatSomebodyElseGaveStays() {
    UUID id = toYawatahama();
    act(EHIME, id, HAMAKAZE, "excuse", json("reason", "closed")).statusCode(200);
    reject(id, HAMAKAZE, null);

    decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "declined", "reason", "x"))
        .statusCode(200)
        .body("state", equalTo("received"))
        .body("excused.reason", equalTo("closed"));
  }

  @Test
  void onlyWhoSentItOrAnIssuerDecidesAndOnlyOnce() {
    UUID id = toYawatahama();
    decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "declined", "reason", "x"))
        .statusCode(409)
        .body("code", equalTo("rejection.nothing-to-decide"));
    reject(id, HAMAKAZE, MINATO);

    decide(EHIME, id, HAMAKAZE, json("decision", "approved"))
        .statusCode(403)
        .body("code", equalTo("rejection.only-the-sender"));
    decide(OZU, id, HAMAKAZE, json("decision", "approved")).statusCode(404);
    delivery(EHIME, id, HAMAKAZE)
        .body("rejection.reason", nullValue())
        .body("permittedActions", not(hasItem("decide-rejection")));
    List<Integer> statuses =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            decide(
                                    i % 2 == 0 ? YAWATAHAMA : DIVISION,
                                    id,
                                    HAMAKAZE,
                                    json("decision", "approved"))
                                .extract()
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnly(200);
    assertThat(Rows.count("fact", "type = 'forwarding.rerouted'")).isEqualTo(1);
    decide(DIVISION, id, HAMAKAZE, json("decision", "declined", "reason", "x"))
        .statusCode(409)
        .body("code", equalTo("rejection.already-decided"));
    decide(DIVISION, id, HAMAKAZE, json("decision", "approved", "rightOrganization", SHIOSAI))
        .statusCode(409);
  }

  @Test
  void itIsSentToNobodyWhoCannotHaveIt() {
    UUID id = toYawatahama();
    reject(id, HAMAKAZE, null);
    closed(HIJIKAWA);

    wrong(id, null, "value.required");
    wrong(id, "cn:4000000000009", "organization.unknown");
    wrong(id, HAMAKAZE, "rejection.right-is-self");
    wrong(id, HIJIKAWA, "rejection.right-takes-none");
    wrong(id, DIVISION, "rejection.right-takes-none");
    wrong(id, "x", "organization-code.malformed");
    reject(id, MINATO, null);
    decide(YAWATAHAMA, id, HAMAKAZE, json("decision", "approved", "rightOrganization", MINATO))
        .statusCode(409)
        .body("code", equalTo("rejection.right-has-rejected"));
    delivery(YAWATAHAMA, id, HAMAKAZE).body("rejection.decision", nullValue());
  }

  @Test
  void aCityThatComesInIsAskedToForwardToThoseBelowIt() {
    Map<String, Object> paper = paper();
    Map<String, Object> audience = audience("prefecture");
    audience.put("within", List.of(EHIME));
    paper.put("audience", audience);
    UUID id = issued(paper);
    forwarded(id, EHIME);
    reject(id, IKATA, KOCHI_CITY);

    decide(EHIME, id, IKATA, json("decision", "approved")).statusCode(200);

    delivery(KOCHI_CITY, id, KOCHI_CITY)
        .body("state", equalTo("received"))
        .body("tier", equalTo("municipality"))
        .body("hasChildren", equalTo(false))
        .body("prefecture", equalTo("lg:390003"));
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  private static void wrong(UUID id, @Nullable String right, String code) {
    Map<String, Object> body = json("decision", "approved");
    if (right != null) {
      body.put("rightOrganization", right);
    }
    decide(YAWATAHAMA, id, HAMAKAZE, body)
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/rightOrganization"))
        .body("violations[0].code", equalTo(code));
  }

  private static UUID toYawatahama() {
    UUID id = issued();
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    return id;
  }

  private static void reject(UUID id, String organization, @Nullable String right) {
    Map<String, Object> body = json("reason", "所管外");
    if (right != null) {
      body.put("rightOrganization", right);
    }
    act(organization, id, organization, "rejection", body).statusCode(200);
  }

  private static ValidatableResponse decide(
      String caller, UUID id, String organization, Map<String, Object> body) {
    return act(caller, id, organization, "rerouting", body);
  }
}
