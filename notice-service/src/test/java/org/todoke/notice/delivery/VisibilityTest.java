package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.HIJIKAWA_DAY;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.MINISTRY;
import static org.todoke.notice.NoticeFixture.OTHER_DIVISION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HELPER;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HOME;
import static org.todoke.notice.NoticeFixture.USHIO;
import static org.todoke.notice.NoticeFixture.USHIO_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class VisibilityTest extends NoticeServiceTest {

  private UUID id = new UUID(0, 0);

  /** Everybody in Ehime's line down to Yawatahama's and Ikata's operators has it. */
  private void cascade() {
    id = issued();
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
    forwarded(id, IKATA);
    forwarded(id, MINATO);
  }

  @Test
  void everybodySeesItselfAndThoseBelow() {
    cascade();

    assertThat(seenBy(DIVISION)).hasSize(22);
    assertThat(seenBy(EHIME))
        .containsExactlyInAnyOrder(
            EHIME,
            YAWATAHAMA,
            IKATA,
            OZU,
            EHIME_ASSOCIATION,
            SHIOSAI,
            MINATO,
            HAMAKAZE,
            USHIO,
            HIJIKAWA,
            SHIOSAI_DAY,
            SHIOSAI_HELPER,
            SHIOSAI_HOME,
            MINATO_PLAN,
            MINATO_HOME,
            MINATO_IKATA,
            HAMAKAZE_TOOLS,
            USHIO_HOME,
            HIJIKAWA_DAY);
    assertThat(seenBy(KOCHI)).hasSize(2).contains(KOCHI);
    assertThat(seenBy(YAWATAHAMA))
        .containsExactlyInAnyOrder(
            YAWATAHAMA,
            SHIOSAI,
            MINATO,
            HAMAKAZE,
            USHIO,
            SHIOSAI_DAY,
            SHIOSAI_HELPER,
            SHIOSAI_HOME,
            MINATO_PLAN,
            MINATO_HOME,
            HAMAKAZE_TOOLS,
            USHIO_HOME);
    assertThat(seenBy(IKATA)).containsExactlyInAnyOrder(IKATA, MINATO, MINATO_IKATA);
    assertThat(seenBy(OZU)).containsExactlyInAnyOrder(OZU, HIJIKAWA, HIJIKAWA_DAY);
    assertThat(seenBy(MINATO))
        .containsExactlyInAnyOrder(MINATO, MINATO_PLAN, MINATO_HOME, MINATO_IKATA);
    assertThat(seenBy(MINATO_PLAN)).containsExactly(MINATO_PLAN);
    assertThat(seenBy(EHIME_ASSOCIATION)).containsExactly(EHIME_ASSOCIATION);
  }

  @Test
  void whoeverHasNotBeenReachedSeesNothing() {
    cascade();

    for (String nobody :
        List.of(HIJIKAWA, HIJIKAWA_DAY, SHIOSAI_DAY, OTHER_DIVISION, MINISTRY, "lg:999999")) {
      assertThat(seenBy(nobody)).as(nobody).isNull();
      as(nobody, "forwarder").get("/v1/deliveries").then().body("items.size()", equalTo(0));
    }
  }

  @Test
  void neighbourIsNotThere() {
    cascade();

    for (String foreign : List.of(YAWATAHAMA, SHIOSAI, SHIOSAI_DAY, EHIME)) {
      delivery(OZU, id, foreign).statusCode(404);
    }
    delivery(YAWATAHAMA, id, HIJIKAWA).statusCode(404);
    delivery(YAWATAHAMA, id, MINATO_IKATA).statusCode(404);
    delivery(MINATO_PLAN, id, MINATO).statusCode(404);
    delivery(YAWATAHAMA, id, MINATO).statusCode(200);
  }

  @Test
  void listIsFilteredByTierAndState() {
    cascade();

    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries?tier=corporation", id)
        .then()
        .body("items.organization", containsInAnyOrder(SHIOSAI, MINATO, HAMAKAZE, USHIO))
        .body("items.tier", everyItem(equalTo("corporation")))
        .body("items[0]", not(hasKey("arrivals")));
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/deliveries?tier=establishment&state=received", id)
        .then()
        .body("items.organization", containsInAnyOrder(MINATO_PLAN, MINATO_HOME));
    as(YAWATAHAMA).get("/v1/notices/{id}/deliveries?state=lost", id).then().statusCode(422);
    as(YAWATAHAMA).get("/v1/notices/{id}/deliveries?limit=201", id).then().statusCode(422);
  }

  @Test
  void stateOfAListIsTheStateOfTheOne() {
    cascade();
    Rows.change(
        "update delivery set rejected_at = reached_at where organization = ?", EHIME_ASSOCIATION);
    Rows.change("update delivery set acknowledged_at = reached_at where organization = ?", OZU);

    for (String state :
        List.of("requested", "received", "accepted", "forwarded", "finalized", "rejected")) {
      as(DIVISION)
          .get("/v1/notices/{id}/deliveries?limit=200&state={state}", id, state)
          .then()
          .statusCode(200)
          .body("items.state", everyItem(equalTo(state)));
    }
    as(DIVISION)
        .get("/v1/notices/{id}/deliveries?state=rejected", id)
        .then()
        .body("items.size()", equalTo(1));
    as(DIVISION)
        .get("/v1/notices/{id}/deliveries?state=accepted", id)
        .then()
        .body("items.size()", equalTo(1));
  }

  /** Page by page; null if the caller may not know of the notice. */
  private @Nullable List<String> seenBy(String reader) {
    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      var request = as(reader, "forwarder").queryParam("limit", 5);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var answer = request.get("/v1/notices/{id}/deliveries", id);
      if (answer.statusCode() == 404) {
        return null;
      }
      answer.then().statusCode(200);
      seen.addAll(answer.path("items.organization"));
      cursor = answer.path("next");
    } while (cursor != null);
    return seen;
  }
}
