package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.Rows;

/**
 * Random rules over a directory with corners: what is frozen, what the preview counts and what the
 * reasons say are the same, and what the documentation says.
 */
@QuarkusTest
class AudienceIsExactTest extends AudienceCase {

  private static final List<String> TIERS =
      List.of("prefecture", "municipality", "union", "association", "corporation", "establishment");
  private static final List<String> NAMES =
      List.of(
          EHIME,
          KOCHI,
          YAWATAHAMA,
          IKATA,
          OZU,
          UNION,
          EHIME_ASSOCIATION,
          SHIOSAI,
          MINATO,
          HIJIKAWA,
          SHIOSAI_DAY,
          MINATO_IKATA,
          USHIO_HOME,
          "kj:3870498999",
          "cn:4999901000334");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void resolutionPreviewAndReasonsAgreeWithTheDocumentation(long seed) {
    corners();
    Random random = new Random(seed);
    for (int i = 0; i < 2; i++) {
      boolean ministry = random.nextInt(3) > 0;
      agree(ministry ? DIVISION : EHIME, rule(random, ministry));
    }
  }

  /** One without a corporation, one without a city, one that has closed, a second prefecture. */
  private static void corners() {
    NoticeFixture.establishment("kj:3870498999", YAWATAHAMA, null);
    NoticeFixture.organization(
        "kj:3870498888", "establishment", "所在不明", null, EHIME, null, SHIOSAI);
    NoticeFixture.corporation("cn:4999901000334", "事業所なし", YAWATAHAMA);
    NoticeFixture.organization(
        "kj:3970100017", "establishment", "高知", null, KOCHI, NoticeFixture.KOCHI_CITY, MINATO);
    offers("kj:3870498999", "{15}");
    offers("kj:3870498888", "{15,32}");
    offers("kj:3970100017", "{32}");
    NoticeFixture.closed(USHIO_HOME);
  }

  private static Map<String, Object> rule(Random random, boolean ministry) {
    List<String> tiers = some(random, ministry ? TIERS : TIERS.subList(1, 6), 5);
    Map<String, Object> rule = new LinkedHashMap<>(json("tiers", tiers, "directTo", tiers));
    if (random.nextInt(3) == 0) {
      rule.put("within", some(random, List.of(EHIME, YAWATAHAMA, IKATA, OZU), 2));
    }
    if (random.nextInt(2) == 0) {
      rule.put("serviceTypes", some(random, List.of(DAY, HELPER, HOME, PLAN, "17"), 2));
    }
    if (random.nextInt(2) == 0) {
      List<String> foreign =
          ministry
              ? List.of(USHIO_HOME, "cn:4999901000334")
              : List.of(EHIME, KOCHI, USHIO_HOME, "cn:4999901000334");
      List<String> names = NAMES.stream().filter(n -> !foreign.contains(n)).toList();
      rule.put("additions", some(random, names, 3).stream().map(AudienceCase::named).toList());
    }
    if (random.nextInt(2) == 0) {
      rule.put(
          "exceptions",
          some(random, NAMES, 3).stream()
              .map(n -> random.nextBoolean() && canCut(n) ? withThoseBelow(n) : named(n))
              .toList());
    }
    return rule;
  }

  private static boolean canCut(String code) {
    return List.of(EHIME, KOCHI, YAWATAHAMA, IKATA, OZU, SHIOSAI, MINATO, HIJIKAWA).contains(code);
  }

  /** At least one, at most so many. */
  private static List<String> some(Random random, List<String> all, int most) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, 1 + random.nextInt(Math.min(most, all.size()))));
  }

  private static void agree(String lead, Map<String, Object> rule) {
    Set<String> expected = AudienceByHand.of(lead, rule).codes();
    Map<String, Object> paper = ruleFor(rule);
    paper.put("issuers", List.of(lead));
    UUID id = draft(paper);

    List<Integer> counts =
        as(lead)
            .get("/v1/notices/{id}/audience/preview", id)
            .then()
            .statusCode(200)
            .extract()
            .path("tiers.addressed");
    assertThat(counts.stream().mapToInt(Integer::intValue).sum())
        .as("preview of %s", rule)
        .isEqualTo(expected.size());
    assertThat(included(lead, id)).as("reasons of %s", rule).isEqualTo(expected);

    as(lead).post("/v1/notices/{id}/issue", id).then().statusCode(expected.isEmpty() ? 422 : 200);
    assertThat(addressed(id)).as("frozen by %s", rule).isEqualTo(expected);
    assertThat(included(lead, id)).as("reasons when frozen").isEqualTo(expected);
    // Whoever has somebody below it in the audience is asked to pass it on, and nobody else.
    assertThat(organizations(id, "has_children")).isEqualTo(withChildren(id));
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  private static Set<String> included(String lead, UUID notice) {
    return Rows.of("select code from organization").stream()
        .map(row -> (String) row.get("code"))
        .filter(
            code ->
                as(lead)
                    .get("/v1/notices/{id}/audience/organizations/{code}", notice, code)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<Boolean>path("included"))
        .collect(Collectors.toSet());
  }

  private static Set<String> withChildren(UUID notice) {
    return Rows.of(
            """
            select d.organization from delivery d where d.notice_id = ? and (
              exists (select from delivery c where c.notice_id = d.notice_id
                and d.organization in (c.prefecture, c.municipality, c.corporation))
              or exists (select from corporation_place p where p.notice_id = d.notice_id
                and d.organization in (p.prefecture, p.municipality)))
            """,
            notice)
        .stream()
        .map(row -> (String) row.get("organization"))
        .collect(Collectors.toSet());
  }
}
