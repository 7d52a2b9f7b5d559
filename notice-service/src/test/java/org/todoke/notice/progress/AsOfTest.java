package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.post;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.testing.Eventually;

/** What was known at an earlier moment is what was said then. */
@QuarkusTest
class AsOfTest extends NoticeServiceTest {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final List<String> NODES = List.of("jp", EHIME, YAWATAHAMA, KOCHI, MINATO);

  @Inject FollowAnswers answers;

  /** What was counted by hand at a moment. */
  private record Counted(
      UUID notice, Instant at, String node, Map<String, Map<String, String>> figures) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4})
  void figuresOfEveryMomentOfAHistoryEqualTheRecountOfThatMoment(long seed) {
    Random random = new Random(seed);
    List<UUID> notices =
        new ArrayList<>(
            List.of(
                issued(paperAsking(publishedChecklist(), "2013-07-15")),
                issued(paperAsking(null, "2013-07-13"))));
    Doings doings = new Doings(random, answers);
    LaterPapers papers = new LaterPapers(random, notices);
    List<Counted> counted = new ArrayList<>();
    Set<String> did = new TreeSet<>();
    for (int step = 0; step < 60; step++) {
      clock.advance(Duration.ofHours(3));
      did.add(doings.step(notices.get(random.nextInt(notices.size())), clock.instant()));
      // Most of what a later paper ends is over then, and refuses the rest.
      if (step > 30 && random.nextInt(6) == 0) {
        did.add(papers.step().split(" ")[0]);
      }
      String node = NODES.get(random.nextInt(NODES.size()));
      UUID notice = notices.get(random.nextInt(notices.size()));
      counted.add(new Counted(notice, clock.instant(), node, recount(notice, node)));
    }

    for (Counted then : counted) {
      assertThat(known(asOf(then.notice(), then.node(), then.at())))
          .as("seed %d, %s at %s of %s", seed, then.node(), then.at(), then.notice())
          .isEqualTo(then.figures());
    }
    for (UUID notice : notices) {
      for (String node : Recount.of(notice, today()).nodes()) {
        assertThat(known(asOf(notice, node, clock.instant())))
            .as("seed %d, %s now", seed, node)
            .isEqualTo(known(SaidFigures.below(node, notice, DIVISION)))
            .isEqualTo(recount(notice, node));
        // Forwardings may still be found to be finished in between.
        Eventually.assertThat(
            () ->
                assertThat(children(notice, node, "?asOf=" + clock.instant()))
                    .as("seed %d, below %s now", seed, node)
                    .isEqualTo(children(notice, node, "")));
      }
    }
    assertThat(did).contains("forward 201", "acknowledge 200", "answer 200", "fax 200");
  }

  @Test
  void childrenAreShownAsTheyWere() {
    UUID notice = issued(paper());
    Instant before = clock.instant();
    clock.advance(Duration.ofHours(1));
    forwarded(notice, EHIME);

    children(EHIME, notice, before)
        .body("items.findAll { it.own.reachedAt != null }.size()", equalTo(0))
        .body("items[0].tiers.tier", equalTo(List.of("corporation", "establishment")));
    as(DIVISION)
        .get("/v1/notices/{id}/progress/jp/children?asOf={at}", notice, before.toString())
        .then()
        .statusCode(200)
        .body("items.node.code", hasItem(EHIME))
        .body("items.findAll { it.own.forwardedAt != null }.size()", equalTo(0));
    children(EHIME, notice, clock.instant()).body("items.own.reachedAt.size()", equalTo(3));
  }

  @Test
  void forwardingIsFinishedFromTheMomentOnAtWhichThatWasFound() {
    UUID notice = issued(paper());
    Instant before = clock.instant();
    clock.advance(Duration.ofHours(1));
    forwarded(notice, EHIME);
    Eventually.assertThat(
        () ->
            assertThat(SaidFigures.below("jp", notice, DIVISION).get("prefecture"))
                .containsEntry("finalized", "1/2"));

    assertThat(asOf(notice, "jp", before).get("prefecture")).containsEntry("finalized", "0/2");
    assertThat(asOf(notice, "jp", clock.instant()).get("prefecture"))
        .containsEntry("finalized", "1/2");
  }

  @Test
  void noticeThatWasCancelledLaterWasWaitedFor() {
    UUID notice = issued(paperAsking(null, "2013-07-12"));
    clock.advance(Duration.ofDays(5));
    Instant before = clock.instant();
    clock.advance(Duration.ofDays(1));
    post(as(DIVISION), "/v1/notices/{id}/cancellation", json("reason", "x"), notice)
        .statusCode(200);

    assertThat(asOf(notice, "jp", before).get("prefecture")).containsEntry("overdue", "2/2");
    assertThat(asOf(notice, "jp", clock.instant()).get("prefecture"))
        .containsEntry("overdue", "over");
  }

  @Test
  void momentThatHasNotComeIsRefused() {
    UUID notice = issued(paper());

    for (String path : List.of("progress", "progress/jp", "progress/jp/children", "pace")) {
      as(DIVISION)
          .get("/v1/notices/{id}/" + path + "?asOf=2013-07-11T00:00:01Z", notice)
          .then()
          .statusCode(400)
          .body("violations[0].code", equalTo("date.in-future"))
          .body("violations[0].pointer", equalTo("query:asOf"));
    }
  }

  @Test
  void beforeItWasOutThereAreNoFigures() {
    UUID notice = issued(paper());

    as(DIVISION)
        .get("/v1/notices/{id}/progress?asOf=2013-07-10T23:59:59Z", notice)
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("progress.before-issue"));
  }

  @Test
  void pastIsShownToNobodyElse() {
    UUID notice = issued(paper());
    forwarded(notice, EHIME);

    as(YAWATAHAMA)
        .get(
            "/v1/notices/{id}/progress/{node}?asOf={at}", notice, EHIME, clock.instant().toString())
        .then()
        .statusCode(404);
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/progress?asOf={at}", notice, clock.instant().toString())
        .then()
        .statusCode(200)
        .body("node.code", equalTo(YAWATAHAMA));
  }

  private static ValidatableResponse children(String node, UUID notice, Instant at) {
    return as(DIVISION)
        .get("/v1/notices/{id}/progress/{node}/children?asOf={at}", notice, node, at.toString())
        .then()
        .statusCode(200);
  }

  /** Without the moment, which is the only thing that may differ. */
  private static String children(UUID notice, String node, String query) {
    return as(DIVISION)
        .get("/v1/notices/{id}/progress/{node}/children" + query, notice, node)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replaceAll("\"asOf\":\"[^\"]*\"", "");
  }

  private Map<String, Map<String, String>> recount(UUID notice, String node) {
    return known(Recount.of(notice, today()).below(node));
  }

  private static Map<String, Map<String, String>> asOf(UUID notice, String node, Instant at) {
    return SaidFigures.below(node, notice, DIVISION, at);
  }

  /** Finishing is found by a consumer in its own time, so a test of its own looks at it. */
  private static Map<String, Map<String, String>> known(Map<String, Map<String, String>> figures) {
    Map<String, Map<String, String>> known = new TreeMap<>();
    figures.forEach(
        (tier, of) -> {
          Map<String, String> without = new TreeMap<>(of);
          without.remove("finalized");
          known.put(tier, without);
        });
    return known;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }
}
