package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/**
 * Random histories of mails, FAXes and calls; who could not be reached is counted anew each time.
 */
@QuarkusTest
class UnreachableFiguresTest extends NoticeServiceTest {

  /** A node, and who asks for its figures. */
  private static final List<List<String>> SIGHTS =
      List.of(
          List.of("jp", DIVISION),
          List.of(EHIME, DIVISION),
          List.of(EHIME, EHIME),
          List.of(YAWATAHAMA, YAWATAHAMA),
          List.of(OZU, EHIME),
          List.of(MINATO, DIVISION),
          List.of(MINATO, YAWATAHAMA),
          List.of(MINATO, IKATA),
          List.of(SHIOSAI, SHIOSAI));

  private static final List<String> HAND_STATES =
      List.of("sent", "delivered", "permanent-failure", "permanent-failure");

  private UUID notice;
  private long seq = 1;

  @BeforeEach
  void passOn() {
    Rows.change("update organization set channels = '{fax,telephone}' where kind = 'corporation'");
    notice = issued();
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    forwarded(notice, IKATA);
    forwarded(notice, SHIOSAI);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void figuresEqualTheRecountAfterEveryStep(long seed) {
    Random random = new Random(seed);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      String what = step(random);
      clock.advance(Duration.ofMinutes(1));
      UnreachableRecount recount = UnreachableRecount.of(notice);
      for (List<String> sight : SIGHTS) {
        Map<String, Map<String, String>> said =
            SaidFigures.below(sight.get(0), notice, sight.get(1));
        for (Map.Entry<String, Map<String, String>> tier : said.entrySet()) {
          String expected = recount.figure(sight.get(0), sight.get(1), tier.getKey());
          seen.add(expected);
          assertThat(tier.getValue().get("unreachable"))
              .as("seed %d, step %d, %s: %s of %s", seed, i, what, tier.getKey(), sight)
              .isEqualTo(
                  expected.equals("notAsked")
                      ? expected
                      : expected + "/" + tier.getValue().get("expected"));
        }
      }
    }
    assertThat(seen).contains("notAsked", "0", "1", "2");
  }

  @Test
  void aListOfChildrenSaysTheSame() {
    String day = "kj:3870498114";
    told(UUID.randomUUID(), day, "permanent-failure", true);
    told(UUID.randomUUID(), USHIO, "permanent-failure", true);

    assertThat(children("jp").get(EHIME))
        .isEqualTo(Map.of("corporation", "1/5", "establishment", "1/9"));
    assertThat(children(EHIME).get(YAWATAHAMA))
        .isEqualTo(Map.of("corporation", "1/4", "establishment", "1/7"));
    assertThat(children(EHIME).get(OZU))
        .isEqualTo(Map.of("corporation", "0/1", "establishment", "0/1"));
    assertThat(children(YAWATAHAMA).get(SHIOSAI)).isEqualTo(Map.of("establishment", "1/3"));
  }

  private Map<String, Map<String, String>> children(String node) {
    var said = new TreeMap<String, Map<String, String>>();
    SaidFigures.parse(
            as(DIVISION)
                .get("/v1/notices/{id}/progress/{node}/children", notice, node)
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .get("items")
        .forEach(
            child -> {
              var tiers = new TreeMap<String, String>();
              SaidFigures.read(child.get("tiers"))
                  .forEach((tier, figures) -> tiers.put(tier, figures.get("unreachable")));
              tiers.values().removeIf("notAsked"::equals);
              said.put(child.at("/node/code").asText(), tiers);
            });
    return said;
  }

  private String step(Random random) {
    String organization =
        any(
            random,
            Rows.of(
                    """
                    select organization from delivery
                    where notice_id = ? and tier in ('corporation', 'establishment') order by 1
                    """,
                    notice)
                .stream()
                .map(row -> (String) row.get("organization"))
                .toList());
    int what = random.nextInt(20);
    if (what < 10) {
      boolean last = random.nextInt(4) > 0;
      String state = what < 1 ? "created" : what < 2 ? "sent" : "permanent-failure";
      told(anAttempt(organization, random), organization, state, last);
      return state + " " + last + " " + organization;
    }
    if (what < 18) {
      String channel = any(random, List.of("fax", "telephone"));
      String state = any(random, HAND_STATES);
      var body = json("channel", channel, "state", state, "at", clock.instant().toString());
      if (state.equals("permanent-failure")) {
        body.put("reason", "no-answer");
      }
      return channel
          + " "
          + state
          + " "
          + organization
          + " "
          + act(YAWATAHAMA, notice, organization, "attempts", body).extract().statusCode();
    }
    if (what < 19) {
      return "acknowledge "
          + organization
          + " "
          + acknowledge(notice, organization).extract().statusCode();
    }
    return "excuse "
        + organization
        + " "
        + act(EHIME, notice, organization, "excuse", json("reason", "closed"))
            .extract()
            .statusCode();
  }

  /** One that is under way, or a new one. */
  private UUID anAttempt(String organization, Random random) {
    List<UUID> known =
        Rows.of(
                """
                select attempt_id from delivery_attempt
                where notice_id = ? and organization = ? and channel = 'email'
                  and state <> 'permanent-failure' order by 1
                """,
                notice,
                organization)
            .stream()
            .map(row -> (UUID) row.get("attempt_id"))
            .toList();
    return known.isEmpty() || random.nextInt(4) == 0 ? UUID.randomUUID() : any(random, known);
  }

  /** As the consumer would write it. */
  private void told(UUID attempt, String organization, String state, boolean last) {
    String tier = organization.startsWith("kj") ? "establishment" : "corporation";
    boolean failed = state.equals("permanent-failure");
    Rows.change("insert into attempted_tier values (?, ?) on conflict do nothing", notice, tier);
    Rows.change(
        """
        insert into delivery_attempt_fact values (?, ?, ?, 0, ?, ?, 'email', ?, ?, ?, ?,
          cast(? as timestamptz), cast(? as timestamptz), 'system')
        """,
        notice,
        organization,
        attempt,
        seq++,
        tier,
        YAWATAHAMA,
        state,
        failed ? "rejected" : null,
        failed && last,
        clock.instant().toString(),
        clock.instant().toString());
  }

  private static <T> T any(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
