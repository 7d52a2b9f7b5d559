package org.todoke.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.todoke.testing.Tokens;

@QuarkusTest
class TokenRefusalTest extends WebTest {

  private static final String PATH = "/v1/things";

  static List<Arguments> tokensThatProveNothing() {
    return List.of(
        Arguments.of("forged", Tokens.forged(CITY, "registrar")),
        Arguments.of("expired", Tokens.expired(CITY, "registrar")),
        Arguments.of("of another audience", Tokens.forAnotherAudience(CITY, "registrar")),
        Arguments.of("not a token", "abc"),
        Arguments.of(
            "unsigned", "eyJhbGciOiJub25lIn0.eyJvcmciOiJsZzozODIwNDMiLCJhdWQiOiJ0b2Rva2UifQ."));
  }

  static List<Arguments> tokensOfNobodysOrganization() {
    return List.of(
        Arguments.of("absent", Tokens.withoutOrganization("registrar")),
        Arguments.of("no code", Tokens.withOrganizationClaim("八幡浜市", "registrar")),
        Arguments.of("unknown scheme", Tokens.withOrganizationClaim("xx:382043", "registrar")),
        Arguments.of("number", Tokens.withOrganizationClaim(382043, "registrar")),
        Arguments.of("list", Tokens.withOrganizationClaim(List.of(CITY), "registrar")),
        Arguments.of("empty", Tokens.withOrganizationClaim("", "registrar")));
  }

  @Test
  void goodTokenPasses() {
    asCity().get(PATH).then().statusCode(200);
  }

  @Test
  void requestWithoutTokenIsAskedForOne() {
    Response answer = given().get(PATH);

    assertProblem(answer, 401, "actor.unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokensThatProveNothing")
  void tokenThatProvesNothingIsRefused(String kind, String token) {
    Response answer = as(token).get(PATH);

    assertProblem(answer, 401, "actor.token-refused");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokensOfNobodysOrganization")
  void tokenOfNobodysOrganizationReachesNoResource(String kind, String token) {
    assertProblem(as(token).get(PATH), 403, "actor.organization-missing");
  }

  /** A path that does not exist tells a stranger nothing either. */
  @Test
  void unknownPathIsClosedToo() {
    assertProblem(given().get("/v1/nothing"), 401, "actor.unauthenticated");
    assertProblem(given().get("/"), 401, "actor.unauthenticated");
  }

  @Test
  void wrongRoleIsRefused() {
    assertProblem(as(Tokens.of(CITY, "auditor")).get(PATH), 403, "actor.forbidden");
    assertProblem(as(Tokens.of(CITY)).get(PATH), 403, "actor.forbidden");
  }

  @Test
  void methodThatNobodyOpenedIsClosed() {
    assertProblem(asCity().get("/v1/faults/unannotated"), 403, "actor.forbidden");
  }

  @Test
  void refusalComesBeforeTheBodyIsRead() {
    assertProblem(json(given(), "not even json").post(PATH), 401, "actor.unauthenticated");
    assertProblem(
        json(as(Tokens.of(CITY, "auditor")), "not even json").post(PATH), 403, "actor.forbidden");
  }

  private static void assertProblem(Response answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:todoke:problem:" + code);
    assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
  }
}
