package org.todoke.notice.revision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notice has to do with others is shown with both, as far as a reader may read. */
@QuarkusTest
class RelatedNoticesTest extends VersionCase {

  private static final List<Map<String, Object>> TABLE =
      List.of(
          json("place", "記の2", "old", "速やかに", "new", "7月31日までに"),
          json("place", "附則", "new", "この改正は公布の日から適用する。"));

  @Test
  void amendmentIsShownWithItsTableToWhoeverHasWhatItAmends() {
    UUID amended = issued(asking());
    forwarded(amended, EHIME);

    UUID amendment = issuedLater(narrow("amends", amended));

    notice(OZU, amendment)
        .statusCode(200)
        .body("relations[0].kind", equalTo("amends"))
        .body("relations[0].amendments[0].place", equalTo("記の2"))
        .body("relations[0].amendments[0].old", equalTo("速やかに"))
        .body("relations[0].amendments[0].new", equalTo("7月31日までに"))
        .body("relations[0].amendments[1].old", equalTo(null));
    notice(OZU, amended)
        .body("status", equalTo("issued"))
        .body("related.id", contains(amendment.toString()))
        .body("related.kind", contains("amends"));
    as(OZU).get("/v1/notices/{id}/deliveries", amendment).then().statusCode(404);
  }

  @Test
  void abolishedNoticeShowsWhatAbolishedItAlsoWhenItIsClosed() {
    UUID old = issued(asking());
    close(DIVISION, old).statusCode(200);

    UUID abolition = issuedLater(narrow("abolishes", old));

    notice(EHIME, old)
        .body("status", equalTo("closed"))
        .body("related.kind", contains("abolishes"))
        .body("related.direction", contains("incoming"))
        .body("related.id", contains(abolition.toString()));
    notice(KOCHI, abolition).statusCode(200);
  }

  @Test
  void supplementGoesWithWhatItSupplementsBothWays() {
    Map<String, Object> inner = asking();
    inner.put("audience", json("tiers", List.of("prefecture"), "directTo", List.of("prefecture")));
    UUID main = issued(inner);
    Map<String, Object> paper = about("supplements", main);
    paper.put("audience", audience("municipality"));
    UUID supplement = issuedLater(paper);

    notice(EHIME, supplement).statusCode(200).body("related.id", contains(main.toString()));
    notice(EHIME, main).body("related.id", contains(supplement.toString()));
    notice(OZU, main).statusCode(200).body("related.kind", contains("supplements"));
    notice(SHIOSAI, main).statusCode(404);
    notice(SHIOSAI, supplement).statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amends", "abolishes", "extends-deadline"})
  void whoHasOnlyTheLaterPaperIsNotShownTheEarlierOne(String kind) {
    Map<String, Object> inner = asking();
    inner.put("audience", json("tiers", List.of("prefecture"), "directTo", List.of("prefecture")));
    UUID main = issued(inner);
    Map<String, Object> paper = narrow(kind, main);
    paper.put("audience", audience("municipality"));

    UUID later = issuedLater(paper);

    notice(OZU, later).statusCode(200).body("related", empty());
    notice(OZU, main).statusCode(404);
  }

  @Test
  void draftIsRelatedToNothingThatOthersSee() {
    UUID main = issued(asking());
    UUID draft = draft(about("supplements", main));

    notice(EHIME, main).body("related", empty());
    notice(DIVISION, main).body("related", empty());
    notice(DIVISION, draft).body("related.id", contains(main.toString()));
    notice(EHIME, draft).statusCode(404);
  }

  @Test
  void envelopeIsRelatedToWhatItEnclosesForThoseWhoHaveIt() {
    UUID inner = issued(asking());
    UUID envelope = issuedLater(about("encloses", inner));

    notice(EHIME, inner)
        .body("related.kind", contains("encloses"))
        .body("related.direction", contains("incoming"))
        .body("related.id", contains(envelope.toString()));
  }

  @Test
  void whoHasTheFormerVersionInAnEnvelopeMayReadTheCorrection() {
    Map<String, Object> inner = asking();
    inner.put("audience", json("tiers", List.of("prefecture"), "directTo", List.of("prefecture")));
    UUID former = issued(inner);
    Map<String, Object> envelope = about("encloses", former);
    envelope.put("audience", audience("municipality"));
    issuedLater(envelope);

    UUID later = issuedLater(about("corrects", former));

    notice(OZU, former)
        .statusCode(200)
        .body("status", equalTo("superseded"))
        .body("ended.supersededBy", equalTo(later.toString()));
    notice(OZU, later).statusCode(200);
    notice(SHIOSAI, later).statusCode(404);
  }

  @Test
  void foreignNoticeIsNoTargetAndOneThatCannotBeReadIsUnknown() {
    UUID foreign = issued(asking());
    Map<String, Object> paper = about("supplements", foreign);
    paper.put("issuers", List.of(EHIME));
    post(as(EHIME), "/v1/notices", paper)
        .statusCode(422)
        .body("violations.code", contains("relation.not-own", "audience.tier-not-below"));
    paper.put("issuers", List.of(OZU));
    paper.put(
        "audience", json("tiers", List.of("corporation"), "directTo", List.of("corporation")));
    post(as(OZU), "/v1/notices", paper)
        .statusCode(422)
        .body("violations.code", contains("relation.unknown-notice"));
  }

  /** Sent to the prefectures alone. */
  private Map<String, Object> narrow(String kind, UUID target) {
    Map<String, Object> paper = paper();
    Map<String, Object> relation = json("kind", kind, "noticeId", target.toString());
    if (kind.equals("amends")) {
      relation.put("amendments", TABLE);
    }
    if (kind.equals("extends-deadline")) {
      relation.put("dueOn", "2013-08-09");
    }
    paper.put("relations", List.of(relation));
    paper.put("audience", json("tiers", List.of("prefecture"), "directTo", List.of("prefecture")));
    return paper;
  }
}
