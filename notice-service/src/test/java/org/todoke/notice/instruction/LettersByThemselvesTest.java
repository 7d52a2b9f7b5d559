package org.todoke.notice.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.instruction;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.laidDown;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Events;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;

/** What the letters of a standing instruction give, and what they are not written for. */
@QuarkusTest
class LettersByThemselvesTest extends InstructionCase {

  @Test
  void letterGivesTheDaysOfTheInstruction() {
    laidDown(EHIME, giving(2));

    UUID id = issued(paperAsking(null, "2013-07-31"));

    Eventually.assertThat(
        () -> delivery(YAWATAHAMA, id, YAWATAHAMA).body("state", equalTo("received")));
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries/{o}/deadline", id, YAWATAHAMA)
        .then()
        .body("allowance.officeDays", equalTo(2))
        .body("allowance.givenBy", equalTo("forwarder"));
    as(EHIME)
        .get("/v1/standing-instructions")
        .then()
        .body("items[0].coverLetter.allowance", equalTo(2));
  }

  @Test
  void roundANoticeForAttentionItGivesNone() {
    laidDown(EHIME, giving(2));
    Map<String, Object> paper = paper();
    paper.put("purpose", "for-attention");

    UUID id = issued(paper);

    Eventually.assertThat(
        () -> delivery(YAWATAHAMA, id, YAWATAHAMA).body("state", equalTo("received")));
    assertThat(Rows.count("arrival", "notice_id = ? and allowance is not null", id)).isZero();
  }

  @Test
  void whatIsConfidentialIsPassedOnByNobodyByItself() {
    laidDown(EHIME, instruction());
    Map<String, Object> paper = paper();
    paper.put("confidentiality", "confidential");
    try (Events events = new Events()) {
      UUID id = issued(paper);

      assertThat(arrivals(events, id)).isNotEmpty();
      assertThat(Rows.count("fact", FORWARDED, id)).isZero();
    }
  }

  @Test
  void dateOfALetterIsCountedFromTheLastOfTheTiersAndNotFromTheForwardersOwn() {
    Map<String, Object> body = instruction();
    Map<String, Object> letter = letterOf(body);
    letter.put("dueDaysBefore", 3);
    body.put("coverLetter", letter);
    laidDown(EHIME, body);
    Map<String, Object> paper = paper();
    paper.put(
        "requestedActions",
        List.of(
            json(
                "text",
                "周知",
                "dueOn",
                "2013-07-31",
                "dueOnByTier",
                json("prefecture", "2013-07-19"))));

    UUID id = issued(paper);

    Eventually.assertThat(
        () ->
            delivery(YAWATAHAMA, id, YAWATAHAMA)
                .body("state", equalTo("received"))
                .body("dueOn", equalTo("2013-07-28")));
  }

  private static Map<String, Object> giving(int allowance) {
    Map<String, Object> body = instruction();
    Map<String, Object> letter = letterOf(body);
    letter.put("allowance", allowance);
    body.put("coverLetter", letter);
    return body;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> letterOf(Map<String, Object> body) {
    return new LinkedHashMap<>((Map<String, Object>) body.get("coverLetter"));
  }
}
