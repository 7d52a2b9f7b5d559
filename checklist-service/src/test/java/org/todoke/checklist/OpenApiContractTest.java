package org.todoke.checklist;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.todoke.testing.OpenApiContract;

@QuarkusTest
class OpenApiContractTest extends ServiceTest {

  @Test
  void apiIsTheOneThatWasAgreed() {
    OpenApiContract.assertMatches(
        "checklist", given().get("/q/openapi").then().statusCode(200).extract().asString());
  }
}
