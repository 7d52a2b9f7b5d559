package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.corporation;
import static org.todoke.notice.NoticeFixture.establishment;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** Random histories of sending back, sending on and being told no, through the API. */
@QuarkusTest
class ReroutedFiguresTest extends NoticeServiceTest {

  private static final LocalDate TODAY = LocalDate.of(2013, 7, 11);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void figuresEqualTheRecountAfterEveryStep(long seed) {
    Random random = new Random(seed);
    UUID notice = issued(paperAsking(publishedChecklist(), "2013-07-25"));
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    for (int i = 0; i < 4; i++) {
      corporation("cn:400000000000" + i, "法人" + i, i % 2 == 0 ? OZU : YAWATAHAMA);
      establishment("kj:387080000" + i, i % 2 == 0 ? OZU : YAWATAHAMA, "cn:400000000000" + i);
    }
    Set<String> did = new TreeSet<>();
    for (int step = 0; step < 40; step++) {
      String what = step(notice, random);
      did.add(what.split(" ")[0] + what.substring(what.lastIndexOf(' ')));
      String moment = "seed %d, step %d, %s".formatted(seed, step, what);
      assertThat(Rows.of("table progress_difference")).as(moment).isEmpty();
      assertSaid(notice, List.of("jp", EHIME, any(random, List.of(OZU, YAWATAHAMA))), moment);
    }
    assertSaid(notice, List.copyOf(Recount.of(notice, TODAY).nodes()), "at the end, seed " + seed);
    assertThat(did).contains("reject 200", "approved 200", "declined 200");
  }

  private static String step(UUID notice, Random random) {
    String reached =
        "select organization as o from delivery where notice_id = ? and tier <> 'prefecture'"
            + " and reached_at is not null and %s order by 1";
    String rejecting = anyRow(random, reached.formatted("rejected_at is null"), notice);
    String rejected = anyRow(random, reached.formatted("rejected_at is not null"), notice);
    return switch (random.nextInt(4)) {
      case 0 -> "acknowledge " + acknowledge(notice, rejecting).extract().statusCode();
      case 1 ->
          "reject %s %d"
              .formatted(
                  rejecting,
                  act(rejecting, notice, rejecting, "rejection", json("reason", "x"))
                      .extract()
                      .statusCode());
      case 2 -> {
        String right = anyRow(random, "select code as o from organization order by 1");
        yield "approved %s for %s %d"
            .formatted(
                right,
                rejected,
                act(
                        DIVISION,
                        notice,
                        rejected,
                        "rerouting",
                        json("decision", "approved", "rightOrganization", right))
                    .extract()
                    .statusCode());
      }
      default ->
          "declined %s %d"
              .formatted(
                  rejected,
                  act(
                          DIVISION,
                          notice,
                          rejected,
                          "rerouting",
                          json("decision", "declined", "reason", "x"))
                      .extract()
                      .statusCode());
    };
  }

  private static String anyRow(Random random, String query, Object... arguments) {
    List<String> found =
        Rows.of(query, arguments).stream().map(row -> (String) row.get("o")).toList();
    return found.isEmpty() ? YAWATAHAMA : any(random, found);
  }

  private static String any(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void assertSaid(UUID notice, List<String> nodes, String moment) {
    Recount recount = Recount.of(notice, TODAY);
    for (String node : nodes) {
      assertThat(SaidFigures.below(node, notice, DIVISION))
          .as("%s, node %s", moment, node)
          .isEqualTo(recount.below(node));
    }
  }
}
