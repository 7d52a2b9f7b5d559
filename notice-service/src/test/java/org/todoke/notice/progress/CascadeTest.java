package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.notice.StatementCounter;
import org.todoke.testing.Eventually;

/** Figures, path and timeline of a notice that goes its way by the real use cases alone. */
@QuarkusTest
class CascadeTest extends NoticeServiceTest {

  private UUID notice;

  @BeforeEach
  void issueToPrefecturesAndMunicipalities() {
    Map<String, Object> paper = paperAsking(publishedChecklist(), "2013-07-25");
    paper.put("audience", audience("prefecture", "municipality"));
    notice = issued(paper);
  }

  @Test
  void everyStepIsInTheFiguresAsSoonAsItIsAnswered() {
    assertFigures();
    forwarded(notice, EHIME);
    assertFigures();
    assertThat(said(EHIME, "association")).containsEntry("reached", "1/1");
    acknowledge(notice, YAWATAHAMA);
    assertThat(said(EHIME, "municipality")).containsEntry("acknowledged", "1/3");

    forward(
            notice,
            YAWATAHAMA,
            json(
                "to",
                json(
                    "organizations",
                    List.of(
                        json("code", SHIOSAI),
                        json("code", MINATO),
                        json("code", USHIO, "channel", "fax"))),
                "omitted",
                List.of(json("code", HAMAKAZE, "reason", "休止中")),
                "coverLetter",
                coverLetter()))
        .statusCode(201);
    assertFigures();
    assertThat(said(YAWATAHAMA, "corporation"))
        .containsEntry("addressed", "4")
        .containsEntry("expected", "3")
        .containsEntry("reached", "2/3");
    assertThat(said(IKATA, "corporation")).containsEntry("reached", "1/1");
    assertThat(said(EHIME, "municipality")).containsEntry("forwarded", "1/3");

    act(YAWATAHAMA, notice, USHIO, "arrivals", json("channel", "fax", "at", "2013-07-11T00:00:00Z"))
        .statusCode(200);
    forwarded(notice, SHIOSAI);
    acknowledge(notice, SHIOSAI_DAY);
    act(MINATO, notice, MINATO, "rejection", json("reason", "対象の事業所を閉鎖したため")).statusCode(200);
    act(YAWATAHAMA, notice, HAMAKAZE_TOOLS, "excuse", json("reason", "closed")).statusCode(200);
    act(YAWATAHAMA, notice, USHIO_HOME, "excuse", json("reason", "not-concerned")).statusCode(200);
    assertFigures();
    assertThat(said("jp", "establishment"))
        .containsEntry("addressed", "9")
        .containsEntry("reached", "3/7")
        .containsEntry("acknowledged", "1/7")
        .containsEntry("answered", "0/7");
  }

  @Test
  void thePathNamesWhoHoldsItAtEveryStep() {
    path(SHIOSAI_DAY).body("missingLinks.organization", contains(YAWATAHAMA));

    forward(
            notice,
            YAWATAHAMA,
            json(
                "to",
                json(
                    "organizations",
                    List.of(json("code", SHIOSAI), json("code", USHIO, "channel", "fax"))),
                "omitted",
                List.of(
                    json("code", HAMAKAZE, "reason", "休止中"),
                    json("code", MINATO, "reason", "本社に確認中")),
                "coverLetter",
                coverLetter()))
        .statusCode(201);
    path(SHIOSAI_DAY)
        .body("missingLinks.line", contains("operator"))
        .body("missingLinks.organization", contains(SHIOSAI));
    path(USHIO_HOME)
        .body("missingLinks.why", contains("not-confirmed"))
        .body("missingLinks.concerning", contains(USHIO));
    path(MINATO_PLAN)
        .body("missingLinks.why", contains("omitted"))
        .body("missingLinks.omittedBy", contains(YAWATAHAMA))
        .body("missingLinks.reason", contains("本社に確認中"));

    forwarded(notice, SHIOSAI);
    path(SHIOSAI_DAY)
        .body("missingLinks", empty())
        .body("lines[0].hops.organization", contains(DIVISION, EHIME, YAWATAHAMA, SHIOSAI_DAY))
        .body("lines[1].hops[1].arrivals.from", contains(SHIOSAI));

    // The second route of the city comes when the prefecture passes it on as well.
    forwarded(notice, EHIME);
    path(YAWATAHAMA).body("lines[0].hops[2].arrivals.from", contains(DIVISION, EHIME));
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline", notice, YAWATAHAMA)
        .then()
        .statusCode(200)
        .body(
            "items.type", contains("delivery.arrived", "forwarding.forwarded", "delivery.arrived"))
        .body("items[2].details.from", equalTo(EHIME));
  }

  @Test
  void readingTakesAsManyStatementsForANationAsForACity() {
    forwarded(notice, EHIME);
    long city = StatementCounter.during(() -> read("/progress/" + YAWATAHAMA));

    assertThat(StatementCounter.during(() -> read("/progress/jp"))).isEqualTo(city);
    assertThat(StatementCounter.during(() -> read("/progress/jp/children"))).isEqualTo(city);
    assertThat(StatementCounter.during(() -> read("/progress/" + EHIME + "/children")))
        .isEqualTo(city);
    long site = StatementCounter.during(() -> read("/deliveries/" + SHIOSAI_DAY + "/path"));
    assertThat(StatementCounter.during(() -> read("/deliveries/" + MINATO + "/path")))
        .isEqualTo(site);
    assertThat(site).isPositive().isLessThanOrEqualTo(city);
  }

  private void read(String what) {
    as(DIVISION).get("/v1/notices/" + notice + what).then().statusCode(200);
  }

  private ValidatableResponse path(String organization) {
    return as(DIVISION)
        .get("/v1/notices/{id}/deliveries/{organization}/path", notice, organization)
        .then()
        .statusCode(200);
  }

  private Map<String, String> said(String node, String tier) {
    return SaidFigures.below(node, notice, DIVISION).get(tier);
  }

  /** Finalisation follows by way of Kafka, so it may come between the recount and the answer. */
  private void assertFigures() {
    Eventually.assertThat(
        () -> {
          Recount recount = Recount.of(notice, LocalDate.of(2013, 7, 11));
          for (String node : List.of("jp", EHIME, YAWATAHAMA, IKATA, OZU, SHIOSAI, MINATO)) {
            assertThat(SaidFigures.below(node, notice, DIVISION))
                .as(node)
                .isEqualTo(recount.below(node));
          }
        });
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }
}
