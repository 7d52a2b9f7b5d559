package org.todoke.registry;

import static org.todoke.registry.RegistryTest.EHIME;
import static org.todoke.registry.RegistryTest.MINISTRY;
import static org.todoke.registry.RegistryTest.SHIOSAI;
import static org.todoke.registry.RegistryTest.SHIOSAI_DAY_SERVICE;
import static org.todoke.registry.RegistryTest.YAWATAHAMA;
import static org.todoke.registry.RegistryTest.creatingAs;

import java.net.URI;
import org.todoke.testing.RouteWalk;
import org.todoke.testing.RouteWalk.Sample;

/**
 * Samples of the routes of what stands beside the organisations: made anew, so that each is real.
 */
final class RoutesBeside {

  private static final String PUBLIC = "names and codes of organisations are public";
  private static final String RULES = "the rules hold for the whole country";
  private static final String ONE = "/v1/organizations/{code}";
  private static final String UNION = "/v1/organizations/lg:388017";

  private RoutesBeside() {}

  static RouteWalk addTo(RouteWalk walk, String contact) {
    placesAndUnions(walk);
    names(walk);
    departments(walk);
    proposals(walk);
    erasures(walk);
    return walk.sample(
        "POST " + ONE + "/contacts/{contactId}/reachability",
        Sample.json(contact + "/reachability", "{\"state\": \"reachable\"}"));
  }

  private static void placesAndUnions(RouteWalk walk) {
    creatingAs(EHIME, "registrar")
        .body(
            """
            {"code": "lg:388017", "kind": "union", "name": "架空広域連合", "parent": "%s"}"""
                .formatted(EHIME))
        .post("/v1/organizations")
        .then()
        .statusCode(201);
    walk.shared("GET /v1/places/{code}", PUBLIC)
        .sample("GET /v1/places/{code}", Sample.of("/v1/places/384411"))
        .shared("GET " + ONE + "/members", PUBLIC)
        .sample("GET " + ONE + "/members", Sample.of(UNION + "/members"))
        .ownedBy(EHIME, "PUT " + ONE + "/members")
        .sample(
            "PUT " + ONE + "/members",
            Sample.json(UNION + "/members", "{\"members\": []}").withHeader("If-Match", "*"))
        .shared("GET " + ONE + "/insurer", PUBLIC)
        .sample(
            "GET " + ONE + "/insurer", Sample.of("/v1/organizations/" + YAWATAHAMA + "/insurer"));
  }

  private static void names(RouteWalk walk) {
    TestRows.change(
        """
        insert into name_variant (organization, name, occurrences, first_listed_on, last_listed_on)
        values ('%s', '架空', 1, '2025-12-31', '2025-12-31')"""
            .formatted(SHIOSAI));
    TestRows.change(
        """
        insert into suspected_pair (first_code, second_code, reason, places, state, found_at)
        values ('%s', 'cn:5999901000102', 'same-name-other-number', '{%s,%s}', 'open', now())"""
            .formatted(SHIOSAI, EHIME, YAWATAHAMA));
    String variants = "/v1/organizations/" + SHIOSAI + "/name-variants";
    String pair = "/v1/suspected-pairs/" + TestRows.of("select id from suspected_pair").get(0);
    walk.shared("GET " + ONE + "/name-variants", PUBLIC)
        .sample("GET " + ONE + "/name-variants", Sample.of(variants))
        .sample(
            "POST " + ONE + "/name-variants/preferred",
            Sample.json(variants + "/preferred", "{\"name\": \"架空\"}"))
        .sample("GET /v1/suspected-pairs/{pairId}", Sample.of(pair))
        .sample(
            "POST /v1/suspected-pairs/{pairId}/decision",
            Sample.json(pair + "/decision", "{\"decision\": \"same\"}"));
  }

  private static void departments(RouteWalk walk) {
    String departments = "/v1/organizations/" + YAWATAHAMA + "/departments";
    String body = "{\"name\": \"介護保険担当主管課\", \"duty\": \"care-insurance\"}";
    String department =
        path(
            creatingAs(YAWATAHAMA, "registrar")
                .body(body)
                .post(departments)
                .then()
                .statusCode(201)
                .extract()
                .header("Location"));
    walk.shared("GET /v1/department-duties", PUBLIC)
        .shared("GET " + ONE + "/departments", PUBLIC)
        .sample("GET " + ONE + "/departments", Sample.of(departments))
        .sample("POST " + ONE + "/departments", Sample.json(departments, body))
        .shared("GET " + ONE + "/departments/{departmentId}", PUBLIC)
        .sample("GET " + ONE + "/departments/{departmentId}", Sample.of(department))
        .shared("GET " + ONE + "/departments/{departmentId}/history", PUBLIC)
        .sample(
            "GET " + ONE + "/departments/{departmentId}/history",
            Sample.of(department + "/history"))
        .sample("PUT " + ONE + "/departments/{departmentId}", Sample.json(department, body))
        .sample(
            "POST " + ONE + "/departments/{departmentId}/closure",
            Sample.of(department + "/closure"));
  }

  private static void proposals(RouteWalk walk) {
    String own = "/v1/organizations/" + SHIOSAI_DAY_SERVICE + "/proposals";
    String body = "{\"kind\": \"name\", \"name\": {\"name\": \"架空\"}}";
    String proposal =
        path(
            creatingAs(SHIOSAI_DAY_SERVICE, "responder")
                .header("If-Match", "*")
                .body(body)
                .post(own)
                .then()
                .statusCode(201)
                .extract()
                .header("Location"));
    walk.shared("GET /v1/approval-rules", RULES)
        .shared("PUT /v1/approval-rules/{kind}", RULES)
        .ownedBy(MINISTRY, "PUT /v1/approval-rules/{kind}")
        .sample(
            "PUT /v1/approval-rules/{kind}",
            Sample.json("/v1/approval-rules/name", "{\"effect\": \"after-approval\"}"))
        .ownedBy(SHIOSAI_DAY_SERVICE, "POST " + ONE + "/proposals")
        .sample("POST " + ONE + "/proposals", Sample.json(own, body).withHeader("If-Match", "*"))
        .sample("GET /v1/proposals/{proposalId}", Sample.of(proposal))
        .sample("POST /v1/proposals/{proposalId}/approval", Sample.of(proposal + "/approval"))
        .sample("POST /v1/proposals/{proposalId}/refusal", Sample.of(proposal + "/refusal"))
        .sample("POST /v1/proposals/{proposalId}/withdrawal", Sample.of(proposal + "/withdrawal"));
  }

  private static void erasures(RouteWalk walk) {
    TestRows.change(
        """
        insert into erasure (organization, seq, reason, legal_basis, erased_at, erased_by)
        values ('%s', 1, 'court-order', '架空の命令', now(), '%s')"""
            .formatted(SHIOSAI, MINISTRY));
    String erasure = "/v1/organizations/" + SHIOSAI + "/erasure";
    walk.ownedBy(MINISTRY, "POST " + ONE + "/erasure", "GET " + ONE + "/erasure")
        .sample(
            "POST " + ONE + "/erasure",
            Sample.json(erasure, "{\"reason\": \"court-order\", \"legalBasis\": \"架空\"}")
                .withHeader("If-Match", "*"))
        .sample("GET " + ONE + "/erasure", Sample.of(erasure));
  }

  private static String path(String location) {
    return URI.create(location).getPath();
  }
}
