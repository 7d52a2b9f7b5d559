package org.todoke.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what the libraries say in their configuration holds in an application that uses them. */
@QuarkusTest
class DefaultsTest extends WebTest {

  @TestHTTPResource(value = "/health", management = true)
  URI health;

  @Test
  void healthIsOnThePortOfTheOperatorsOnly() {
    assertThat(given().get(health).statusCode()).isEqualTo(200);
    assertThat(given().get("/q/health").statusCode()).isEqualTo(401);
    assertThat(asCity().get("/q/health").statusCode()).isEqualTo(404);
  }

  @Test
  void contractIsOpenToEverybody() {
    assertThat(given().get("/q/openapi").statusCode()).isEqualTo(200);
    assertThat(given().get("/q/openapi/x").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.application-type, service",
    "quarkus.oidc.token.audience, todoke",
    "quarkus.oidc.roles.role-claim-path, roles",
    "quarkus.http.host, 127.0.0.1",
    "quarkus.http.limits.max-body-size, 1M",
    "quarkus.datasource.jdbc.foreground-validation-interval, PT0.5S",
    "quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail, false",
    "quarkus.management.enabled, true",
    "quarkus.security.jaxrs.deny-unannotated-endpoints, true",
    "quarkus.otel.sdk.disabled, true",
    "quarkus.devservices.enabled, false"
  })
  void librariesSetWhatIsAlikeInAllServices(String key, String value) {
    assertThat(ConfigProvider.getConfig().getValue(key, String.class)).isEqualTo(value);
  }
}
