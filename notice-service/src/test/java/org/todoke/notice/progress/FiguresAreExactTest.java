package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;

/**
 * Counters, the recount in the database, a recount by hand and what the API says are the same at
 * every moment of random histories.
 */
@QuarkusTest
class FiguresAreExactTest extends NoticeServiceTest {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  @Inject FoldProgress folding;

  @ParameterizedTest
  @ValueSource(longs = {334, 20130711, 382043})
  void afterEveryStepOfAHistory(long seed) throws SQLException {
    Random random = new Random(seed);
    List<UUID> notices = new ArrayList<>(threeNotices());
    History history = new History(random, notices);
    LaterPapers papers = new LaterPapers(random, notices);
    try (Connection connection = Rows.database().connectAsApp()) {
      for (int step = 1; step <= 60; step++) {
        connection.setAutoCommit(false);
        String what = history.step(connection);
        if (random.nextInt(5) == 0) {
          connection.rollback();
          what = "rolled back: " + what;
        } else {
          connection.commit();
        }
        connection.setAutoCommit(true);
        if (random.nextInt(6) == 0) {
          what += "; " + papers.step();
        }
        if (random.nextInt(4) == 0) {
          fold(random);
        }
        String moment = "seed %d, step %d, %s".formatted(seed, step, what);
        assertThat(differences()).as(moment).isEmpty();
        moveClock(random);
        assertSaid(notices.get(random.nextInt(notices.size())), anyNodes(random), moment);
      }
    }
    for (UUID notice : notices) {
      assertSaid(notice, new Random(seed), "at the end, seed " + seed);
      assertSaidOfTheFactsToo(notice, seed);
    }
  }

  /** With everything that happened in the past: the clock went to and fro. */
  private void assertSaidOfTheFactsToo(UUID notice, long seed) {
    clock.set(History.anyDay(new Random(seed)).plusDays(60).atStartOfDay(JAPAN).toInstant());
    for (String node : Recount.of(notice, today()).nodes()) {
      assertThat(SaidFigures.below(node, notice, DIVISION, clock.instant()))
          .as("seed %d, node %s by the facts", seed, node)
          .isEqualTo(SaidFigures.below(node, notice, DIVISION));
    }
  }

