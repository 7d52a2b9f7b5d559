package org.todoke.notice.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A notice for attention is to be known, and nobody owes anything for it. */
@QuarkusTest
class AttentionTest extends ChasingCase {

  @Test
  void nobodyIsChasedForItAndNobodyIsLate() {
    UUID id = issued(forAttention());
    forwarded(id, EHIME);

    chaseOn("2013-07-12", "2013-07-31", "2013-08-30");

    assertThat(chased(id)).isEmpty();
    as(DIVISION)
        .get("/v1/notices/{id}/progress", id)
        .then()
        .statusCode(200)
        .body("tiers.overdue.absent.unique()", contains("notAsked"))
        .body("tiers.find { it.tier == 'municipality' }.reached.absent", nullValue());
    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{o}/deadline", id, EHIME)
        .then()
        .body("expectedBy", nullValue())
        .body("lateByAllowance", nullValue());
  }

  @Test
  void whoWantsToMayStillSayThatItHasIt() {
    UUID id = issued(forAttention());

    acknowledge(id, EHIME).statusCode(200);

    as(EHIME)
        .get("/v1/deliveries")
        .then()
        .body("items[0].notice.purpose", equalTo("for-attention"));
  }

  @Test
  void letterRoundItGivesNobodyADate() {
    UUID id = issued(forAttention());
    Map<String, Object> forwarding = toAll();
    Map<String, Object> letter = new LinkedHashMap<>(coverLetter());
    letter.put("dueOn", "2013-07-31");
    letter.put("allowance", 3);
    forwarding.put("coverLetter", letter);

    forward(id, EHIME, forwarding)
        .statusCode(422)
        .body(
            "violations.pointer",
            containsInAnyOrder("/coverLetter/dueOn", "/coverLetter/allowance"))
        .body("violations.code[0]", equalTo("forwarding.for-attention"));
  }

  private static Map<String, Object> forAttention() {
    Map<String, Object> paper = paper();
    paper.put("purpose", "for-attention");
    return paper;
  }
}
