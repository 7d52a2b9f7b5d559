package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.HIJIKAWA_DAY;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.StatementCounter;

/** What an issuer sees of an audience before it issues a notice. */
@QuarkusTest
class AudiencePreviewTest extends AudienceCase {

  @Test
  void eachTierIsCountedAndShownByAFewOfItWhoStayTheSame() {
    UUID id = draft(rule());

    preview(id)
        .body("frozen", equalTo(false))
        .body("total", equalTo(22))
        .body(
            "tiers.tier",
            contains("prefecture", "municipality", "association", "corporation", "establishment"))
        .body("tiers.addressed", contains(2, 4, 2, 5, 9))
        .body("tiers[0].samples.code", containsInAnyOrder(EHIME, KOCHI))
        .body("tiers[0].samples.find { it.code == 'lg:380008' }.name", equalTo("愛媛県"))
        .body("tiers[4].samples", hasSize(PreviewAudience.SAMPLES))
        .body("tiers[0].departments", nullValue())
        .body("warnings", empty());
    List<String> first = preview(id).extract().path("tiers[4].samples.code");
    assertThat(preview(id).extract().<List<String>>path("tiers[4].samples.code")).isEqualTo(first);
  }

  @Test
  void tierThatIsEmptyIsShownAsEmpty() {
    UUID id = draft(rule("serviceTypes", List.of("17"), "exceptions", List.of(named(HAMAKAZE))));

    preview(id)
        .body("tiers.find { it.tier == 'corporation' }.addressed", equalTo(0))
        .body("tiers.find { it.tier == 'corporation' }.samples", empty())
        .body("tiers.find { it.tier == 'establishment' }.addressed", equalTo(1));
  }

  @Test
  void departmentsAreCountedAsFoundOrMissing() {
    UUID id = draft(rule("departments", List.of("health", "care-insurance")));

    preview(id)
        .body("tiers[0].departments.found", equalTo(1))
        .body("tiers[0].departments.missing", equalTo(1))
        .body("tiers[1].departments.found", equalTo(1))
        .body("tiers[1].departments.missing", equalTo(3))
        .body("tiers[2].departments", nullValue())
        .body("tiers[4].departments", nullValue());
  }

  @Test
  void whatTheyHoldAlreadyIsCountedUntilTheyHaveDoneIt() {
    UUID one = issued(rule());
    forwarded(one, EHIME);
    forwarded(one, YAWATAHAMA);
    UUID other = issued(paperOf(OTHER_DIVISION));
    forwarded(other, EHIME);
    forwarded(other, YAWATAHAMA);
    forwarded(other, SHIOSAI);
    UUID exercise = draft(exercise());
    as(DIVISION).post("/v1/notices/{id}/issue", exercise).then().statusCode(200);

    UUID id = draft(rule());

    // Corporations: Shiosai holds one of the two, the other three of Yawatahama both, Hijikawa
    // none.
    preview(id)
        .body("tiers[3].openNotices.counted", equalTo("all"))
        .body("tiers[3].openNotices.organizations", equalTo(5))
        .body("tiers[3].openNotices.total", equalTo(7))
        .body("tiers[3].openNotices.min", equalTo(0))
        .body("tiers[3].openNotices.median", equalTo(2.0f))
        .body("tiers[3].openNotices.p90", equalTo(2))
        .body("tiers[3].openNotices.max", equalTo(2))
        // Of Shiosai's three, which are asked to acknowledge.
        .body("tiers[4].openNotices.total", equalTo(3));
    acknowledge(other, SHIOSAI_DAY).statusCode(200);
    preview(id).body("tiers[4].openNotices.total", equalTo(2));

    as(DIVISION).post("/v1/notices/{id}/closure", one).then().statusCode(200);
    preview(id).body("tiers[3].openNotices.total", equalTo(3));
  }

  @Test
  void ofFewNobodyIsToldWhatOthersHaveSentThem() {
    issued(rule());
    issued(paperOf(OTHER_DIVISION));
    UUID id = draft(rule());

    // Two prefectures: Kochi holds both, and so does Ehime, but only the own one is told.
    preview(id)
        .body("tiers[0].openNotices.counted", equalTo("own"))
        .body("tiers[0].openNotices.total", equalTo(2))
        .body("tiers[0].openNotices.max", equalTo(1));
  }

