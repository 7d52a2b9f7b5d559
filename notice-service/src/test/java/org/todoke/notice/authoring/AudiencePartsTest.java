package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.EHIME_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.HAMAKAZE;
import static org.todoke.notice.NoticeFixture.HAMAKAZE_TOOLS;
import static org.todoke.notice.NoticeFixture.HIJIKAWA;
import static org.todoke.notice.NoticeFixture.HIJIKAWA_DAY;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.MINATO;
import static org.todoke.notice.NoticeFixture.MINATO_HOME;
import static org.todoke.notice.NoticeFixture.MINATO_IKATA;
import static org.todoke.notice.NoticeFixture.MINATO_PLAN;
import static org.todoke.notice.NoticeFixture.NATIONAL_ASSOCIATION;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.SHIOSAI_DAY;
import static org.todoke.notice.NoticeFixture.SHIOSAI_HOME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.delivery;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.Rows;

/** What each part of the rule of an audience does. */
@QuarkusTest
class AudiencePartsTest extends AudienceCase {

  private static final List<String> TIERS =
      List.of("prefecture", "municipality", "union", "association", "corporation", "establishment");

  @Test
  void servicesTakeInTheirEstablishmentsAndThoseAboveThem() {
    UUID id =
        issued(
            ruleFor(
                json("tiers", TIERS, "directTo", List.of("prefecture")),
                "serviceTypes",
                List.of(DAY)));

    assertThat(addressed(id))
        .containsExactlyInAnyOrder(
            SHIOSAI_DAY,
            HIJIKAWA_DAY,
            SHIOSAI,
            HIJIKAWA,
            YAWATAHAMA,
            OZU,
            UNION,
            EHIME,
            EHIME_ASSOCIATION,
            NATIONAL_ASSOCIATION);
  }

