package org.todoke.registry.approval.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;

@QuarkusTest
@FreshRegistry
class ApprovalRuleApiTest extends RegistryTest {

  private static final String RULES = "/v1/approval-rules";

  @Test
  void contactsHoldAtOnceUntilTheMinistrySaysOtherwise() {
    as(SHIOSAI, "responder")
        .get(RULES)
        .then()
        .statusCode(200)
        .body("items.kind", contains("contact", "name", "address"))
        .body("items.effect", contains("at-once", "after-approval", "after-approval"))
        .body("items.setBy", everyItem(nullValue()));

    set(DIVISION, "contact", "after-approval")
        .statusCode(200)
        .body("effect", equalTo("after-approval"))
        .body("setBy", equalTo(DIVISION))
        .body("setAt", equalTo(NOW.toString()));

    as(SHIOSAI, "responder")
        .get(RULES)
        .then()
        .body(
            "items.effect", equalTo(List.of("after-approval", "after-approval", "after-approval")));
  }

  @Test
  void settingItAgainChangesNothing() {
    set(DIVISION, "name", "at-once").statusCode(200);
    clock.advance(Duration.ofDays(1));

    set(MINISTRY, "name", "at-once")
        .statusCode(200)
        .body("setBy", equalTo(DIVISION))
        .body("setAt", equalTo(NOW.toString()));
    set(MINISTRY, "name", "after-approval").statusCode(200).body("setBy", equalTo(MINISTRY));
  }

  @Test
  void nobodyElseSetsThem() {
    for (String other : List.of(EHIME, YAWATAHAMA, SHIOSAI, "lg:016951")) {
      set(other, "name", "at-once")
          .statusCode(403)
          .body("code", equalTo("approval-rule.ministry-only"));
    }
    as(SHIOSAI, "responder")
        .get(RULES)
        .then()
        .body("items.effect", contains("at-once", "after-approval", "after-approval"));
  }

  @Test
  void whatIsNoRuleIsRefused() {
    set(MINISTRY, "name", "sometimes")
        .statusCode(422)
        .body("violations[0].code", equalTo("enum.unknown"));
  }

  private static ValidatableResponse set(String organization, String kind, String effect) {
    return as(organization, "registrar")
        .body("{\"effect\": \"" + effect + "\"}")
        .put(RULES + "/{kind}", kind)
        .then();
  }
}