  @Test
  void whileManyWriteAndOthersFold() throws Exception {
    List<UUID> notices = threeNotices();
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService pool = Executors.newFixedThreadPool(5);
    try {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        Random random = new Random(writer);
        // Each its own notice: what waits for what is another test's business.
        History history = new History(random, List.of(notices.get(writer)));
        writers.add(pool.submit(() -> write(history, 120)));
      }
      Callable<Integer> folder =
          () -> {
            int folded = 0;
            while (writing.get()) {
              folded += folding.foldOnce();
            }
            return folded;
          };
      List<Future<Integer>> folders = List.of(pool.submit(folder), pool.submit(folder));

      int looks = 0;
      while (writers.stream().anyMatch(w -> !w.isDone())) {
        assertThat(differences()).isEmpty();
        looks++;
      }
      writing.set(false);

      assertThat(looks).isPositive();
      for (Future<Integer> writer : writers) {
        assertThat(writer.get(30, TimeUnit.SECONDS)).isEqualTo(120);
      }
      int folded = 0;
      for (Future<Integer> f : folders) {
        folded += f.get(30, TimeUnit.SECONDS);
      }
      assertThat(folded).isPositive();
    } finally {
      writing.set(false);
      pool.shutdownNow();
    }
    assertThat(differences()).isEmpty();
    for (UUID notice : notices) {
      assertSaid(notice, new Random(0), "after the writers");
    }
  }

  @Test
  void foldingEmptiesTheDeltasAndChangesNoFigure() {
    UUID notice = issued(paper());
    var before = SaidFigures.below("jp", notice, DIVISION);

    folding.foldWaiting();

    assertThat(Rows.count("progress_delta", "true")).isZero();
    assertThat(SaidFigures.below("jp", notice, DIVISION)).isEqualTo(before);
  }

  @Test
  void aPlaceThatComesWhileItsCorporationChangesWaitsForTheChange() throws Exception {
    UUID notice = issued(paper());

    bothAtOnce(
        "update delivery set reached_at = now() where organization = '%s'".formatted(SHIOSAI),
        placeOf(notice, SHIOSAI));

    assertThat(SaidFigures.below(OZU, notice, DIVISION).get("corporation"))
        .containsEntry("addressed", "2")
        .containsEntry("reached", "1/2");
    assertThat(differences()).isEmpty();
  }

  @Test
  void aCorporationThatChangesWhileAPlaceComesCountsThereToo() throws Exception {
    UUID notice = issued(paper());

    bothAtOnce(
        placeOf(notice, SHIOSAI),
        "update delivery set reached_at = now() where organization = '%s'".formatted(SHIOSAI));

    assertThat(SaidFigures.below(OZU, notice, DIVISION).get("corporation"))
        .containsEntry("reached", "1/2");
    assertThat(differences()).isEmpty();
  }

  private static String placeOf(UUID notice, String corporation) {
    return "insert into corporation_place values ('%s', '%s', '%s', '%s')"
        .formatted(notice, corporation, OZU, EHIME);
  }

  /** The second has to wait for the first, which commits only then. */
  private static void bothAtOnce(String first, String second) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (Connection one = asSystem();
        Connection other = asSystem()) {
      one.setAutoCommit(false);
      one.createStatement().execute(first);
      Future<Boolean> waiting = pool.submit(() -> other.createStatement().execute(second));
      Eventually.assertThat(
          () ->
              assertThat(
                      Rows.count(
                          "pg_stat_activity", "wait_event_type = 'Lock' and query = ?", second))
                  .isEqualTo(1));
      one.commit();
      waiting.get(30, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Connection asSystem() throws SQLException {
    Connection connection = Rows.database().connectAsApp();
    Rows.of(connection, "select set_config('todoke.org', 'system', false)");
    return connection;
  }

  private static int write(History history, int steps) throws SQLException {
    int done = 0;
    try (Connection connection = Rows.database().connectAsApp()) {
      for (; done < steps; done++) {
        history.step(connection);
      }
    }
    return done;
  }

  private List<UUID> threeNotices() {
    return List.of(
        issued(paperAsking(publishedChecklist(), "2013-07-25")),
        issued(paperAsking(null, "2013-07-19")),
        issued(paper()));
  }

  /** Now and then only a part of what waits. */
  private void fold(Random random) {
    if (random.nextBoolean()) {
      folding.foldOnce();
    } else {
      Rows.of("select progress_fold(?)", 1 + random.nextInt(5));
    }
  }

  private void moveClock(Random random) {
    LocalDate day = History.anyDay(random);
    // The last second of a day in Japan, which is still the afternoon in UTC.
    clock.set(day.plusDays(1).atStartOfDay(JAPAN).toInstant().minus(Duration.ofSeconds(1)));
  }

  private List<String> anyNodes(Random random) {
    List<String> all =
        new ArrayList<>(
            List.of("jp", "lg:380008", "lg:382043", "lg:384429", "lg:392014", "cn:5999901000102"));
    Collections.shuffle(all, random);
    return all.subList(0, 2);
  }

  private void assertSaid(UUID notice, Random random, String moment) {
    moveClock(random);
    assertSaid(notice, List.copyOf(Recount.of(notice, today()).nodes()), moment);
  }

  private void assertSaid(UUID notice, List<String> nodes, String moment) {
    Recount recount = Recount.of(notice, today());
    for (String node : nodes) {
      assertThat(SaidFigures.below(node, notice, DIVISION))
          .as("%s, node %s on %s", moment, node, today())
          .isEqualTo(recount.below(node));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  private static List<?> differences() {
    return Rows.of("table progress_difference");
  }
}