  @Test
  void noticeItselfIsNotAmongWhatTheyHold() {
    UUID id = issued(rule());

    preview(id)
        .body("frozen", equalTo(true))
        .body("total", equalTo(22))
        .body("tiers.openNotices.total", contains(0, 0, 0, 0, 0));
  }

  @Test
  void partsThatChangeNothingAreWarnedOf() {
    UUID id =
        draft(
            rule(
                "within",
                List.of(EHIME),
                "additions",
                List.of(named(IKATA), named(KOCHI_CITY), named(MINATO)),
                "exceptions",
                List.of(named(KOCHI), named(OZU), named(MINATO), withThoseBelow(YAWATAHAMA))));

    List<Map<String, String>> warnings = preview(id).extract().path("warnings");
    assertThat(warnings)
        .extracting(w -> w.get("pointer") + " " + w.get("code"))
        .containsExactlyInAnyOrder(
            "/audience/exceptions/0 audience.exception-needless",
            "/audience/additions/0 audience.addition-needless",
            "/audience/additions/2 audience.addition-left-out");
    assertThat(warnings).allSatisfy(w -> assertThat(w.get("message")).startsWith("この"));
  }

  @Test
  void audienceOfNobodyIsWarnedOf() {
    UUID id =
        draft(
            ruleFor(
                json("tiers", List.of("municipality"), "directTo", List.of("municipality")),
                "exceptions",
                List.of(withThoseBelow(EHIME), withThoseBelow(KOCHI))));

    as(DIVISION)
        .header("Accept-Language", "en")
        .get("/v1/notices/{id}/audience/preview", id)
        .then()
        .body("total", equalTo(0))
        .body("warnings.code", contains("audience.nobody"))
        .body("warnings[0].message", equalTo("Nobody belongs to this audience."));
  }

  @Test
  void reasonNamesEachPartThatTakesSomebodyIn() {
    UUID id =
        draft(
            rule(
                "within",
                List.of(OZU, IKATA),
                "departments",
                List.of("care-insurance"),
                "serviceTypes",
                List.of(DAY, HOME),
                "additions",
                List.of(named(SHIOSAI_HOME))));

    why(id, MINATO_IKATA)
        .statusCode(200)
        .body("included", equalTo(true))
        .body("frozen", equalTo(false))
        .body(
            "reasons.code",
            contains("audience-reason.tier", "audience-reason.area", "audience-reason.service"))
        .body(
            "reasons.pointer",
            contains("/audience/tiers/4", "/audience/within/1", "/audience/serviceTypes/1"))
        .body("reasons[2].message", equalTo("サービス 32 を提供しています。"));
    assertThat(reasons(id, MINATO))
        .containsExactly(
            "audience-reason.tier",
            "audience-reason.service-below",
            "audience-reason.establishment");
    assertThat(reasons(id, IKATA))
        .containsExactly(
            "audience-reason.tier",
            "audience-reason.area",
            "audience-reason.service-below",
            "audience-reason.no-department");
    why(id, SHIOSAI_HOME)
        .body("reasons.code", contains("audience-reason.addition"))
        .body("reasons[0].message", containsString("個別の事情"));
  }

  @Test
  void reasonNamesWhatKeepsSomebodyOut() {
    NoticeFixture.closed(SHIOSAI_HOME);
    NoticeFixture.corporation("cn:4999901000334", "事業所なし", YAWATAHAMA);
    UUID id =
        draft(
            ruleFor(
                json(
                    "tiers",
                    List.of("municipality", "corporation", "establishment"),
                    "directTo",
                    List.of("municipality")),
                "within",
                List.of(EHIME),
                "serviceTypes",
                List.of(DAY, HELPER),
                "exceptions",
                List.of(named(SHIOSAI), withThoseBelow(OZU))));

    assertThat(reasons(id, DIVISION)).containsExactly("audience-reason.issuer");
    assertThat(reasons(id, SHIOSAI_HOME)).containsExactly("audience-reason.closed");
    assertThat(reasons(id, EHIME)).containsExactly("audience-reason.no-tier");
    assertThat(reasons(id, KOCHI_CITY)).containsExactly("audience-reason.outside-areas");
    assertThat(reasons(id, HAMAKAZE_TOOLS)).containsExactly("audience-reason.no-such-service");
    assertThat(reasons(id, HAMAKAZE)).containsExactly("audience-reason.none-with-service");
    assertThat(reasons(id, "cn:4999901000334")).containsExactly("audience-reason.no-establishment");
    why(id, SHIOSAI)
        .body("included", equalTo(false))
        .body("reasons.pointer", contains("/audience/exceptions/0"));
    why(id, HIJIKAWA_DAY)
        .body("reasons.code", contains("audience-reason.exception-above"))
        .body("reasons.pointer", contains("/audience/exceptions/1"))
        .body("reasons[0].message", containsString(OZU));
    assertThat(reasons(id, NoticeFixture.HIJIKAWA))
        .containsExactly("audience-reason.establishments-excepted");
  }

