package org.todoke.notice.forwarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.post;
import static org.todoke.notice.NoticeFixture.to;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Tokens;

@QuarkusTest
class ForwardingRefusalTest extends NoticeServiceTest {

  @Test
  void everyStrangerIsNamedWithItsPlaceInTheInput() {
    Map<String, Object> paper = NoticeFixture.paper();
    paper.put(
        "audience",
        json(
            "tiers",
            List.of("prefecture", "municipality", "corporation"),
            "directTo",
            List.of("prefecture")));
    UUID id = issued(paper);

    forward(
            id,
            EHIME,
            plus(
                to(YAWATAHAMA, KOCHI_CITY, "lg:999999", EHIME, "kj:3870498114", IKATA),
                omitted(KOCHI)))
        .statusCode(422)
        .body(
            "violations.collect { it.pointer + ' ' + it.code }",
            containsInAnyOrder(
                "/to/organizations/1/code forwarding.not-below",
                "/to/organizations/2/code organization.unknown",
                "/to/organizations/3/code forwarding.not-below",
                "/to/organizations/4/code forwarding.not-in-audience",
                "/omitted/0/code forwarding.not-below",
                "/to forwarding.children-unaccounted"));
  }

  @Test
  void corporationOfAnotherMunicipalityIsNotBelow() {
    UUID id = toYawatahama();

    forward(id, YAWATAHAMA, plus(to(SHIOSAI, MINATO, USHIO, HAMAKAZE, HIJIKAWA, MINATO_IKATA)))
        .statusCode(422)
        .body("violations.code", contains("forwarding.not-below", "forwarding.not-below"));
  }

  @Test
  void secondForwardingIsRefusedAndARepeatedRequestIsNot() {
    UUID id = issued();
    forwarded(id, EHIME);

    forward(id, EHIME, toAll())
        .statusCode(409)
        .body("code", equalTo("forwarding.already-forwarded"));

    UUID other = issued();
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      given()
          .auth()
          .oauth2(Tokens.of(EHIME, "forwarder"))
          .header("Idempotency-Key", key)
          .contentType("application/json")
          .body(toAll())
          .post("/v1/notices/{id}/deliveries/{organization}/forwarding", other, EHIME)
          .then()
          .statusCode(201);
    }
    assertThat(Rows.count("cover_letter", "notice_id = ?", other)).isEqualTo(1);
  }

  @Test
  void onlyWhoHasItAndHasSomebodyBelowPassesItOn() {
    UUID id = issued();

    forward(id, YAWATAHAMA, toAll()).statusCode(404);
    post(as(KOCHI), "/v1/notices/{id}/deliveries/{organization}/forwarding", toAll(), id, EHIME)
        .statusCode(404);
    post(
            as(EHIME),
            "/v1/notices/{id}/deliveries/{organization}/forwarding",
            toAll(),
            id,
            YAWATAHAMA)
        .statusCode(403);
    post(
            as(EHIME, "responder"),
            "/v1/notices/{id}/deliveries/{organization}/forwarding",
            toAll(),
            id,
            EHIME)
        .statusCode(403);
    forwarded(id, EHIME);
    forward(id, EHIME_ASSOCIATION, toAll())
        .statusCode(409)
        .body("code", equalTo("forwarding.nobody-below"));
    as(OZU)
        .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, OZU)
        .then()
        .statusCode(404)
        .body("code", equalTo("forwarding.not-found"));
  }

  @Test
  void whoSaidThatItIsTheWrongAddresseePassesNothingOn() {
    UUID id = issued();
    act(EHIME, id, EHIME, "rejection", json("reason", "所管外")).statusCode(200);

    forward(id, EHIME, toAll()).statusCode(409).body("code", equalTo("delivery.rejected"));
  }

  private static UUID toYawatahama() {
    UUID id = issued();
    forwarded(id, EHIME);
    return id;
  }

  private static Map<String, Object> omitted(String organization) {
    return json("omitted", List.of(json("code", organization, "reason", "該当なし")));
  }

  @SafeVarargs
  private static Map<String, Object> plus(
      Map<String, Object> forwarding, Map<String, Object>... more) {
    for (Map<String, Object> each : more) {
      forwarding.putAll(each);
    }
    return forwarding;
  }
}
