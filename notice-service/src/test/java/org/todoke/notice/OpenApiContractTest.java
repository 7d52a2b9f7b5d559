package org.todoke.notice;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.todoke.testing.OpenApiContract;

@QuarkusTest
class OpenApiContractTest extends NoticeServiceTest {

  @Test
  void apiIsTheOneThatWasAgreed() {
    OpenApiContract.assertMatches(
        "notice", given().get("/q/openapi").then().statusCode(200).extract().asString());
  }
}
