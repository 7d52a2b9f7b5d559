package org.todoke.notice.progress;

import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.audience;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.publishedChecklist;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** A notice that reaches its places one by one, and the questions about its figures. */
abstract class ProgressCase extends NoticeServiceTest {

  UUID notice;

  @BeforeEach
  void issueToPrefecturesAndMunicipalities() {
    Map<String, Object> paper = paperAsking(publishedChecklist(), "2013-07-25");
    paper.put("audience", audience("prefecture", "municipality"));
    notice = issued(paper);
  }

  void reach(String organization) {
    Rows.change(
        """
        update delivery set reached_at = timestamptz '2013-07-11 00:00:00Z'
        where notice_id = ? and organization = ?
        """,
        notice,
        organization);
  }

  ValidatableResponse own(String caller) {
    return as(caller).get("/v1/notices/{id}/progress", notice).then();
  }

  ValidatableResponse of(String node, String caller) {
    return as(caller).get("/v1/notices/{id}/progress/{node}", notice, node).then();
  }

  ValidatableResponse children(String node, String caller, String query) {
    return as(caller).get("/v1/notices/{id}/progress/{node}/children" + query, notice, node).then();
  }
}
