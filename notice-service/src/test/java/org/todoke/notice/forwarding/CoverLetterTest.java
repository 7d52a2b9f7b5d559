package org.todoke.notice.forwarding;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;

@QuarkusTest
class CoverLetterTest extends NoticeServiceTest {

  @Test
  void earlierDateOfACoverLetterGoesDownWithItAndNoLaterOneDoes() {
    UUID id = issued(paperAsking(null, "2013-07-31"));
    Map<String, Object> later = coverLetter();
    later.put("dueOn", "2013-08-01");
    forward(id, EHIME, json("to", json("allChildren", true), "coverLetter", later))
        .statusCode(422)
        .body("violations[0].code", equalTo("forwarding.due-after-notice"));
    Map<String, Object> earlier = coverLetter();
    earlier.put("dueOn", "平成25年7月26日");
    forward(id, EHIME, json("to", json("allChildren", true), "coverLetter", earlier))
        .statusCode(201);
    forwarded(id, YAWATAHAMA);

    delivery(EHIME, id, EHIME).body("dueOn", equalTo("2013-07-31"));
    delivery(YAWATAHAMA, id, YAWATAHAMA).body("dueOn", equalTo("2013-07-26"));
    delivery(SHIOSAI, id, SHIOSAI).body("dueOn", equalTo("2013-07-26"));
    delivery(YAWATAHAMA, id, SHIOSAI_DAY).body("dueOn", equalTo("2013-07-31"));
  }

  @Test
  void letterIsReadByItsAuthorAndDownTheRouteAndByNobodyElse() {
    UUID id = toYawatahama();
    forwarded(id, YAWATAHAMA);
    forwarded(id, SHIOSAI);

    delivery(SHIOSAI_DAY, id, SHIOSAI_DAY)
        .body("arrivals[0].coverLetters.organization", contains(SHIOSAI, YAWATAHAMA, EHIME));
    delivery(SHIOSAI, id, SHIOSAI_DAY)
        .body("arrivals[0].coverLetters.organization", contains(SHIOSAI, YAWATAHAMA, EHIME));
    delivery(EHIME, id, SHIOSAI_DAY).body("arrivals[0].coverLetters.organization", contains(EHIME));
    delivery(DIVISION, id, SHIOSAI_DAY)
        .body("arrivals[0].from", equalTo(SHIOSAI))
        .body("arrivals[0].coverLetters", empty());
    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, YAWATAHAMA)
        .then()
        .statusCode(200)
        .body("children.items.size()", equalTo(4))
        .body("coverLetter", nullValue());
    as(OZU)
        .get("/v1/notices/{id}/deliveries/{organization}/forwarding", id, YAWATAHAMA)
        .then()
        .statusCode(404);
  }

  private static UUID toYawatahama() {
    UUID id = issued();
    forwarded(id, EHIME);
    return id;
  }
}
