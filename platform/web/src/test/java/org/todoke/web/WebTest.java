package org.todoke.web;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.Tokens;

/** The small service, with its own database. */
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = {
      @ResourceArg(name = "database", value = WebTest.DATABASE),
      @ResourceArg(name = "kafka", value = "false")
    })
abstract class WebTest {

  static final String DATABASE = "todoke_web_test";

  /** 八幡浜市. */
  static final String CITY = "lg:382043";

  /** 伊方町. */
  static final String TOWN = "lg:384429";

  static RequestSpecification asCity() {
    return as(Tokens.of(CITY, "registrar"));
  }

  static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  static RequestSpecification json(RequestSpecification request, String body) {
    return request.contentType("application/json; charset=utf-8").body(body);
  }
}
