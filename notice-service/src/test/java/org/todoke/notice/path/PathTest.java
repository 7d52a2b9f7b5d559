package org.todoke.notice.path;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HIJIKAWA_DAY;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HELPER;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.issued;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.notice.NoticeServiceTest;

/** Where a notice is on its way, as those who may ask are told. */
@QuarkusTest
class PathTest extends NoticeServiceTest {

  private static final String FRIDAY = "2013-07-12T00:00:00Z";
  private static final String TUESDAY = "2013-07-16T00:00:00Z";
  private static final String WEDNESDAY = "2013-07-17T00:00:00Z";

  private UUID notice;
  private Hops hops;

  @BeforeEach
  void issueToThePrefectures() {
    notice = issued();
    hops = new Hops(notice);
  }

  @Test
  void everyHopIsShownWithItsTimesOnBothLines() {
    prefectureForwards();
    hops.acknowledges(YAWATAHAMA, Instant.parse(TUESDAY));
    hops.forwards(YAWATAHAMA, Instant.parse(TUESDAY), List.of(SHIOSAI), Map.of());
    hops.forwards(SHIOSAI, Instant.parse(WEDNESDAY), List.of(SHIOSAI_DAY), Map.of());

    path(SHIOSAI_DAY, SHIOSAI_DAY)
        .statusCode(200)
        .body("lines.line", contains("jurisdiction", "operator"))
        .body("lines[0].hops.organization", contains(DIVISION, EHIME, YAWATAHAMA, SHIOSAI_DAY))
        .body(
            "lines[0].hops.reachedAt",
            contains("2013-07-11T00:00:00Z", "2013-07-11T00:00:00Z", FRIDAY, WEDNESDAY))
        .body("lines[0].hops[1].forwardedAt", equalTo(FRIDAY))
        .body("lines[0].hops[2].name", equalTo("八幡浜市"))
        .body("lines[0].hops[2].acknowledgedAt", equalTo(TUESDAY))
        .body("lines[0].hops[2].arrivals.from", contains(EHIME))
        .body("lines[0].hops[2].arrivals.channel", contains("inbox"))
        .body("lines[1].hops.organization", contains(SHIOSAI, SHIOSAI_DAY))
        .body("lines[1].hops[0].arrivals.from", contains(YAWATAHAMA))
        .body("missingLinks", empty());
  }

  @Test
  void bothArrivalsOfACityAreShown() {
    hops.arrives(YAWATAHAMA, DIVISION, Instant.parse("2013-07-11T00:00:00Z"));
    prefectureForwards();

    path(YAWATAHAMA, YAWATAHAMA)
        .body("lines", hasSize(1))
        .body("lines[0].hops.organization", contains(DIVISION, EHIME, YAWATAHAMA))
        .body("lines[0].hops[2].arrivals.from", contains(DIVISION, EHIME))
        .body("lines[0].hops[2].reachedAt", equalTo("2013-07-11T00:00:00Z"))
        .body("missingLinks", empty());
  }

  @Test
  void anEstablishmentIsStuckAtTheCityThatHasNotPassedItOn() {
    prefectureForwards();

    path(SHIOSAI_DAY, YAWATAHAMA)
        .body("missingLinks", hasSize(1))
        .body("missingLinks[0].line", equalTo("jurisdiction"))
        .body("missingLinks[0].organization", equalTo(YAWATAHAMA))
        .body("missingLinks[0].name", equalTo("八幡浜市"))
        .body("missingLinks[0].why", equalTo("not-forwarded"))
        .body("missingLinks[0].since", equalTo(FRIDAY))
        .body("missingLinks[0].omittedBy", nullValue());
  }

  @Test
  void anEstablishmentIsStuckAtItsCorporation() {
    prefectureForwards();
    hops.forwards(YAWATAHAMA, Instant.parse(TUESDAY), List.of(SHIOSAI), Map.of());

    path(SHIOSAI_DAY, DIVISION)
        .body("missingLinks.organization", contains(SHIOSAI))
        .body("missingLinks[0].line", equalTo("operator"))
        .body("missingLinks[0].since", equalTo(TUESDAY));
  }

  @Test
  void whoLeftItOutAndWhyIsNamed() {
    prefectureForwards();
    hops.forwards(YAWATAHAMA, Instant.parse(TUESDAY), List.of(MINATO), Map.of(SHIOSAI, "休止中"));

    path(SHIOSAI_DAY, YAWATAHAMA)
        .body("missingLinks", hasSize(1))
        .body("missingLinks[0].organization", equalTo(YAWATAHAMA))
        .body("missingLinks[0].why", equalTo("omitted"))
        .body("missingLinks[0].omittedBy", equalTo(YAWATAHAMA))
        .body("missingLinks[0].concerning", equalTo(SHIOSAI))
        .body("missingLinks[0].reason", equalTo("休止中"));
    path(SHIOSAI, YAWATAHAMA)
        .body("lines[0].hops[3].excused.reason", equalTo("omitted"))
        .body("lines[0].hops[3].excused.by", equalTo(YAWATAHAMA))
        .body("missingLinks", empty());
  }

