package org.todoke.notice.revision;

import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.post;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** A notice with a checklist and a date, and later papers about it. */
abstract class VersionCase extends NoticeServiceTest {

  static final String DUE = "2013-07-25";

  UUID checklist;

  @BeforeEach
  void publish() {
    checklist = publishedChecklist();
  }

  Map<String, Object> asking() {
    return paperAsking(checklist, DUE);
  }

  /** The same paper a day later, in the place of the former or about it. */
  Map<String, Object> about(String kind, UUID former) {
    Map<String, Object> paper = asking();
    paper.put("relations", List.of(json("kind", kind, "noticeId", former.toString())));
    if (kind.equals("corrects") || kind.equals("replaces")) {
      paper.remove("audience");
    }
    return paper;
  }

  Map<String, Object> extension(UUID notice, String dueOn) {
    Map<String, Object> paper = paper();
    paper.put(
        "relations",
        List.of(json("kind", "extends-deadline", "noticeId", notice.toString(), "dueOn", dueOn)));
    return paper;
  }

  UUID issuedLater(Map<String, Object> paper) {
    clock.advance(Duration.ofDays(1));
    UUID id = draft(paper);
    issue(id).statusCode(200).body("status", equalTo("issued"));
    return id;
  }

  ValidatableResponse issue(UUID id) {
    return as(DIVISION).post("/v1/notices/{id}/issue", id).then();
  }

  static ValidatableResponse close(String caller, UUID id) {
    return as(caller).post("/v1/notices/{id}/closure", id).then();
  }

  static ValidatableResponse cancel(UUID id, String reason) {
    return post(as(DIVISION), "/v1/notices/{id}/cancellation", json("reason", reason), id);
  }

  static ValidatableResponse notice(String reader, UUID id) {
    return as(reader).get("/v1/notices/{id}", id).then();
  }

  static Map<String, Object> row(UUID notice, String organization) {
    return Rows.of(
            "select * from delivery where notice_id = ? and organization = ?", notice, organization)
        .get(0);
  }

  static List<Object> facts(UUID notice, String organization) {
    return Rows.of(
            "select type from fact where notice_id = ? and organization = ? order by seq",
            notice,
            organization)
        .stream()
        .map(r -> r.get("type"))
        .toList();
  }

  /** Counters against the recount, of all notices. */
  static List<?> differences() {
    return Rows.of("table progress_difference");
  }
}