  @Test
  void noticeAboutAServiceTravelsDownToItsEstablishments() {
    UUID id = issued(rule("serviceTypes", List.of(HELPER)));

    forward(id, EHIME, toAll())
        .statusCode(201)
        .body("children.items.code", contains(EHIME_ASSOCIATION, YAWATAHAMA, IKATA));
    forward(id, IKATA, toAll()).statusCode(201).body("children.items.code", contains(MINATO));
    forward(id, MINATO, toAll())
        .statusCode(201)
        .body("children.items.code", contains(MINATO_IKATA));

    // Minato has establishments in Yawatahama as well, but none with this service.
    forward(id, YAWATAHAMA, toAll()).statusCode(201).body("children.items.code", contains(SHIOSAI));
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void unionIsInWhereOneOfItsMembersHasTheService() {
    Map<String, Object> unions =
        json("tiers", List.of("union", "establishment"), "directTo", List.of("union"));

    assertThat(addressed(issued(ruleFor(unions, "serviceTypes", List.of(DAY))))).contains(UNION);
    assertThat(addressed(issued(ruleFor(unions, "serviceTypes", List.of(PLAN)))))
        .doesNotContain(UNION)
        .contains(MINATO_PLAN);
  }

  @Test
  void departmentIsNamedOnTheDeliveryOfItsGovernment() {
    UUID id =
        issued(
            ruleFor(
                NoticeFixture.audience("prefecture", "municipality"),
                "departments",
                List.of("health", "care-insurance")));

    delivery(EHIME, id, EHIME)
        .body("departments.duty", contains("care-insurance", "health"))
        .body("departments.name", contains("長寿介護課", "健康増進課"));
    delivery(YAWATAHAMA, id, YAWATAHAMA).body("departments.name", contains("介護保険課"));
    // It has none: it is addressed all the same, as a whole.
    delivery(IKATA, id, IKATA).body("departments", hasSize(0));
    forwarded(id, YAWATAHAMA);
    delivery(SHIOSAI, id, SHIOSAI).body("departments", nullValue());
    as(YAWATAHAMA)
        .get("/v1/deliveries")
        .then()
        .body("items[0].delivery.departments.name", contains("介護保険課"));
    assertThat(addressed(id)).isEqualTo(addressed(issued(rule())));
  }

  @Test
  void departmentThatIsRenamedLaterStaysAsItWasOnTheDelivery() {
    UUID id = issued(rule("departments", List.of("care-insurance")));
    Rows.change(
        "update organization set departments = '[{\"duty\":\"care-insurance\",\"name\":\"新\"}]'");

    delivery(EHIME, id, EHIME).body("departments.name", contains("長寿介護課"));
  }

  @Test
  void whoIsAddedByNameIsInAndGetsItFromTheIssuer() {
    Map<String, Object> governments =
        json("tiers", List.of("prefecture"), "directTo", List.of("prefecture"));
    UUID id =
        issued(
            ruleFor(
                governments,
                "within",
                List.of(KOCHI),
                "additions",
                List.of(named(IKATA), named(MINATO), named(SHIOSAI_DAY))));

    assertThat(addressed(id)).containsExactlyInAnyOrder(KOCHI, IKATA, MINATO, SHIOSAI_DAY);
    assertThat(organizations(id, "reached_at is not null")).isEqualTo(addressed(id));
    as(DIVISION)
        .get("/v1/notices/{id}/audience", id)
        .then()
        .body("addressed.prefecture", equalTo(1))
        .body("addressed.corporation", equalTo(1))
        .body("addressed.establishment", equalTo(1));
    // Nobody of the corporation is in it, so it counts wherever it is.
    assertThat(Rows.of("select municipality from corporation_place where notice_id = ?", id))
        .extracting(row -> row.get("municipality"))
        .containsExactlyInAnyOrder(YAWATAHAMA, IKATA);
    assertThat(Rows.of("table progress_difference")).isEmpty();
  }

  @Test
  void establishmentThatIsAddedBringsNobodyAlongAndBelongsToThoseWhoAreIn() {
    UUID id =
        issued(
            rule(
                "serviceTypes",
                List.of(DAY),
                "additions",
                List.of(named(SHIOSAI_HOME), named(HAMAKAZE_TOOLS))));

    assertThat(addressed(id)).contains(SHIOSAI_HOME, HAMAKAZE_TOOLS).doesNotContain(HAMAKAZE);
    forwarded(id, EHIME);
    // Without its corporation it is the municipality's own child.
    forward(id, YAWATAHAMA, toAll())
        .statusCode(201)
        .body("children.items.code", hasItem(HAMAKAZE_TOOLS));
    forward(id, SHIOSAI, toAll())
        .statusCode(201)
        .body("children.items.code", contains(SHIOSAI_DAY, SHIOSAI_HOME));
  }

  @Test
  void exceptionWinsOverEverything() {
    UUID id =
        issued(
            rule(
                "additions",
                List.of(named(KOCHI_CITY)),
                "exceptions",
                List.of(named(KOCHI_CITY), named(MINATO), named(HAMAKAZE_TOOLS))));

    assertThat(addressed(id))
        .hasSize(22 - 4)
        // Its only establishment is left out, so it is not in either.
        .doesNotContain(KOCHI_CITY, MINATO, HAMAKAZE_TOOLS, HAMAKAZE)
        .contains(MINATO_HOME, MINATO_IKATA, KOCHI);
  }

  @Test
  void exceptionCanTakeOutEverybodyBelow() {
    assertThat(addressed(issued(rule("exceptions", List.of(withThoseBelow(EHIME))))))
        .containsExactlyInAnyOrder(KOCHI, KOCHI_CITY, NATIONAL_ASSOCIATION);

    assertThat(addressed(issued(rule("exceptions", List.of(withThoseBelow(YAWATAHAMA))))))
        .doesNotContain(YAWATAHAMA, SHIOSAI, SHIOSAI_DAY, MINATO_HOME)
        .contains(MINATO, MINATO_IKATA, EHIME, OZU);
  }

  @Test
  void audienceOfNobodyIsNotIssued() {
    UUID id =
        NoticeFixture.draft(
            rule(
                "exceptions",
                List.of(
                    withThoseBelow(EHIME), withThoseBelow(KOCHI), named(NATIONAL_ASSOCIATION))));

    as(DIVISION)
        .post("/v1/notices/{id}/issue", id)
        .then()
        .statusCode(422)
        .body("violations.code", contains("audience.nobody"));
  }

  @Test
  void faultsOfTheRuleAreNamedAllAtOnce() {
    NoticeFixture.closed(HAMAKAZE_TOOLS);
    NoticeFixture.post(as(EHIME), "/v1/notices", spoilt())
        .statusCode(422)
        .body(
            "violations.findAll { it.pointer.startsWith('/audience') }.collect { it.pointer + ' ' + it.code }",
            contains(
                "/audience/departments audience.nobody-has-departments",
                "/audience/departments/1 audience.department-unknown",
                "/audience/serviceTypes/1 audience.service-unknown",
                "/audience/serviceTypes/2 audience.service-malformed",
                "/audience/additions/0/organization audience.addition-foreign",
                "/audience/additions/1/reason value.required",
                "/audience/additions/1/organization organization.unknown",
                "/audience/additions/2/organization audience.addition-closed",
                "/audience/additions/4/organization list.duplicate",
                "/audience/exceptions/0/withThoseBelow audience.exception-nobody-below",
                "/audience/exceptions/1/organization organization-code.malformed"))
        .body("violations.code", not(hasItem("audience.tier-not-below")));
  }

  private static Map<String, Object> spoilt() {
    Map<String, Object> paper =
        ruleFor(
            json(
                "tiers",
                List.of("corporation", "establishment"),
                "directTo",
                List.of("corporation")),
            "departments",
            List.of("care-insurance", "nobody"),
            "serviceTypes",
            List.of(DAY, "99", "x"),
            "additions",
            List.of(
                named(KOCHI_CITY),
                json("organization", "lg:999999"),
                named(HAMAKAZE_TOOLS),
                named(MINATO),
                named(MINATO)),
            "exceptions",
            List.of(withThoseBelow(SHIOSAI_DAY), named("x")));
    paper.put("issuers", List.of(EHIME));
    return paper;
  }
}
