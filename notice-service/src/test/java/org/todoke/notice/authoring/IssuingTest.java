package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.paper;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class IssuingTest extends NoticeServiceTest {

  @Test
  void everybodyDownToTheEstablishmentsIsExpectedFromTheFirstMinute() {
    UUID id = draft(paper());

    as(NoticeFixture.DIVISION)
        .post("/v1/notices/{id}/issue", id)
        .then()
        .statusCode(200)
        .body("status", equalTo("issued"))
        .body("addressed.prefecture", equalTo(2))
        .body("addressed.municipality", equalTo(4))
        .body("addressed.association", equalTo(2))
        .body("addressed.corporation", equalTo(5))
        .body("addressed.establishment", equalTo(9));

    assertThat(Rows.count("delivery", "notice_id = ?", id)).isEqualTo(22);
    assertThat(Rows.count("delivery", "notice_id = ? and reached_at is not null", id)).isEqualTo(2);
    assertThat(Rows.count("corporation_place", "notice_id = ?", id)).isEqualTo(6);
  }
}
