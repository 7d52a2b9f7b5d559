package org.todoke.notice.authoring;

import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.HIJIKAWA_DAY;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HELPER;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HOME;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** Organisations with services, departments and a union, and rules that name them. */
abstract class AudienceCase extends NoticeServiceTest {

  /** Insures for Ikata and Ozu. */
  static final String UNION = "lg:388017";

  /** 通所介護, 訪問介護, 認知症グループホーム, 居宅介護支援. */
  static final String DAY = "15";

  static final String HELPER = "11";
  static final String HOME = "32";
  static final String PLAN = "43";

  @BeforeEach
  void knowServicesAndDepartments() {
    NoticeFixture.organization(UNION, "union", "架空広域連合", EHIME, EHIME, null, null);
    Rows.change(
        "update organization set members = cast(? as text[]) where code = ?",
        "{%s,%s}".formatted(IKATA, OZU),
        UNION);
    offers(SHIOSAI_DAY, "{15,43}");
    offers(SHIOSAI_HELPER, "{11}");
    offers(SHIOSAI_HOME, "{32}");
    offers(MINATO_PLAN, "{43}");
    offers(MINATO_HOME, "{32}");
    offers(MINATO_IKATA, "{11,32}");
    offers(HAMAKAZE_TOOLS, "{17}");
    offers(USHIO_HOME, "{52}");
    offers(HIJIKAWA_DAY, "{15}");
    has(YAWATAHAMA, "care-insurance", "介護保険課");
    has(EHIME, "care-insurance", "長寿介護課");
    has(EHIME, "health", "健康増進課");
  }

  static void offers(String establishment, String services) {
    Rows.change(
        "update organization set services = cast(? as text[]) where code = ?",
        services,
        establishment);
  }

  static void has(String government, String duty, String department) {
    Rows.change(
        """
        update organization set departments =
          departments || jsonb_build_array(jsonb_build_object('duty', ?, 'name', ?))
        where code = ?
        """,
        duty,
        department,
        government);
  }

  /** Of the division, for all tiers and sent to the prefectures; the parts in pairs. */
  static Map<String, Object> rule(Object... parts) {
    return ruleFor(NoticeFixture.audience("prefecture"), parts);
  }

  static Map<String, Object> ruleFor(Map<String, Object> audience, Object... parts) {
    Map<String, Object> rule = new LinkedHashMap<>(audience);
    rule.putAll(json(parts));
    Map<String, Object> paper = paper();
    paper.put("audience", rule);
    return paper;
  }

  static Map<String, Object> named(String organization) {
    return json("organization", organization, "reason", "個別の事情");
  }

  static Map<String, Object> withThoseBelow(String organization) {
    return json("organization", organization, "reason", "県独自の通知による", "withThoseBelow", true);
  }

  static Set<String> addressed(UUID notice) {
    return organizations(notice, "true");
  }

  static Set<String> organizations(UUID notice, String where) {
    return Rows.of("select organization from delivery where notice_id = ? and " + where, notice)
        .stream()
        .map(row -> (String) row.get("organization"))
        .collect(Collectors.toSet());
  }

  static ValidatableResponse preview(UUID notice) {
    return as(DIVISION).get("/v1/notices/{id}/audience/preview", notice).then().statusCode(200);
  }

  static ValidatableResponse why(UUID notice, String organization) {
    return as(DIVISION)
        .get("/v1/notices/{id}/audience/organizations/{code}", notice, organization)
        .then();
  }

  static List<String> reasons(UUID notice, String organization) {
    return why(notice, organization).statusCode(200).extract().path("reasons.code");
  }
}
