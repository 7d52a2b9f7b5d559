package org.todoke.notice.forwarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;
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
import org.todoke.notice.StatementCounter;
import org.todoke.testing.Tokens;

@QuarkusTest
class ForwardingTest extends NoticeServiceTest {

  @Test
  void prefecturePassesItToItsMunicipalitiesAndAssociations() {
    UUID id = issued();

    forward(id, EHIME, toAll())
        .statusCode(201)
        .header("Location", containsString("/deliveries/lg:380008/forwarding"))
        .body("addressed", equalTo(4))
        .body("omitted", equalTo(0))
        .body("state", equalTo("forwarded"))
        .body("children.items.code", containsInAnyOrder(YAWATAHAMA, IKATA, OZU, EHIME_ASSOCIATION))
        .body("coverLetter.title", equalTo("個人情報の適切な取り扱いについて（周知）"))
        .body("coverLetter.date", equalTo("2013-07-17"));

    delivery(YAWATAHAMA, id, YAWATAHAMA)
        .body("state", equalTo("received"))
        .body("arrivals[0].from", equalTo(EHIME));
    delivery(EHIME, id, SHIOSAI).body("state", equalTo("requested"));
  }

  @Test
  void municipalityPassesItToTheCorporationsInIt() {
    UUID id = toYawatahama();

    forward(id, YAWATAHAMA, toAll())
        .statusCode(201)
        .body("children.items.code", containsInAnyOrder(SHIOSAI, MINATO, HAMAKAZE, USHIO));
  }

  @Test
  void corporationPassesItToItsEstablishmentsWhereverTheyAre() {
    UUID id = toYawatahama();
    forwarded(id, YAWATAHAMA);

    forward(id, MINATO, toAll())
        .statusCode(201)
        .body("addressed", equalTo(3))
        .body(
            "children.items.code", containsInAnyOrder(MINATO_PLAN, "kj:3890498227", MINATO_IKATA));
  }

  @Test
  void establishmentWithoutACorporationIsItsMunicipalitys() {
    NoticeFixture.establishment("kj:3870499013", YAWATAHAMA, null);
    UUID id = toYawatahama();

    forward(id, YAWATAHAMA, to(SHIOSAI, MINATO, HAMAKAZE, USHIO))
        .statusCode(422)
        .body("violations[0].code", equalTo("forwarding.children-unaccounted"))
        .body("violations[0].message", containsString("kj:3870499013"));
    forward(id, YAWATAHAMA, toAll()).statusCode(201).body("addressed", equalTo(5));
  }