  @Test
  void aFaxOnItsWayIsNotConfirmed() {
    prefectureForwards();
    hops.faxes(YAWATAHAMA, Instant.parse(TUESDAY), SHIOSAI);

    path(SHIOSAI_DAY, YAWATAHAMA)
        .body("missingLinks", hasSize(1))
        .body("missingLinks[0].why", equalTo("not-confirmed"))
        .body("missingLinks[0].organization", equalTo(YAWATAHAMA))
        .body("missingLinks[0].concerning", equalTo(SHIOSAI))
        .body("missingLinks[0].channel", equalTo("fax"));
  }

  @Test
  void whoIsClosedMissesNothing() {
    prefectureForwards();
    hops.excuse(SHIOSAI_DAY, "closed", YAWATAHAMA, Instant.parse(TUESDAY));

    path(SHIOSAI_DAY, YAWATAHAMA)
        .body("lines[0].hops[3].excused.reason", equalTo("closed"))
        .body("missingLinks", empty());
    path(SHIOSAI_HELPER, YAWATAHAMA).body("missingLinks.organization", contains(YAWATAHAMA));
  }

  @Test
  void aCorporationHasOneWayForEveryPlace() {
    prefectureForwards();

    path(MINATO, EHIME)
        .body("lines.line", contains("jurisdiction", "jurisdiction"))
        .body("lines[0].hops.organization", contains(DIVISION, EHIME, YAWATAHAMA, MINATO))
        .body("lines[1].hops.organization", contains(DIVISION, EHIME, IKATA, MINATO))
        .body("missingLinks.organization", contains(YAWATAHAMA, IKATA));
  }

  @Test
  void aCitySeesNothingOfAnotherOnTheWayOfACorporationThatTheyShare() {
    prefectureForwards();
    hops.forwards(IKATA, Instant.parse(TUESDAY), List.of(MINATO), Map.of());
    hops.forwards(MINATO, Instant.parse(WEDNESDAY), List.of(MINATO_IKATA), Map.of());

    path(MINATO, YAWATAHAMA)
        .body("lines", hasSize(1))
        .body("lines[0].hops.organization", contains(DIVISION, EHIME, YAWATAHAMA, MINATO))
        .body("lines[0].hops[3].arrivals", hasSize(1))
        .body("lines[0].hops[3].arrivals[0].from", nullValue())
        .body("lines[0].hops[3].arrivals[0].time", equalTo(TUESDAY));
    path(MINATO, MINATO)
        .body("lines", hasSize(2))
        .body("lines[0].hops[3].arrivals.from", contains(IKATA));
    path(MINATO_PLAN, YAWATAHAMA)
        .body("missingLinks.organization", contains(YAWATAHAMA, MINATO))
        .body("missingLinks.why", contains("not-forwarded", "not-addressed"));
  }

  @Test
  void anAssociationIsStuckAtItsPrefecture() {
    path(EHIME_ASSOCIATION, EHIME)
        .body("lines[0].hops.organization", contains(DIVISION, EHIME, EHIME_ASSOCIATION))
        .body("missingLinks.organization", contains(EHIME));
  }

  @ParameterizedTest
  @CsvSource({
    // It has not come to these, so it does not exist for them.
    SHIOSAI_DAY + "," + SHIOSAI_DAY + ",notice.not-found",
    SHIOSAI_DAY + "," + SHIOSAI + ",notice.not-found",
    SHIOSAI_DAY + "," + OTHER_DIVISION + ",notice.not-found",
    // Next door, another prefecture, above, on the same level.
    SHIOSAI_DAY + "," + OZU + ",delivery.not-found",
    HIJIKAWA_DAY + "," + YAWATAHAMA + ",delivery.not-found",
    SHIOSAI_DAY + "," + KOCHI + ",delivery.not-found",
    SHIOSAI + "," + OZU + ",delivery.not-found",
    EHIME + "," + YAWATAHAMA + ",delivery.not-found",
    OZU + "," + YAWATAHAMA + ",delivery.not-found",
    "kj:3879999999," + DIVISION + ",delivery.not-found"
  })
  void whatIsNotBelowDoesNotExist(String organization, String caller, String code) {
    prefectureForwards();

    path(organization, caller).statusCode(404).body("code", equalTo(code));
    as(caller)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline", notice, organization)
        .then()
        .statusCode(404)
        .body("code", equalTo(code));
  }

  private void prefectureForwards() {
    hops.forwards(
        EHIME,
        Instant.parse(FRIDAY),
        List.of(YAWATAHAMA, OZU, IKATA),
        Map.of(EHIME_ASSOCIATION, "直接送付済み"));
  }

  private ValidatableResponse path(String organization, String caller) {
    return as(caller)
        .get("/v1/notices/{id}/deliveries/{organization}/path", notice, organization)
        .then();
  }
}
