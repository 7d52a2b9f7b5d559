package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.post;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/**
 * A union is addressed as a leaf of its prefecture, beside the municipalities that it insures for.
 */
@QuarkusTest
class UnionAudienceTest extends NoticeServiceTest {

  private static final String UNION = "lg:388017";

  @BeforeEach
  void enterAUnion() {
    NoticeFixture.organization(UNION, "union", "架空広域連合", EHIME, EHIME, null, null);
  }

  @Test
  void insurersAreAddressedBesideTheGovernments() {
    UUID id = issued(to("prefecture", "municipality", "union"));

    as(DIVISION)
        .get("/v1/notices/{id}", id)
        .then()
        .body("addressed.union", equalTo(1))
        .body("addressed.municipality", equalTo(4));
    assertThat(
            Rows.of(
                "select tier, prefecture, municipality, has_children from delivery"
                    + " where notice_id = ? and organization = ?",
                id,
                UNION))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("tier", "union")
                    .containsEntry("prefecture", EHIME)
                    .containsEntry("municipality", null)
                    .containsEntry("has_children", false));
  }

  @Test
  void prefectureAccountsForItsUnion() {
    UUID id = issued(to("prefecture", "union"));
    assertThat(
            Rows.count(
                "delivery", "notice_id = ? and organization = ? and has_children", id, EHIME))
        .isEqualTo(1);

    forward(id, EHIME, toAll()).statusCode(201).body("children.items.code", contains(UNION));

    as(UNION, "forwarder").get("/v1/notices/{id}", id).then().statusCode(200);
    as(UNION, "forwarder")
        .get("/v1/notices/{id}/deliveries", id)
        .then()
        .body("items.organization", contains(UNION));
  }

  @Test
  void figuresCountItInItsPrefectureOnly() {
    UUID id = issued(to("prefecture", "municipality", "union"));
    forwarded(id, EHIME);

    figures(id, EHIME)
        .body("tiers.tier", contains("municipality", "union"))
        .body("tiers[1].addressed", equalTo(1))
        .body("tiers[1].reached.numerator", equalTo(1))
        .body("tiers[1].forwarded.absent", equalTo("notApplicable"));
    figures(id, KOCHI).body("tiers.tier", not(hasItem("union")));
    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .body("tiers.tier", contains("prefecture", "municipality", "union"))
        .body("tiers.addressed", contains(2, 4, 1));
  }

  @Test
  void audienceWithoutUnionsHasNone() {
    UUID id = issued();

    assertThat(Rows.count("delivery", "notice_id = ? and organization = ?", id, UNION)).isZero();
    assertThat(Rows.count("delivery", "notice_id = ?", id)).isEqualTo(22);
  }

  @Test
  void limitToAMunicipalityLeavesTheUnionOut() {
    Map<String, Object> paper = to("municipality", "union");
    @SuppressWarnings("unchecked")
    Map<String, Object> audience = (Map<String, Object>) paper.get("audience");
    audience.put("within", List.of(IKATA));
    assertThat(Rows.count("delivery", "notice_id = ? and tier = 'union'", issued(paper))).isZero();

    audience.put("within", List.of(EHIME));
    assertThat(Rows.count("delivery", "notice_id = ? and tier = 'union'", issued(paper)))
        .isEqualTo(1);
  }

  @Test
  void municipalityHasNoUnionBelowItAndAUnionIssuesNothing() {
    Map<String, Object> paper = to("corporation", "union");
    paper.put("issuers", List.of(YAWATAHAMA));
    post(as(YAWATAHAMA), "/v1/notices", paper)
        .statusCode(422)
        .body("violations.code", hasItem("audience.tier-not-below"));

    Map<String, Object> own = to("municipality");
    own.put("issuers", List.of(UNION));
    post(as(UNION), "/v1/notices", own).statusCode(403);
  }

  private static ValidatableResponse figures(UUID id, String prefecture) {
    return as(prefecture).get("/v1/notices/{id}/progress", id).then();
  }

  /** To these kinds and directly to the first. */
  private static Map<String, Object> to(String... tiers) {
    Map<String, Object> paper = paper();
    paper.put("audience", json("tiers", List.of(tiers), "directTo", List.of(tiers[0])));
    return paper;
  }
}
