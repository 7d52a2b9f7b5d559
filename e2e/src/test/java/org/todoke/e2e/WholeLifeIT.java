package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.stack.scenario.Cast.EHIME;
import static org.todoke.stack.scenario.Cast.ELDERLY_DIVISION;
import static org.todoke.stack.scenario.Cast.HAMAKAZE;
import static org.todoke.stack.scenario.Cast.HIJIKAWA;
import static org.todoke.stack.scenario.Cast.IKATA;
import static org.todoke.stack.scenario.Cast.MINATO;
import static org.todoke.stack.scenario.Cast.MINATO_IKATA;
import static org.todoke.stack.scenario.Cast.MINATO_PLAN;
import static org.todoke.stack.scenario.Cast.OZU;
import static org.todoke.stack.scenario.Cast.SHIOSAI;
import static org.todoke.stack.scenario.Cast.USHIO;
import static org.todoke.stack.scenario.Cast.USHIO_HOME;
import static org.todoke.stack.scenario.Cast.YAWATAHAMA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.todoke.stack.scenario.Cast;

/**
 * All that can happen to one notice, in the order in which it may: two arrivals, an omission, a
 * wrong addressee, an answer by FAX, a corporation in three municipalities, a correction, an
 * extension, those who stay late, a cancellation. Comes last: it moves the suite's time.
 */
class WholeLifeIT {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final LocalDate TODAY = LocalDate.now(JAPAN);
  private static final String DUE = TODAY.plusDays(30).toString();
  private static final String PUT_OFF = TODAY.plusDays(40).toString();

  /**
   * So many that the day on which they end, an office day, lies after the second escalation, and so
   * few that the first has not been let go by then.
   */
  private static final int LONG_ALLOWANCE = 42;

  private static final String OMITTED = "lg:382019";

  /** A city that never passes anything on. */
  private static final String LATE = "lg:382035";

  private static final String MINATO_OZU = "kj:3870798999";

  private final NoticeLife life = new NoticeLife(Suite.shared());

  @Test
  void noticeIsCorrectedPutOffChasedAndCancelledAndEveryHopStaysToBeSeen() {
    corporationOpensInAThirdMunicipality();
    String first = life.issue(paper("whole-life", DUE));
    passedOn(first);
    LocalDate officeDay = endOfTheLongAllowance(first);
    corporationOfThreeMunicipalitiesIsOneDeliveryWithThreeArrivals(first);
    wrongAddresseeIsReplaced(first);
    answersComeInAndByFax(first);

    String corrected = correction(first);
    extension(corrected);
    Suite.shared().moveAhead(until(officeDay));
    theLateAreToldOfToThePrefectureAndToTheMinistry(corrected);
    cancellation(corrected);
  }

  private void corporationOpensInAThirdMunicipality() {
    ObjectNode opened =
        life.object()
            .put("code", MINATO_OZU)
            .put("kind", "establishment")
            .put("name", "ヘルパーステーション架空みなと大洲")
            .put("nameKana", "ヘルパーステーションカクウミナトオオズ")
            .put("municipality", OZU.code())
            .put("corporation", MINATO.code());
    opened.putArray("serviceTypes").add("11");
    life.as(Cast.REGISTRAR).post("/v1/organizations", opened).expect(201);
  }

  private ObjectNode paper(String title, String dueOn) {
    ObjectNode paper = life.paper(title);
    ObjectNode audience = paper.putObject("audience");
    Stream.of("prefecture", "municipality", "corporation", "establishment")
        .forEach(audience.withArray("tiers")::add);
    audience.putArray("directTo").add("prefecture");
    audience.putArray("within").add(EHIME.code());
    paper
        .putArray("requestedActions")
        .addObject()
        .put("text", "共有サービスの設定を点検し、回答すること。")
        .put("dueOn", dueOn)
        .put("checklistId", life.checklist());
    return paper;
  }

  private void passedOn(String notice) {
    ObjectNode byPrefecture = life.toAll(null);
    byPrefecture.putArray("omitted").addObject().put("code", OMITTED).put("reason", "対象の事業所なし");
    life.forward(notice, EHIME, byPrefecture);
    ObjectNode byCity = life.toAll(null);
    Stream.of(USHIO, USHIO_HOME)
        .forEach(
            each ->
                ((ObjectNode) byCity.path("to"))
                    .withArray("organizations")
                    .addObject()
                    .put("code", each.code())
                    .put("channel", "fax"));
    life.forward(notice, YAWATAHAMA, byCity);
    life.forward(notice, OZU, life.toAll(null));
    life.forward(notice, IKATA, life.toAll(null));
    life.forward(notice, MINATO, life.toAll(LONG_ALLOWANCE));

    JsonNode omitted = life.delivery(ELDERLY_DIVISION, notice, OMITTED);
    assertThat(omitted.at("/excused/reason").asText()).isEqualTo("omitted");
    assertThat(life.figure(ELDERLY_DIVISION, notice, EHIME.code(), "municipality", "reached"))
        .isEqualTo(19);
  }

  private void corporationOfThreeMunicipalitiesIsOneDeliveryWithThreeArrivals(String notice) {
    JsonNode own = life.delivery(MINATO, notice, MINATO.code());
    assertThat(texts(own.path("arrivals"), "from"))
        .containsExactlyInAnyOrder(YAWATAHAMA.code(), OZU.code(), IKATA.code());
    assertThat(own.path("forwardedAt").isMissingNode()).isFalse();
    for (Cast city : List.of(YAWATAHAMA, OZU, IKATA)) {
      assertThat(life.codesBelow(city, notice, "corporation"))
          .as("corporations of %s", city)
          .containsOnlyOnce(MINATO.code());
    }
    assertThat(life.codesBelow(EHIME, notice, "corporation")).containsOnlyOnce(MINATO.code());
    assertThat(life.delivery(OZU, notice, MINATO_OZU).path("state").asText()).isEqualTo("received");
  }

