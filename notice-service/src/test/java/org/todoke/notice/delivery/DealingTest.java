package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** Who deals with a notice inside an organisation, and saying so of many at once. */
@QuarkusTest
class DealingTest extends NoticeServiceTest {

  private static final String MANY = "/v1/deliveries/acknowledgements";

  @Test
  void departmentIsShownAndMayChange() {
    UUID id = toYawatahama();
    delivery(YAWATAHAMA, id, YAWATAHAMA).body("permittedActions", hasItem("delegate"));

    for (int i = 0; i < 2; i++) {
      delegate(YAWATAHAMA, id, "介護保険課 給付係")
          .statusCode(200)
          .body("delegation.department", equalTo("介護保険課 給付係"));
    }
    delegate(YAWATAHAMA, id, "保健センター").statusCode(200);

    delivery(EHIME, id, YAWATAHAMA).body("delegation.department", equalTo("保健センター"));
    assertThat(Rows.count("fact", "type = 'delivery.delegated'")).isEqualTo(2);
    as(EHIME)
        .get("/v1/notices/{id}/deliveries/{organization}/timeline", id, YAWATAHAMA)
        .then()
        .body("items.type", hasItem("delivery.delegated"));
  }

  @Test
  void onlyTheAddresseeDelegatesAndNotWhatItSentBack() {
    UUID id = toYawatahama();

    act(EHIME, id, YAWATAHAMA, "delegation", json("department", "x")).statusCode(403);
    act(OZU, id, YAWATAHAMA, "delegation", json("department", "x")).statusCode(404);
    delegate(YAWATAHAMA, id, "係".repeat(201)).statusCode(422);
    act(YAWATAHAMA, id, YAWATAHAMA, "rejection", json("reason", "x"))
        .statusCode(200)
        .body("permittedActions", not(hasItem("delegate")));
    delegate(YAWATAHAMA, id, "x").statusCode(409).body("code", equalTo("delivery.rejected"));
  }

  @Test
  void manyAreAcknowledgedInOneCallEachByItself() {
    UUID one = toYawatahama();
    UUID rejected = toYawatahama();
    act(YAWATAHAMA, rejected, YAWATAHAMA, "rejection", json("reason", "x")).statusCode(200);
    UUID notThere = issued();
    UUID two = toYawatahama();

    for (int i = 0; i < 2; i++) {
      post(
              as(YAWATAHAMA),
              MANY,
              json("handledBy", "介護保険課", "noticeIds", List.of(two, rejected, notThere, one)))
          .statusCode(200)
          .body("items.noticeId", contains("" + two, "" + rejected, "" + notThere, "" + one))
          .body("items.outcome", contains("acknowledged", "refused", "refused", "acknowledged"))
          .body("items[1].code", equalTo("delivery.rejected"))
          .body("items[2].code", equalTo("delivery.not-found"));
    }

    delivery(YAWATAHAMA, one, YAWATAHAMA).body("handledBy", equalTo("介護保険課"));
    assertThat(Rows.count("fact", "type = 'delivery.acknowledged'")).isEqualTo(2);
  }

  @Test
  void manyAreBoundedAndJudgedTogether() {
    post(
            as(YAWATAHAMA),
            MANY,
            json("noticeIds", Collections.nCopies(101, new UUID(0, 1).toString())))
        .statusCode(422)
        .body("violations.code", contains("value.required", "list.too-long"));
    post(as(YAWATAHAMA), MANY, json("handledBy", "x", "noticeIds", List.of("x", "x")))
        .statusCode(422)
        .body("violations.code", contains("uuid.malformed", "uuid.malformed", "list.duplicate"));
    post(as(YAWATAHAMA), MANY, json("handledBy", "x"))
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/noticeIds"));
  }

  private static UUID toYawatahama() {
    UUID id = issued();
    forwarded(id, EHIME);
    return id;
  }

  private static ValidatableResponse delegate(String organization, UUID id, String department) {
    return act(organization, id, organization, "delegation", json("department", department));
  }
}
