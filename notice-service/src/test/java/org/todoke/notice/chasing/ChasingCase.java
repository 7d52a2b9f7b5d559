package org.todoke.notice.chasing;

import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.post;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** A test in which days pass, and on each the work of the day is done once. */
abstract class ChasingCase extends NoticeServiceTest {

  @Inject ChaseLate chaser;

  /** Nine in the morning in Japan. */
  void at(String day) {
    clock.set(Instant.parse(day + "T00:00:00Z"));
  }

  void chaseOn(String... days) {
    for (String day : days) {
      at(day);
      chaser.chase();
    }
  }

  /** What was done so far, in order: {@code lg:380008 reminder -1}. */
  static List<String> chased(UUID notice) {
    return Rows.of(
            """
            select organization || ' ' || kind || ' ' || rung as step from chase
            where notice_id = ? order by day, organization, kind, rung
            """,
            notice)
        .stream()
        .map(row -> (String) row.get("step"))
        .toList();
  }

  static ValidatableResponse chasing(String reader, UUID notice, String organization) {
    return as(reader)
        .get("/v1/notices/{id}/deliveries/{organization}/chasing", notice, organization)
        .then();
  }

  static ValidatableResponse snooze(
      String caller, UUID notice, String organization, Map<String, Object> body) {
    return post(
        as(caller),
        "/v1/notices/{id}/deliveries/{organization}/snooze",
        body,
        notice,
        organization);
  }
}