  private void wrongAddresseeIsReplaced(String notice) {
    life.act(
        HAMAKAZE,
        notice,
        HAMAKAZE,
        "rejection",
        life.object().put("reason", "福祉用具のみ").put("rightOrganization", HIJIKAWA.code()));
    life.act(YAWATAHAMA, notice, HAMAKAZE, "rerouting", life.object().put("decision", "approved"));
    assertThat(life.delivery(YAWATAHAMA, notice, HAMAKAZE.code()).at("/excused/reason").asText())
        .isEqualTo("wrong-addressee");
    assertThat(texts(life.delivery(HIJIKAWA, notice, HIJIKAWA.code()).path("arrivals"), "from"))
        .containsExactlyInAnyOrder(OZU.code(), YAWATAHAMA.code());
  }

  private void answersComeInAndByFax(String notice) {
    Instant sent = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (Cast each : List.of(USHIO, USHIO_HOME)) {
      life.act(
          YAWATAHAMA,
          notice,
          each,
          "arrivals",
          life.object().put("channel", "fax").put("at", sent.toString()));
    }
    life.answer(MINATO_PLAN, notice, MINATO_PLAN, null);
    life.answer(MINATO_IKATA, notice, MINATO_IKATA, null);
    life.answer(YAWATAHAMA, notice, USHIO_HOME, sent);
    life.await(
        "three answers",
        () ->
            life.figure(ELDERLY_DIVISION, notice, EHIME.code(), "establishment", "answered") == 3);
    JsonNode fax = life.delivery(YAWATAHAMA, notice, USHIO_HOME.code());
    assertThat(fax.at("/arrivals/0/channel").asText()).isEqualTo("fax");
    assertThat(Instant.parse(fax.at("/arrivals/0/time").asText())).isEqualTo(sent);
    assertThat(Instant.parse(fax.at("/arrivals/0/recordedTime").asText())).isAfter(sent);
  }

  private String correction(String former) {
    ObjectNode paper = paper("whole-life-corrected", DUE);
    paper.remove("audience");
    paper.putArray("relations").addObject().put("kind", "corrects").put("noticeId", former);
    String later = life.issue(paper);

    assertThat(life.notice(ELDERLY_DIVISION, former).path("status").asText())
        .isEqualTo("superseded");
    assertThat(life.notice(MINATO_PLAN, former).at("/ended/supersededBy").asText())
        .isEqualTo(later);
    life.await(
        "finished work stays finished",
        () -> life.figure(ELDERLY_DIVISION, later, EHIME.code(), "establishment", "answered") == 3);
    assertThat(life.delivery(MINATO, later, MINATO.code()).path("forwardedAt").isMissingNode())
        .as("what was passed on stays passed on")
        .isFalse();
    assertThat(life.delivery(YAWATAHAMA, later, HAMAKAZE.code()).at("/excused/reason").asText())
        .isEqualTo("wrong-addressee");
    return later;
  }

  private void extension(String notice) {
    ObjectNode paper = life.paper("whole-life-put-off");
    ObjectNode audience = paper.putObject("audience");
    audience.putArray("tiers").add("prefecture");
    audience.putArray("directTo").add("prefecture");
    audience.putArray("within").add(EHIME.code());
    paper
        .putArray("relations")
        .addObject()
        .put("kind", "extends-deadline")
        .put("noticeId", notice)
        .put("dueOn", PUT_OFF);
    life.issue(paper);

    assertThat(life.delivery(SHIOSAI, notice, SHIOSAI.code()).path("dueOn").asText())
        .isEqualTo(PUT_OFF);
    assertThat(life.facts(SHIOSAI, notice, SHIOSAI.code())).contains("delivery.due-changed");
  }

  /** A day that the suite itself takes for an office day. */
  private LocalDate endOfTheLongAllowance(String notice) {
    return LocalDate.parse(
        life.as(MINATO)
            .get("/v1/notices/{}/deliveries/{}/deadline", notice, MINATO_OZU)
            .expect(200)
            .text("/allowance/until"));
  }

  private static Duration until(LocalDate day) {
    return Duration.between(Instant.now(), day.atTime(LocalTime.NOON).atZone(JAPAN).toInstant());
  }

  private void theLateAreToldOfToThePrefectureAndToTheMinistry(String notice) {
    life.await("the ministry is told", () -> life.isEscalated(ELDERLY_DIVISION, notice, LATE, 2));
    assertThat(life.isEscalated(EHIME, notice, LATE, 1)).as("so was the prefecture").isTrue();
    assertThat(life.isEscalated(EHIME, notice, OZU.code(), 1)).as("who did it").isFalse();
    assertThat(life.isEscalated(OZU, notice, LATE, 1)).as("the city next door").isFalse();
    assertThat(life.facts(EHIME, notice, LATE)).contains("delivery.reminded", "delivery.escalated");
    assertThat(life.figure(EHIME, notice, EHIME.code(), "municipality", "overdue")).isPositive();
  }

  private void cancellation(String notice) {
    life.as(ELDERLY_DIVISION)
        .post("/v1/notices/" + notice + "/cancellation", life.object().put("reason", "別の通知に統合したため"))
        .expect(200);
    assertThat(life.notice(SHIOSAI, notice).at("/ended/reason").asText()).isEqualTo("別の通知に統合したため");
    assertThat(life.delivery(SHIOSAI, notice, SHIOSAI.code()).path("permittedActions")).isEmpty();
    life.await("no assignment stays open", () -> life.openAssignments(YAWATAHAMA, notice) == 0);
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }
}
