package org.todoke.notice.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
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
