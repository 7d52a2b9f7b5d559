package org.todoke.web;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.todoke.testing.TodokeServiceResource;
import org.todoke.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = {
      @ResourceArg(name = "database", value = "todoke_web_test"),
      @ResourceArg(name = "kafka", value = "false")
    })
class SmokeTest {
  @Test
  void all() {
    String t = Tokens.of("lg:382043", "registrar");

    System.out.println("=== limit abc");
    given().auth().oauth2(t).get("/v1/things?limit=abc").prettyPeek();
    System.out.println("=== cursor");
    given().auth().oauth2(t).get("/v1/things?cursor=%F0").prettyPeek();
    String base = "/v1/things/by/lg:382043/0191d1de-0000-7000-8000-000000000000";
    System.out.println("=== params ok");
    given()
        .auth()
        .oauth2(t)
        .urlEncodingEnabled(true)
        .queryParam("usage", "test")
        .queryParam("usages", "test")
        .queryParam("usages", "actual")
        .queryParam("on", "平成25年7月11日")
        .get(base)
        .prettyPeek();
    System.out.println("=== bad usage");
    given().auth().oauth2(t).queryParam("usage", "TEST").get(base).prettyPeek();
    System.out.println("=== bad usages");
    given().auth().oauth2(t).queryParam("usages", "TEST").get(base).prettyPeek();
    System.out.println("=== bad code");
    given().auth().oauth2(t).get("/v1/things/by/xx/yy").prettyPeek();
    System.out.println("=== bad bv");
    given()
        .auth()
        .oauth2(t)
        .header("X-Kind", "1")
        .queryParam("text", "abcdefgh")
        .get(base)
        .prettyPeek();
    System.out.println("=== bad count");
    given().auth().oauth2(t).queryParam("count", "99999999999").get(base).prettyPeek();
    System.out.println("=== bad utf8");
    given()
        .auth()
        .oauth2(t)
        .contentType("application/json")
        .body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
        .post("/v1/things")
        .prettyPeek();
    System.out.println("=== nested field");
    given()
        .auth()
        .oauth2(t)
        .contentType("application/json")
        .body(
            "{\"name\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"count\":-1,\"items\":[{\"text\":\" \"}]}")
        .post("/v1/things")
        .prettyPeek();
    System.out.println("=== return");
    given().auth().oauth2(t).get("/v1/faults/return-value").prettyPeek();
    System.out.println("=== empty");
    given().auth().oauth2(t).contentType("application/json").post("/v1/things").prettyPeek();
    System.out.println("=== null");
    given()
        .auth()
        .oauth2(t)
        .contentType("application/json")
        .body("null")
        .post("/v1/things")
        .prettyPeek();
    System.out.println("=== opt");
    given()
        .auth()
        .oauth2(t)
        .contentType("application/json")
        .post("/v1/things/optional")
        .prettyPeek();
    System.out.println("=== opt no ct");
    given().auth().oauth2(t).post("/v1/things/optional").prettyPeek();
    System.out.println("=== idem missing");
    given()
        .auth()
        .oauth2(t)
        .contentType("application/json")
        .body("{\"name\":\"a\",\"count\":1}")
        .post("/v1/shelves/s1/rows")
        .prettyPeek();
    for (int i = 0; i < 2; i++) {
      System.out.println("=== idem " + i);
      given()
          .auth()
          .oauth2(t)
          .header("Idempotency-Key", "k1")
          .contentType("application/json")
          .body("{\"name\":\"a\",\"count\":1}")
          .post("/v1/shelves/s1/rows")
          .prettyPeek();
      System.out.println("=== idem 409 " + i);
      given()
          .auth()
          .oauth2(t)
          .header("Idempotency-Key", "k2")
          .contentType("application/json")
          .body("{\"name\":\"answer 409\",\"count\":1}")
          .post("/v1/shelves/s1/rows")
          .prettyPeek();
      System.out.println("=== idem refuse " + i);
      given()
          .auth()
          .oauth2(t)
          .header("Idempotency-Key", "k3")
          .contentType("application/json")
          .body("{\"name\":\"refuse\",\"count\":1}")
          .post("/v1/shelves/s1/rows")
          .prettyPeek();
    }
    System.out.println("=== idem reuse");
    given()
        .auth()
        .oauth2(t)
        .header("Idempotency-Key", "k1")
        .contentType("application/json")
        .body("{\"name\":\"b\",\"count\":1}")
        .post("/v1/shelves/s1/rows")
        .prettyPeek();
    System.out.println("=== idem other shelf");
    given()
        .auth()
        .oauth2(t)
        .header("Idempotency-Key", "k1")
        .contentType("application/json")
        .body("{\"name\":\"a\",\"count\":1}")
        .post("/v1/shelves/s2/rows")
        .prettyPeek();
    System.out.println("=== rows");
    given().auth().oauth2(t).get("/v1/shelves/s2/rows").prettyPeek();
  }
}
