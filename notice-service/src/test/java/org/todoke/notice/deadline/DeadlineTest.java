package org.todoke.notice.deadline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;

/** The two clocks. Monday, 15 July 2013, was a holiday. */
@QuarkusTest
class DeadlineTest extends NoticeServiceTest {

  @Test
  void tierHasItsDaysFromItsOwnReceiptWhateverTheDateAndIsNotBlamedForDelayAbove() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    deadline(EHIME, id, EHIME)
        .body("duty", equalTo("forward"))
        .body("receivedOn", equalTo("2013-07-11"))
        .body("dueOn", equalTo("2013-07-31"))
        .body("allowance.officeDays", equalTo(3))
        .body("allowance.givenBy", equalTo("default"))
        .body("allowance.until", equalTo("2013-07-17"))
        .body("expectedBy", equalTo("2013-07-17"))
        .body("clock", equalTo("allowance"))
        .body("lateByDate", nullValue())
        .body("lateByAllowance", nullValue());

    // Monday after the date.
    at("2013-08-05");
    deadline(DIVISION, id, EHIME)
        .body("lateByDate.officeDays", equalTo(3))
        .body("lateByAllowance.since", equalTo("2013-07-17"))
        .body("lateByAllowance.officeDays", equalTo(13));
    forwarded(id, EHIME);
    deadline(YAWATAHAMA, id, YAWATAHAMA)
        .body("lateByDate.since", equalTo("2013-07-31"))
        .body("lateByDate.officeDays", equalTo(3))
        .body("lateByAllowance", nullValue())
        .body("allowance.until", equalTo("2013-08-12"))
        .body("expectedBy", equalTo("2013-08-12"));
    at("2013-08-14");
    deadline(EHIME, id, YAWATAHAMA).body("lateByAllowance.officeDays", equalTo(2));
  }

  @Test
  void latenessEndsWithTheFactThatWasAskedForAndAnExcuseTakesItAway() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    at("2013-07-19");
    forwarded(id, EHIME);
    at("2013-09-02");

    deadline(EHIME, id, EHIME)
        .body("doneOn", equalTo("2013-07-19"))
        .body("lateByDate", nullValue())
        .body("lateByAllowance.officeDays", equalTo(2));
    act(EHIME, id, OZU, "excuse", json("reason", "not-concerned")).statusCode(200);
    deadline(EHIME, id, OZU)
        .body("excused", equalTo(true))
        .body("lateByDate", nullValue())
        .body("lateByAllowance", nullValue());
  }

  @Test
  void issuerGivesDaysByTierAndAForwarderFewerButNeverMore() {
    Map<String, Object> paper = asking(json("text", "周知", "allowances", json("municipality", 4)));
    UUID id = issued(paper);
    forward(id, EHIME, under(2)).statusCode(201);
    forward(id, YAWATAHAMA, under(7)).statusCode(201);

    deadline(YAWATAHAMA, id, YAWATAHAMA)
        .body("allowance.officeDays", equalTo(2))
        .body("allowance.givenBy", equalTo("forwarder"))
        .body("allowance.until", equalTo("2013-07-16"))
        .body("dueOn", nullValue());
    // Nothing was said about corporations, so the letter holds against the default.
    deadline(SHIOSAI, id, SHIOSAI)
        .body("allowance.officeDays", equalTo(7))
        .body("allowance.givenBy", equalTo("forwarder"));

    UUID other = issued(paper);
    forward(other, EHIME, under(20)).statusCode(201);
    deadline(YAWATAHAMA, other, YAWATAHAMA)
        .body("allowance.officeDays", equalTo(4))
        .body("allowance.givenBy", equalTo("issuer"));
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries/{organization}", other, YAWATAHAMA)
        .then()
        .body("arrivals[0].coverLetters[0].allowance", equalTo(20));
  }

  @Test
  void whoAnswersHasUntilTheDateAndLongerIfThePaperCameTooLate() {
    UUID id = issued(paperAsking(publishedChecklist(), "2013-07-31"));
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    forwarded(id, SHIOSAI);
    deadline(SHIOSAI_DAY, id, SHIOSAI_DAY)
        .body("duty", equalTo("answer"))
        .body("allowance.until", equalTo("2013-07-26"))
        .body("expectedBy", equalTo("2013-07-31"))
        .body("clock", equalTo("date"));

    UUID late = issued(paperAsking(publishedChecklist(), "2013-07-31"));
    at("2013-07-30");
    forwarded(late, EHIME);
    forwarded(late, YAWATAHAMA);
    forwarded(late, SHIOSAI);
    deadline(SHIOSAI_DAY, late, SHIOSAI_DAY)
        .body("expectedBy", equalTo("2013-08-13"))
        .body("clock", equalTo("allowance"));
  }

  @Test
  void whatCameByFaxCountsFromTheDayOnWhichItCame() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    forwarded(id, EHIME);
    at("2013-07-19");
    act(YAWATAHAMA, id, USHIO, "arrivals", json("channel", "fax", "at", "2013-07-12T09:00+09:00"))
        .statusCode(200);

    deadline(YAWATAHAMA, id, USHIO)
        .body("receivedOn", equalTo("2013-07-12"))
        .body("allowance.from", equalTo("2013-07-12"))
        .body("allowance.until", equalTo("2013-07-18"))
        .body("lateByAllowance.officeDays", equalTo(1));
  }

  @Test
  void everyRequestHasDeadlinesOfItsOwn() {
    UUID checklist = publishedChecklist();
    UUID id =
        issued(
            asking(
                json("text", "受領の確認", "dueOn", "2013-07-19"),
                json(
                    "text",
                    "点検",
                    "dueOn",
                    "2013-07-31",
                    "checklistId",
                    checklist.toString(),
                    "allowances",
                    json("establishment", 20))));
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    forwarded(id, SHIOSAI);
    at("2013-07-22");
    acknowledge(id, SHIOSAI_DAY).statusCode(200);
    at("2013-08-01");

    deadline(YAWATAHAMA, id, SHIOSAI_DAY)
        .body("requests.duty", contains("acknowledge", "answer"))
        .body("requests.dueOn", contains("2013-07-19", "2013-07-31"))
        .body("requests[0].doneOn", equalTo("2013-07-22"))
        .body("requests[0].lateByDate.officeDays", equalTo(1))
        .body("requests[1].doneOn", nullValue())
        .body("requests[1].lateByDate.officeDays", equalTo(1))
        .body("requests[1].allowedUntil", equalTo("2013-08-09"))
        .body("requests[1].lateByAllowance", nullValue());
    deadline(YAWATAHAMA, id, YAWATAHAMA).body("requests.duty", contains("forward", "forward"));
  }

  @Test
  void paperThatNamesNoDayHurriesNobody() {
    UUID id = issued();
    at("2013-12-02");

    deadline(EHIME, id, EHIME)
        .body("dueOn", nullValue())
        .body("allowance", nullValue())
        .body("expectedBy", nullValue())
        .body("requests", empty())
        .body("lateByAllowance", nullValue());
    deadline(DIVISION, id, YAWATAHAMA).body("receivedOn", nullValue());
  }

  @Test
  void deadlineIsForThoseWhoMaySeeTheDelivery() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    deadlineAs(KOCHI, id, EHIME).statusCode(404);
    deadlineAs(YAWATAHAMA, id, YAWATAHAMA).statusCode(404);
  }

  @Test
  void allowanceThatIsNoNumberOfDaysIsRefused() {
    as(DIVISION)
        .contentType("application/json")
        .body(asking(json("text", "x", "allowances", json("prefecture", 0))))
        .post("/v1/notices")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/requestedActions/0/allowances/prefecture"));
    UUID id = draft(asking(json("text", "x", "allowances", json("prefecture", 2))));
    as(DIVISION)
        .get("/v1/notices/{id}", id)
        .then()
        .body("requestedActions[0].allowances.prefecture", equalTo(2));
  }

  private void at(String day) {
    clock.set(Instant.parse(day + "T00:00:00Z"));
  }

  private static ValidatableResponse deadline(String reader, UUID notice, String organization) {
    return deadlineAs(reader, notice, organization).statusCode(200);
  }

  private static ValidatableResponse deadlineAs(String reader, UUID notice, String organization) {
    return as(reader)
        .get("/v1/notices/{id}/deliveries/{organization}/deadline", notice, organization)
        .then();
  }

  @SafeVarargs
  private static Map<String, Object> asking(Map<String, Object>... actions) {
    Map<String, Object> paper = paper();
    paper.put("requestedActions", List.of(actions));
    return paper;
  }

  private static Map<String, Object> under(int allowance) {
    Map<String, Object> letter = coverLetter();
    letter.put("allowance", allowance);
    return json("to", json("allChildren", true), "coverLetter", letter);
  }
}