  @Test
  void reasonIsThereForWhatLiesElsewhereAndNotForWhatNobodyKnows() {
    Map<String, Object> paper =
        ruleFor(json("tiers", List.of("municipality"), "directTo", List.of("municipality")));
    paper.put("issuers", List.of(EHIME));
    UUID id = draft(paper);

    as(EHIME)
        .header("Accept-Language", "en")
        .get("/v1/notices/{id}/audience/organizations/{code}", id, KOCHI_CITY)
        .then()
        .statusCode(200)
        .body("included", equalTo(false))
        .body("reasons.code", contains("audience-reason.outside-jurisdiction"))
        .body("reasons[0].message", equalTo("It lies outside your jurisdiction."));
    as(EHIME)
        .get("/v1/notices/{id}/audience/organizations/{code}", id, "lg:999999")
        .then()
        .statusCode(404);
  }

  @Test
  void reasonOfAnIssuedNoticeIsThatOfItsFrozenAudience() {
    UUID id = issued(rule("serviceTypes", List.of(DAY), "exceptions", List.of(named(OZU))));
    // What it would be by the rule now plays no part.
    offers(HAMAKAZE_TOOLS, "{15}");
    offers(SHIOSAI_DAY, "{}");

    why(id, SHIOSAI_DAY)
        .body("included", equalTo(true))
        .body("frozen", equalTo(true))
        .body("reasons.code", contains("audience-reason.frozen"));
    assertThat(reasons(id, HAMAKAZE_TOOLS)).containsExactly("audience-reason.not-frozen");
    assertThat(reasons(id, OZU)).containsExactly("audience-reason.exception");
  }

  @Test
  void onlyTheOneWhoLeadsTheNoticeLooksAtItsAudienceInThisWay() {
    UUID id = draft(rule());
    UUID out = issued(rule());

    for (UUID notice : List.of(id, out)) {
      for (String stranger : List.of(OTHER_DIVISION, EHIME, YAWATAHAMA)) {
        as(stranger)
            .get("/v1/notices/{id}/audience/preview", notice)
            .then()
            .statusCode(404)
            .body("code", equalTo("notice.not-found"));
        as(stranger)
            .get("/v1/notices/{id}/audience/organizations/{code}", notice, EHIME)
            .then()
            .statusCode(404)
            .body("code", equalTo("notice.not-found"));
      }
    }
  }

  @Test
  void manyTakeAsManyStatementsAsFew() {
    UUID id = draft(rule("serviceTypes", List.of(DAY), "exceptions", List.of(named(OZU))));
    long few = StatementCounter.during(() -> preview(id));
    IntStream.range(0, 200)
        .mapToObj(i -> "kj:3879%06d".formatted(i))
        .forEach(
            code -> {
              NoticeFixture.establishment(code, YAWATAHAMA, SHIOSAI);
              offers(code, "{15}");
            });

    assertThat(StatementCounter.during(() -> preview(id).body("total", equalTo(208))))
        .isEqualTo(few);
  }

  private static Map<String, Object> paperOf(String issuer) {
    Map<String, Object> paper = rule();
    paper.put("issuers", List.of(issuer));
    return paper;
  }

  private static Map<String, Object> exercise() {
    Map<String, Object> paper = rule();
    paper.put("usage", "exercise");
    return paper;
  }
}
