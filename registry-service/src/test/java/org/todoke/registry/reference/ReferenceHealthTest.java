package org.todoke.registry.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Databases;
import org.todoke.testing.ServiceDatabase;

@QuarkusTest
@FreshRegistry
class ReferenceHealthTest extends RegistryTest {

  private static final String STATUS = "checks.find { it.name == 'reference-data' }.status";

  @TestHTTPResource(value = "health/ready", management = true)
  URI ready;

  @Test
  void isUpWithTheLists() {
    String status = given().get(ready).then().extract().path(STATUS);

    assertThat(status).isEqualTo("UP");
  }

  @Test
  void isDownWithoutThem() {
    Databases.clean(ServiceDatabase.ofService("registry"));

    String status = given().get(ready).then().statusCode(503).extract().path(STATUS);

    assertThat(status).isEqualTo("DOWN");
  }
}