  @Test
  void everybodyBelowIsAccountedFor() {
    UUID id = toYawatahama();

    forward(id, YAWATAHAMA, to(SHIOSAI))
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/to"))
        .body("violations[0].code", equalTo("forwarding.children-unaccounted"))
        .body("violations[0].message", containsString(HAMAKAZE));
    assertThat(Rows.count("forwarding_child", "organization = ?", YAWATAHAMA)).isZero();
    assertThat(Rows.count("cover_letter", "organization = ?", YAWATAHAMA)).isZero();

    Map<String, Object> some = to(SHIOSAI, MINATO, USHIO);
    some.put("omitted", List.of(json("code", HAMAKAZE, "reason", "廃業予定のため")));
    forward(id, YAWATAHAMA, some)
        .statusCode(201)
        .body("addressed", equalTo(3))
        .body("omitted", equalTo(1));

    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, YAWATAHAMA)
        .then()
        .statusCode(200)
        .body("children.items.find { it.code == '" + HAMAKAZE + "' }.reason", equalTo("廃業予定のため"))
        .body(
            "children.items.find { it.code == '" + HAMAKAZE + "' }.disposition",
            equalTo("omitted"));
    delivery(YAWATAHAMA, id, HAMAKAZE)
        .body("state", equalTo("requested"))
        .body("excused.reason", equalTo("omitted"))
        .body("excused.by", equalTo(YAWATAHAMA));
    delivery(YAWATAHAMA, id, "kj:3870498312").body("", not(hasKey("excused")));
  }

  @Test
  void omissionIsLiftedByAnArrivalOnAnotherRouteAndNeverExcusesWhoHasIt() {
    UUID id = issued();
    forward(id, EHIME, plus(to(YAWATAHAMA, IKATA, EHIME_ASSOCIATION), omitted(OZU)))
        .statusCode(201);
    delivery(EHIME, id, OZU).body("excused.reason", equalTo("omitted"));

    act(DIVISION, id, OZU, "arrivals", json("channel", "fax", "at", "2013-07-11T09:00:00+09:00"))
        .statusCode(200)
        .body("", not(hasKey("excused")))
        .body("state", equalTo("received"));
    assertThat(
            Rows.of(
                "select data ->> 'liftedExcuse' as lifted from fact where notice_id = ?"
                    + " and organization = ? order by seq desc limit 1",
                id,
                OZU))
        .containsExactly(Map.of("lifted", "omitted"));

    UUID second = issued();
    act(
            DIVISION,
            second,
            OZU,
            "arrivals",
            json("channel", "fax", "at", "2013-07-11T09:00:00+09:00"))
        .statusCode(200);
    forward(second, EHIME, plus(to(YAWATAHAMA, IKATA, EHIME_ASSOCIATION), omitted(OZU)))
        .statusCode(201);
    delivery(EHIME, second, OZU).body("", not(hasKey("excused")));
  }

  @Test
  void somebodyFurtherDownCanBeAddedByName() {
    UUID id = toYawatahama();

    forward(
            id,
            YAWATAHAMA,
            json(
                "to",
                json("allChildren", true, "organizations", List.of(json("code", USHIO_HOME))),
                "coverLetter",
                coverLetter()))
        .statusCode(201)
        .body("addressed", equalTo(5));

    delivery(USHIO_HOME, id, USHIO_HOME)
        .statusCode(200)
        .body("arrivals[0].from", equalTo(YAWATAHAMA));
  }

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

  @Test
  void earlierDateOfACoverLetterGoesDownWithItAndNoLaterOneDoes() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    Map<String, Object> later = coverLetter();
    later.put("dueOn", "2013-08-01");
    forward(id, EHIME, json("to", json("allChildren", true), "coverLetter", later))
        .statusCode(422)
        .body("violations[0].code", equalTo("forwarding.due-after-notice"));
    Map<String, Object> earlier = coverLetter();
    earlier.put("dueOn", "平成25年7月26日");
    forward(id, EHIME, json("to", json("allChildren", true), "coverLetter", earlier))
        .statusCode(201);
    forwarded(id, YAWATAHAMA);

    delivery(EHIME, id, EHIME).body("dueOn", equalTo("2013-07-31"));
    delivery(YAWATAHAMA, id, YAWATAHAMA).body("dueOn", equalTo("2013-07-26"));
    delivery(SHIOSAI, id, SHIOSAI).body("dueOn", equalTo("2013-07-26"));
    delivery(YAWATAHAMA, id, SHIOSAI_DAY).body("dueOn", equalTo("2013-07-31"));
  }

  @Test
  void otherChannelIsAnArrivalOnlyWhenItIsEntered() {
    UUID id = toYawatahama();
    Map<String, Object> byFax = toAll();
    byFax.put(
        "to",
        json("allChildren", true, "organizations", List.of(json("code", USHIO, "channel", "fax"))));
    forward(id, YAWATAHAMA, byFax).statusCode(201).body("addressed", equalTo(4));

    delivery(YAWATAHAMA, id, USHIO).body("state", equalTo("requested"));
    act(YAWATAHAMA, id, USHIO, "arrivals", json("channel", "fax", "at", "2013-07-11T00:00:00Z"))
        .statusCode(200)
        .body("state", equalTo("received"));

    delivery(USHIO, id, USHIO)
        .body("arrivals[0].from", equalTo(YAWATAHAMA))
        .body("arrivals[0].coverLetters.organization", contains(YAWATAHAMA, EHIME));
  }

  @Test
  void letterIsReadByItsAuthorAndDownTheRouteAndByNobodyElse() {
    UUID id = toYawatahama();
    forwarded(id, YAWATAHAMA);
    forwarded(id, SHIOSAI);

    delivery(SHIOSAI_DAY, id, SHIOSAI_DAY)
        .body("arrivals[0].coverLetters.organization", contains(SHIOSAI, YAWATAHAMA, EHIME));
    delivery(SHIOSAI, id, SHIOSAI_DAY)
        .body("arrivals[0].coverLetters.organization", contains(SHIOSAI, YAWATAHAMA, EHIME));
    delivery(EHIME, id, SHIOSAI_DAY).body("arrivals[0].coverLetters.organization", contains(EHIME));
    delivery(DIVISION, id, SHIOSAI_DAY)
        .body("arrivals[0].from", equalTo(SHIOSAI))
        .body("arrivals[0].coverLetters", empty());
    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, YAWATAHAMA)
        .then()
        .statusCode(200)
        .body("children.items.size()", equalTo(4))
        .body("coverLetter", nullValue());
    as(OZU)
        .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, YAWATAHAMA)
        .then()
        .statusCode(404);
  }

  @Test
  void childrenComePageByPage() {
    UUID id = toYawatahama();
    forwarded(id, YAWATAHAMA);
    String path = "/v1/notices/" + id + "/deliveries/" + YAWATAHAMA + "/forwarding?limit=3";

    String next =
        as(YAWATAHAMA)
            .get(path)
            .then()
            .body("children.items.size()", equalTo(3))
            .extract()
            .path("children.next");
    as(YAWATAHAMA)
        .get(path + "&cursor=" + next)
        .then()
        .body("children.items.size()", equalTo(1))
        .body("children.next", nullValue());
  }

  @Test
  void severalHundredChildrenTakeAsManyStatementsAsOne() {
    for (int i = 0; i < 300; i++) {
      String corporation = "cn:%013d".formatted(4_000_000_000_000L + i);
      NoticeFixture.corporation(corporation, "法人" + i, IKATA);
      NoticeFixture.establishment("kj:38%08d".formatted(50_000_000 + i), IKATA, corporation);
    }
    UUID id = issued();
    forwarded(id, EHIME);

    long ofOne = StatementCounter.during(() -> forwarded(id, OZU));
    long ofMany = StatementCounter.during(() -> forwarded(id, IKATA));

    assertThat(Rows.count("forwarding_child", "organization = ?", IKATA)).isEqualTo(301);
    assertThat(ofMany).isPositive().isEqualTo(ofOne);
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
