package org.todoke.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.security.SystemScope;

@QuarkusTest
@FreshRegistry
class BatchItemsTest extends RegistryTest {

  @Inject BatchItems items;

  @Test
  void oldAnswersAreForgotten() throws Exception {
    as(YAWATAHAMA, "integrator")
        .header("Idempotency-Key", "k")
        .body(
            "{\"items\": [{\"operation\": \"close\", \"code\": \"%s\"}]}"
                .formatted(SHIOSAI_DAY_SERVICE))
        .post("/v1/organizations/batch")
        .then()
        .statusCode(200);

    assertThat(items.forgetBefore(NOW.plusSeconds(1))).as("for nobody").isZero();
    assertThat(SystemScope.call(() -> items.forgetBefore(NOW))).isZero();
    assertThat(SystemScope.call(() -> items.forgetBefore(NOW.plusSeconds(1)))).isEqualTo(1);
  }
}
